import type { AnswerInline } from './answer-tree.js';
import { flatText, markedRanges } from './inline-text.js';

const SENTENCES = new Intl.Segmenter('nl', { granularity: 'sentence' });
/** After these a full stop ends no sentence, whatever follows. */
const ABBREVIATED =
  /(?:^|[\s(])(?:bijv|bv|nr|dhr|mevr|mw|incl|excl|ca|evt|resp|d\.w\.z|o\.a|t\.o\.v|m\.b\.t|e\.g|i\.e|approx|mr|mrs|dr|vs|fig)\.\s*$/i;
/** Emphasis on more characters is a way to write, not a mark of what belongs together. */
const LONGEST_MARKED = 600;

/** Where the sentences of a paragraph end in its flat text, the last at its end; none in an empty one. */
export function sentenceEnds(inlines: readonly AnswerInline[]): number[] {
  const text = flatText(inlines);
  const marked = markedRanges(inlines).filter(([from, to]) => to - from <= LONGEST_MARKED);
  const ends: number[] = [];
  let from = 0;
  let range = 0;
  for (const [index, end] of segmentsOf(text)) {
    const segment = text.slice(index, end);
    while ((marked[range]?.[1] ?? Number.POSITIVE_INFINITY) < index) range += 1;
    const [opens, closes] = marked[range] ?? [Number.POSITIVE_INFINITY, 0];
    const isInside = opens <= index && index < closes;
    if (ends.length > 0 && (isInside || isUnfinished(text.slice(from, index), segment))) ends.pop();
    else from = index;
    ends.push(end);
  }
  return ends;
}

/** A smiley behind which a new sentence begins. */
const SMILEY =
  /(?:\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\u200d|\ufe0f)*|(?<=\s)[:;]-?[)D(P])\s+(?=\p{Lu})/gu;

function segmentsOf(text: string): (readonly [from: number, to: number])[] {
  return [...SENTENCES.segment(text)].flatMap(({ segment, index }) => {
    const ends = [...segment.matchAll(SMILEY)].map((match) => index + match.index + match[0].length);
    const borders = [index, ...ends, index + segment.length];
    return borders.slice(1).map((end, at) => [borders[at] ?? index, end] as const);
  });
}

/** Whether a text does not end a sentence: it is a mark, an abbreviation or a broken line. */
function isUnfinished(text: string, next: string): boolean {
  if (text.length > LONGEST_MARKED) return false;
  if (!/\p{L}/u.test(text) || !/[\p{L}\p{N}]/u.test(next) || ABBREVIATED.test(text)) return true;
  return /[^.!?:;,\s]\s*\n\s*$/.test(text) && /^\s*\p{Ll}/u.test(next);
}
