import { weigh } from './evidence.js';
import {
  AGAINST_A_REQUEST,
  ASKED_FOR,
  BESIDE_A_REQUEST,
  ENOUGH_FOR_A_PERSON,
  OF_A_REQUEST,
  OTHER_WORD,
} from './person-evidence.js';
import { REQUEST_WORDS } from './person-words.js';

/** In words; in a longer clause evidence meets that does not belong together. */
const LONGEST_WEIGHED = 18;

/**
 * Whether a clause asks for a person in a wording that no pattern knows: somebody who is asked for, or no bot; talking,
 * or a wish; each kind with its points, and every word that is about something else takes some away.
 */
export function weighsAsRequest(words: readonly string[]): boolean {
  if (words.length < 2 || words.length > LONGEST_WEIGHED) return false;
  const text = words.join(' ');
  const person = weigh(text, ASKED_FOR);
  const request = weigh(text, OF_A_REQUEST);
  const has = (kind: string) => request.kinds.has(kind);
  const isAsked =
    (person.points > 0 && (has('talk') || has('no bot'))) ||
    (person.points > 1 && has('wish')) ||
    (has('no bot') && (has('talk') || has('wish'))) ||
    (has('call back') && has('wish'));
  if (!isAsked) return false;
  const others = words.filter(
    (word) => !REQUEST_WORDS.has(word) && !BESIDE_A_REQUEST.has(word) && !/^\d+$/.test(word),
  );
  const points =
    person.points + request.points + weigh(text, AGAINST_A_REQUEST).points + others.length * OTHER_WORD;
  return points >= ENOUGH_FOR_A_PERSON;
}
