import type { BestGuess } from '../../../bot/contracts/desk.js';
import type { AnswerTree, SpokenLanguage } from '../../../bot/contracts/messages.js';
import { answerBlocks } from '../../page/answer-blocks.js';
import { inlineText } from '../../page/inline-text.js';
import type { Block } from '../../page/shown-blocks.js';

/** An answer as a person would type it: no marks, steps numbered, addresses written out. */
export function typedAnswer(tree: AnswerTree, language: SpokenLanguage): string {
  return answerBlocks(tree, language).map(blockText).join('\n\n');
}

/** A guess as an agent would type it, with the address of its source. */
export function typedGuess({ tree, source }: BestGuess, language: SpokenLanguage): string {
  const text = typedAnswer(tree, language);
  return source.url === null ? text : `${text}\n\n${source.line}: ${source.url}`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.children, { link: linkText });
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

function linkText(words: string, href: string): string {
  return words === href || words === '' ? href : `${words} (${href})`;
}
