import { answerBlocks } from '../../../channels/page/answer-blocks.js';
import type { Block, Inline } from '../../../channels/page/shown-blocks.js';
import { parseAnswer } from '../../../index/answers/parse-answer.js';
import type { Reply } from './customer.js';

/** One thing that is shown: words with what can be opened in them. */
export interface Shown {
  readonly words: string;
  readonly links: readonly string[];
}

/** As clients find addresses in plain text: a mark that ends a sentence is none of it. */
const ADDRESS = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?]/g;
const QUESTIONS = ['Heeft dit u geholpen?', 'Did this help?'];
const ANSWERS = ['Ja', 'Nee', 'Yes', 'No'];

/** Markdown as a person reads it. */
export function readMarkdown(markdown: string): Shown {
  const links: string[] = [];
  const words = answerBlocks(parseAnswer(markdown), 'nl')
    .map((block) => blockWords(block, links))
    .join('\n');
  return { words: words.replace(ADDRESS, ''), links };
}

/** Plain text as a person reads it; addresses in it can be opened. */
export function readPlain(text: string): Shown {
  return { words: text.replace(ADDRESS, ''), links: text.match(ADDRESS) ?? [] };
}

/**
 * Puts together what a person sees.
 * @param titles everything that can be chosen, the answers to "did this help?" among them
 */
export function replyOf(
  shown: readonly Shown[],
  titles: readonly string[],
  more: Partial<Omit<Reply, 'words' | 'links' | 'choices'>> = {},
): Reply {
  const words = shown.map((one) => one.words).join('\n');
  const rates = titles.filter((title) => ANSWERS.includes(title));
  const isAsked = QUESTIONS.some((question) => words.includes(question));
  return {
    words,
    links: shown.flatMap((one) => one.links),
    choices: titles.filter((title) => !ANSWERS.includes(title)),
    unfolds: '',
    speaker: null,
    changed: '',
    ...more,
    canRate: isAsked && (more.canRate ?? rates.length === 2),
  };
}

function blockWords(block: Block, links: string[]): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return inlineWords(block.children, links);
    case 'code-block':
      return block.text;
    case 'quote':
      return block.children.map((child) => blockWords(child, links)).join('\n');
    case 'list':
      return block.items
        .map((item, index) => {
          const mark = block.start === null ? '•' : `${block.start + index}.`;
          return `${mark} ${item.map((child) => blockWords(child, links)).join('\n')}`;
        })
        .join('\n');
  }
}

function inlineWords(nodes: readonly Inline[], links: string[]): string {
  return nodes.map((node) => wordsOf(node, links)).join('');
}

function wordsOf(node: Inline, links: string[]): string {
  switch (node.kind) {
    case 'text':
      return node.text.replaceAll('&lt;', '<').replaceAll('&#96;', '`').replaceAll('&amp;', '&');
    case 'code':
      return node.text;
    case 'break':
      return '\n';
    case 'link':
      links.push(node.href);
      return inlineWords(node.children, links);
    default:
      return inlineWords(node.children, links);
  }
}
