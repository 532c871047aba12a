import { asksForPerson } from './asks-for-person.js';
import { dangerIn } from './danger/danger-in.js';
import { feedbackIn } from './feedback-words.js';
import { wordsOf } from './normalise.js';
import { smallTalkOf } from './small-talk.js';
import { yesOrNo } from './yes-or-no.js';

/** Up to this many words without an end mark, more is likely to come. */
const SHORT = 4;
const ENDS_OPEN =
  /(,|:|;|-|…|\.\.\.)$|\b(en|of|maar|want|omdat|dus|als|dat|die|met|voor|van|op|in|bij|de|het|een|mijn|and|or|but|because|so|if|that|with|for|of|on|in|at|the|a|an|my|to|when|is|ik|i)$/iu;

/**
 * Whether a customer seems to be still typing, so that it is worth waiting for the next message: a greeting, an opening
 * ("I have a question"), an open end ("my router is") or a short fragment without an end mark.
 *
 * What needs no more words is finished: danger, a yes or no, thanks, a request for a person, a number, a word with "?".
 */
export function looksUnfinished(text: string): boolean {
  const line = text.trim();
  if (line === '' || /[?!.]$/.test(line.replace(/\.\.+$/, ','))) return false;
  if (dangerIn(line)) return false;
  const words = wordsOf(line);
  if (words.length === 0 || words.length > 12) return ENDS_OPEN.test(line);
  if (yesOrNo(line) || feedbackIn(line) || asksForPerson(line) || /^\d+$/.test(line)) return false;
  const talk = smallTalkOf(line);
  if (talk) return talk === 'greeting' || talk === 'asks-for-help';
  return ENDS_OPEN.test(line) || words.length <= SHORT;
}
