import type { AnswerTree, SpokenLanguage } from '../../../bot/contracts.js';
import { answerBlocks } from '../../page/answer-blocks.js';
import type { Block, Inline } from '../../page/shown-blocks.js';

/** An answer as a person would type it: no marks, steps numbered, addresses written out. */
export function typedAnswer(tree: AnswerTree, language: SpokenLanguage): string {
  return answerBlocks(tree, language).map(blockText).join('\n\n');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.children);
    case 'code-block':
      return block.text;
    case 'quote':
      return block.children.map(blockText).join('\n');
    case 'list':
      return block.items.map((item, index) => itemText(item, markOf(block.start, index))).join('\n');
  }
}

function markOf(start: number | null, index: number): string {
  return start === null ? '- ' : `${start + index}. `;
}

function itemText(item: readonly Block[], mark: string): string {
  const indent = ' '.repeat(mark.length);
  const lines = item.map(blockText).join('\n').split('\n');
  return mark + lines.join(`\n${indent}`);
}

function inlineText(children: readonly Inline[]): string {
  return children.map(oneInline).join('');
}

function oneInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return inline.text;
    case 'break':
      return '\n';
    case 'strong':
    case 'emphasis':
      return inlineText(inline.children);
    case 'link': {
      const text = inlineText(inline.children);
      return text === inline.href || text === '' ? inline.href : `${text} (${inline.href})`;
    }
  }
}
