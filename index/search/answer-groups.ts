import type { SearchIndex } from './search-index.js';

/** Which items and how many wordings belong to an answer. */
export interface AnswerGroups {
  itemsOf(answer: number): Uint32Array;
  /** Questions and phrasings of all its items, what was asked not counted. */
  wordingsOf(answer: number): number;
}

/** Turns "the answer of an item" round. Answers are numbered from 0 without gaps. */
export function createAnswerGroups(
  index: Pick<SearchIndex, 'answerOfItem' | 'firstWordingOfItem' | 'firstAskedOfItem'>,
): AnswerGroups {
  const { answerOfItem, firstWordingOfItem, firstAskedOfItem } = index;
  const answers = answerOfItem.reduce((highest, answer) => Math.max(highest, answer + 1), 0);
  const firstOf = new Uint32Array(answers + 1);
  const wordings = new Uint32Array(answers);
  for (let item = 0; item < answerOfItem.length; item++) {
    const answer = answerOfItem[item] as number;
    firstOf[answer + 1] = (firstOf[answer + 1] as number) + 1;
    wordings[answer] =
      (wordings[answer] as number) + (firstAskedOfItem[item] ?? 0) - (firstWordingOfItem[item] ?? 0);
  }
  for (let answer = 0; answer < answers; answer++) {
    firstOf[answer + 1] = (firstOf[answer + 1] as number) + (firstOf[answer] as number);
  }
  const items = new Uint32Array(answerOfItem.length);
  const filled = firstOf.slice();
  for (let item = 0; item < answerOfItem.length; item++) {
    const answer = answerOfItem[item] as number;
    items[filled[answer] as number] = item;
    filled[answer] = (filled[answer] as number) + 1;
  }
  return {
    itemsOf: (answer) => items.subarray(firstOf[answer] ?? 0, firstOf[answer + 1] ?? 0),
    wordingsOf: (answer) => wordings[answer] ?? 0,
  };
}
