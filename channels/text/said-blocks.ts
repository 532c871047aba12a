import type { OutgoingMessage, SpokenLanguage } from '../../bot/contracts.js';
import { answerBlocks } from '../page/answer-blocks.js';
import type { Block } from '../page/markdown-tree.js';
import { readMarkdown } from './read-markdown.js';

/** Words of a message: those it says, or the whole answer behind its button. */
export type Said = Pick<OutgoingMessage, 'text' | 'tree'>;

/** What is said as blocks: of an answer its tree, as it was read at ingest; else what the Markdown says. */
export function saidBlocks({ text, tree }: Said, language: SpokenLanguage): Block[] {
  return tree ? answerBlocks(tree, language) : readMarkdown(text);
}
