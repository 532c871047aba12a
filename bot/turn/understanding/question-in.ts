import type { Heard } from '../../../index/contracts/hearing.js';
import type { TurnState, Wish } from '../contracts.js';
import { clausesOf, joinClauses } from './clauses.js';
import { isFollowUp } from './follow-up.js';
import { matterHeard } from './heard-matter.js';
import { oneLine, wordsOf } from './normalise.js';
import { smallTalkOf, withoutGreeting } from './small-talk.js';

/** The question in a text, or the company matter that it is. */
export function questionIn(text: string, state: TurnState, heard: Heard | null): Wish {
  const words = withoutCourtesy(text);
  const own = withoutAnnouncement(words);
  const matter =
    matterHeard(heard) ??
    (ACCOUNT_NUMBER.test(text) ? ({ reason: 'account', isClear: false } as const) : null);
  if (matter) return { kind: 'company-matter', ...matter, text: words };
  if (own !== null) return { kind: 'question', text: own, isFollowUp: false, isNewSubject: true };
  return { kind: 'question', text: words, isFollowUp: state.question !== null && isFollowUp(words) };
}

/** An IBAN: who types one speaks of their own account, whatever the rest sounds like. */
const ACCOUNT_NUMBER = /(?<![\p{L}\p{N}])[a-z]{2}\d{2} ?[a-z0-9]{4}(?: ?\d{4}){2}/iu;

const ANNOUNCES =
  /\b(iets (heel |totaal )?anders|(een )?(andere|nieuwe|volgende) vraag|nog een vraag(je)?|ander(e)? vraagje|ander onderwerp|something else|(another|a different|different|new|one more) (question|thing|topic|subject)|change of subject|moving on)\b/;
/** In words. */
const LONGEST_ANNOUNCEMENT = 6;

/** What follows an announcement of another subject ("different question: …"); null where none is announced. */
function withoutAnnouncement(text: string): string | null {
  const [first, ...others] = clausesOf(text);
  if (!first || others.length === 0) return null;
  const words = wordsOf(first.text);
  if (words.length > LONGEST_ANNOUNCEMENT || !ANNOUNCES.test(words.join(' '))) return null;
  return oneLine(joinClauses(others)) || null;
}

/** The question itself: greetings, openings and thanks around it are cut off, several messages become one line. */
function withoutCourtesy(text: string): string {
  const clauses = clausesOf(withoutGreeting(text));
  const isTalk = clauses.map((clause) => smallTalkOf(clause.text) !== null);
  const first = isTalk.indexOf(false);
  if (first < 0) return oneLine(text);
  const kept = joinClauses(clauses.slice(first, isTalk.lastIndexOf(false) + 1));
  return oneLine(withoutGreeting(kept)) || oneLine(text);
}
