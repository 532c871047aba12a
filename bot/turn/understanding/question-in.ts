import type { Heard } from '../../../index/contracts.js';
import type { TurnState, Wish } from '../contracts.js';
import { clausesOf, joinClauses } from './clauses.js';
import { isFollowUp } from './follow-up.js';
import { matterHeard } from './heard-matter.js';
import { oneLine } from './normalise.js';
import { smallTalkOf, withoutGreeting } from './small-talk.js';

/** The question in a text, or the company matter that it is. */
export function questionIn(text: string, state: TurnState, heard: Heard | null): Wish {
  const words = withoutCourtesy(text);
  const matter = matterHeard(heard);
  if (matter) return { kind: 'company-matter', ...matter, text: words };
  return { kind: 'question', text: words, isFollowUp: state.question !== null && isFollowUp(words) };
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
