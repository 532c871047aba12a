import { trigramsOf, wordsOf } from '../lexical/tokenize.js';
import { type AnswerBlock, answerBlocks } from './answer-blocks.js';
import { plainText } from './plain-text.js';

/** The part of an answer to show, in Markdown. */
export interface Passage {
  readonly text: string;
  /** Whether a part of the answer is left out. */
  readonly isPart: boolean;
}

/** About so many words are shown at once; a list is shown whole however long it is. */
const SHOWN_WORDS = 60;
/** An answer that is not much longer is shown whole: a button for two more lines helps nobody. */
const WHOLE_WORDS = 75;
const COMPARED_TRIGRAMS = 80;
/** What a block loses for every block before it. People answer first and explain later. */
const POSITION_COST = 0.06;
/** Worth of a list: somebody who asks how to do something wants the steps. */
const LIST_BONUS = 0.1;

/**
 * Chooses the part of an answer that answers a question: the block that shares most with the question, earlier ones
 * first, filled up with its neighbours to about 60 words. Blocks stay in order and next to each other; steps are never
 * torn apart. Where nothing is shared, as between two languages, that is the beginning.
 *
 * @param weightOf how much a trigram tells (its idf); rare ones tell more
 */
export function choosePassage(
  question: string,
  answer: string,
  weightOf: (trigram: string) => number = () => 1,
): Passage {
  const whole = answer.trim();
  if (countWords(whole) <= WHOLE_WORDS) return { text: whole, isPart: false };
  const blocks = answerBlocks(whole).flatMap(splitLong);
  const asked = tellingTrigrams(question, weightOf);
  const scores = blocks.map((block, place) => {
    const bonus = block.kind === 'list' ? LIST_BONUS : 0;
    return overlap(asked, block) + bonus - POSITION_COST * place;
  });
  const best = scores.indexOf(Math.max(...scores));
  const [start, end] = widened(blocks, best);
  const text = joinBlocks(blocks.slice(start, end));
  return { text, isPart: start > 0 || end < blocks.length };
}

/** The trigrams of a question that tell most, with their weights; those of a whole story would only cost time. */
function tellingTrigrams(question: string, weightOf: (trigram: string) => number): [string, number][] {
  return [...new Set(trigramsOf(question))]
    .map((trigram): [string, number] => [trigram, weightOf(trigram)])
    .sort(([, left], [, right]) => right - left)
    .slice(0, COMPARED_TRIGRAMS);
}

/** The weight of the trigrams of the question that a block has, as a share of all of them. */
function overlap(asked: readonly [string, number][], block: AnswerBlock): number {
  // The padded words in one string hold exactly their trigrams: looking them up is cheaper than cutting a long answer.
  const present = wordsOf(plainText(block.text))
    .map((word) => `_${word}_`)
    .join(' ');
  let shared = 0;
  let total = 0;
  for (const [trigram, weight] of asked) {
    total += weight;
    if (present.includes(trigram)) shared += weight;
  }
  return total === 0 ? 0 : shared / total;
}

/** A block and as many of its neighbours, those after it first, as fit into the words shown. */
function widened(blocks: readonly AnswerBlock[], chosen: number): readonly [number, number] {
  const size = (at: number) => countWords(blocks[at]?.text ?? '');
  let start = chosen;
  let end = chosen + 1;
  let words = size(chosen);
  for (;;) {
    if (end < blocks.length && words + size(end) <= SHOWN_WORDS) words += size(end++);
    else if (start > 0 && words + size(start - 1) <= SHOWN_WORDS) words += size(--start);
    else return [start, end];
  }
}

const SENTENCES = new Intl.Segmenter('nl', { granularity: 'sentence' });

/** Cuts a long paragraph into groups of sentences; anything else stays whole. */
function splitLong(block: AnswerBlock): SplitBlock[] {
  if (block.kind !== 'paragraph' || countWords(block.text) <= SHOWN_WORDS) return [block];
  const groups: string[] = [];
  for (const { segment } of SENTENCES.segment(block.text)) {
    const last = groups.at(-1);
    if (last !== undefined && (isOpen(last) || countWords(last + segment) <= SHOWN_WORDS / 2)) {
      groups[groups.length - 1] = last + segment;
    } else groups.push(segment);
  }
  return groups.map((text, place) => ({ text: text.trim(), kind: 'paragraph', isContinued: place > 0 }));
}

/** Whether a link, code or emphasis that began in a text has not ended in it. */
function isOpen(text: string): boolean {
  const count = (mark: string) => text.split(mark).length - 1;
  return count('[') > count(']') || count('](') > count(')') || count('`') % 2 === 1 || count('**') % 2 === 1;
}

interface SplitBlock extends AnswerBlock {
  /** Whether it stood in the same paragraph as the one before it. */
  readonly isContinued?: boolean;
}

function joinBlocks(blocks: readonly SplitBlock[]): string {
  return blocks
    .map((block, place) => (place === 0 ? '' : block.isContinued ? ' ' : '\n\n') + block.text)
    .join('');
}

function countWords(text: string): number {
  return wordsOf(text).length;
}
