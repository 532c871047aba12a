import type { SourceAnswer } from '../../index/contracts/content-edits.js';
import type { Item } from '../../index/contracts/items.js';
import { shownAnswer } from '../steps/shown-answer.js';

/** What a source gives of an item, in the words that a release would show. */
export function sourceAnswer({ question, answer, url, answeredAt, language, author }: Item): SourceAnswer {
  const shown = shownAnswer(answer).answer;
  return { question, answer: shown, url, answeredAt, language, author: author.name };
}
