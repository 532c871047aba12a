import type { AnswerBlock, AnswerTree } from './answer-tree.js';
import { inlineWords, squeezed } from './inline-text.js';

/** An answer as the plain text that is searched: words stay, links lose their address, marks go. One line. */
export function treeWords(tree: AnswerTree): string {
  return squeezed(tree.map(blockWords).join(' '));
}

/** The words of one block on one line. */
export function blockWords(block: AnswerBlock): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineWords(block.children);
    case 'code':
      return squeezed(block.value);
    case 'table':
      return squeezed(
        block.children
          .flatMap((row) => row.children)
          .map((cell) => inlineWords(cell.children))
          .join(' '),
      );
    case 'list':
      return squeezed(block.children.map((item) => treeWords(item.children)).join(' '));
    case 'blockquote':
      return treeWords(block.children);
  }
}

/** How many words of the answer are embedded with the question; more gave nothing. */
const ANSWER_WORDS = 200;

/** The text of an item's passage vector: the question and the first 200 words of its answer. */
export function passageText(question: string, tree: AnswerTree): string {
  const words = treeWords(tree).split(' ').slice(0, ANSWER_WORDS);
  return `${question} ${words.join(' ')}`.trim();
}
