import type { Item, Statement } from '../../index/contracts/items.js';
import { dropLabel } from './corrections/drop-pointer.js';
import { stillHolds } from './corrections/still-holds.js';
import { whatChanged } from './corrections/what-changed.js';
import { ownEdit } from './own-edit.js';

/** What a later reply says to the answer. */
export interface LaterStatement extends Statement {
  /** Whether the answer no longer holds beside it; else it adds to it. */
  readonly contradicts: boolean;
  readonly votes: number;
}

/** The part of an item that tells its answer. */
export type ToldAnswer = Pick<
  Item,
  'answer' | 'whatChanged' | 'author' | 'answeredAt' | 'url' | 'votes' | 'earlier' | 'additions'
>;

/** Longest list of either kind: what was said before that helps nobody. */
const MOST_EARLIER = 3;
const MOST_ADDITIONS = 3;

/**
 * Tells the answer as it stands today: the newest statement that corrects it, in its writer's words and under their name,
 * with what it corrects behind it; what only adds stands beside it. What the author took back in an edit counts the same.
 * What a single correction leaves standing of the answer stands beside it.
 * @param later oldest first
 * @param asked the question
 */
export function tellAnswer(
  first: Statement & { readonly votes: number },
  later: readonly LaterStatement[],
  asked: string,
): ToldAnswer {
  const edited = ownEdit(first.text);
  const original = edited
    ? [
        { ...first, text: edited.before },
        { ...first, text: dropLabel(edited.edit) },
      ]
    : [first];
  const corrections = later.filter(({ contradicts }) => contradicts);
  const told = [...original, ...corrections];
  const current = told.at(-1) ?? first;
  const earlier = told.slice(0, -1).reverse().slice(0, MOST_EARLIER);
  const place = later.findLastIndex(({ contradicts }) => contradicts);
  const standing =
    corrections.length + (edited ? 1 : 0) === 1 ? standingBeside(first.text, current.text, asked) : '';
  const additions = [...(standing === '' ? [] : [{ ...first, text: standing }]), ...later.slice(place + 1)];
  const change = earlier.length > 0 ? whatChanged(current.text) : null;
  return {
    answer: current.text,
    ...(change === null ? {} : { whatChanged: change }),
    author: current.author,
    answeredAt: current.at,
    url: current.url,
    votes: current.votes,
    ...(earlier.length > 0 ? { earlier: earlier.map(statementOf) } : {}),
    ...(additions.length > 0 ? { additions: additions.slice(0, MOST_ADDITIONS).map(statementOf) } : {}),
  };
}

/** What one correction, or one edit, leaves standing. */
function standingBeside(text: string, current: string, asked: string): string {
  const edited = ownEdit(text);
  if (edited === null) return stillHolds(text, current, asked);
  return edited.isAllOld ? '' : stillHolds(edited.before, edited.edit, asked, 'own');
}

function statementOf({ text, author, at, url }: Statement): Statement {
  return { text, author, at, url };
}
