import type { EmbeddedLabel } from '../contracts.js';
import { wordsOf } from '../lexical/tokenize.js';
import type { Observation } from './calibration.js';
import { createLeads, logitOf } from './confidence.js';
import type { OwnWording } from './own-questions.js';
import type { Rank } from './rank.js';
import type { SearchIndex } from './search-index.js';

interface LabelParts {
  readonly index: SearchIndex;
  readonly rank: Rank;
  readonly labels: readonly EmbeddedLabel[];
  readonly wordingAt: (wording: number) => OwnWording;
  readonly numberOf: (id: string) => number | null;
}

/**
 * Asks a release the questions of its labels and notes whether the first answer is right. A wording that was learned from
 * the very question is not looked at, or every lesson would prove itself. A label that cannot tell about the first answer
 * (it knows only that another is wrong) says nothing.
 */
export function observeLabels({ index, rank, labels, wordingAt, numberOf }: LabelParts): Observation[] {
  const wordingsByText = new Map<string, Set<number>>();
  if (labels.length > 0) {
    for (let wording = 0; wording < index.itemOfWording.length; wording++) {
      const key = keyOf(wordingAt(wording).text);
      const same = wordingsByText.get(key);
      if (same) same.add(wording);
      else wordingsByText.set(key, new Set([wording]));
    }
  }
  const twinOf = (item: number) => index.twinOfItem[item] ?? item;
  const answersOf = (ids: readonly string[]) => new Set(ids.flatMap((id) => answerOf(index, numberOf(id))));
  return labels.flatMap((label) => {
    const own = learnedWordings(index, wordingsByText.get(keyOf(label.question)));
    const ranked = rank(
      { text: label.question, vector: label.vector, companionVector: label.companionVector ?? null },
      { isHiddenWording: (wording) => own.has(wording), isWithoutRejections: true },
    );
    const [first] = ranked;
    if (!first) return [];
    const right = answersOf(label.right);
    const isRight = right.has(first.answer);
    const isKnown = isRight || label.isComplete || right.size > 0 || answersOf(label.wrong).has(first.answer);
    if (!isKnown) return [];
    return [
      { logit: logitOf(first.dense, createLeads(ranked, twinOf)(first)), isRight, weight: label.weight },
    ];
  });
}

/** Of the wordings with a text only the phrasings: an item's own question was there before the label. */
function learnedWordings(index: SearchIndex, wordings: ReadonlySet<number> = new Set()): ReadonlySet<number> {
  return new Set(
    [...wordings].filter(
      (wording) => index.firstWordingOfItem[index.itemOfWording[wording] ?? 0] !== wording,
    ),
  );
}

function answerOf(index: SearchIndex, item: number | null): number[] {
  return item === null ? [] : [index.answerOfItem[item] ?? 0];
}

function keyOf(text: string): string {
  return wordsOf(text).join(' ');
}
