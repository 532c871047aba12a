import type { AnswerInline, AnswerTree } from '../index/answers/answer-tree.js';
import { writeAnswer } from '../index/answers/write-answer.js';
import { splitAtAddresses } from '../index/platform/web-addresses.js';
import type { OutgoingMessage } from './contracts/messages.js';

/** The words of a message, in both forms. */
export type Said = Pick<OutgoingMessage, 'text' | 'tree'>;

/** What a tree says, as words of a message. */
export function said(tree: AnswerTree): Said {
  return { text: writeAnswer(tree), tree };
}

/**
 * Plain words, typed by a person or the bot's own, as a tree: an empty line begins a paragraph, a line break stays one and
 * a bare web address is a link. No mark in them means anything.
 */
export function plainTree(words: string): AnswerTree {
  return words
    .replace(/\r\n?/g, '\n')
    .split(/\n(?:[^\S\n]*\n)+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({ type: 'paragraph', children: inlinesOf(paragraph) }));
}

function inlinesOf(paragraph: string): AnswerInline[] {
  return paragraph.split('\n').flatMap((line, at): AnswerInline[] => {
    const inlines = splitAtAddresses(line.trim()).map(({ text, isAddress }): AnswerInline => {
      const words: AnswerInline = { type: 'text', value: text };
      return isAddress ? { type: 'link', url: text, children: [words] } : words;
    });
    return at === 0 ? inlines : [{ type: 'break' }, ...inlines];
  });
}
