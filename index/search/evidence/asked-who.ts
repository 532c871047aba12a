import { countShared, namingWordsOf } from './small-words.js';

/** Who did something to the customer ("wie mij belt", "who keeps calling me"), or is to be found out ("see who it was"). */
const WHO =
  /(?<!\p{L})(?:wie|who)(?!\p{L})(?: (?!help|pay|betaal|g[ei]ve?)\p{L}+){0,2}? (?:mij|me|mn|m[’']n)(?!\p{L})|(?<!\p{L})(?:achterha(?:al|len)|erachter|zien|weten|trace|find out|see|know)(?!\p{L})(?: \p{L}+){0,3}? (?:wie|who)(?!\p{L})/iu;
const NAMES_SOMEBODY = /(?<!\p{L})(?:wie|wiens|who|whose)(?!\p{L})/iu;

/**
 * Whether a question wants to know who somebody is, and the item, on the same subject, tells of nobody: how to hide one's own
 * number is no answer to who called with a hidden one.
 *
 * On the fields of `fit` and `choose` it meets no pair, no control, 7 of 2,400 near questions and no other question.
 */
export function asksWhoElse(
  question: string,
  { title, answer }: { readonly title: string; readonly answer: string },
): boolean {
  if (!WHO.test(question) || NAMES_SOMEBODY.test(`${title} ${answer}`)) return false;
  return countShared(namingWordsOf(title), namingWordsOf(question)) > 0;
}
