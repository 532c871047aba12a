import type { TurnState } from '../contracts.js';
import { questionInContext } from '../decisions/search-for.js';
import type { ReplyBase } from './reply.js';

type Parts = Pick<ReplyBase, 'understanding' | 'state'>;

/** The question talked about after this turn. */
export function questionAfter({ understanding: { wish }, state }: Parts): string | null {
  if (wish.kind === 'question') return wish.isFollowUp ? questionInContext(wish.text, state) : wish.text;
  if (wish.kind === 'company-matter') return wish.text;
  if (wish.kind === 'person') return wish.topic ?? state.question;
  return state.question;
}

/** The items not to show again for it: a new question begins with none. */
export function rejectedAfter({ understanding: { wish }, state }: Parts): readonly string[] {
  if (wish.kind === 'company-matter' || (wish.kind === 'question' && !wish.isFollowUp)) return [];
  if (wish.kind !== 'choice') return state.rejectedItemIds;
  const { value } = wish;
  const shown = state.answer?.itemId;
  if (value.action === 'feedback' && !value.isHelpful && shown !== undefined) return added(state, [shown]);
  if (value.action === 'none-of-these') return added(state, listedItems(state));
  return state.rejectedItemIds;
}

function listedItems({ openChoices }: TurnState): string[] {
  return openChoices.flatMap(({ value }) => (value.action === 'pick-item' ? [value.itemId] : []));
}

function added({ rejectedItemIds }: TurnState, more: readonly string[]): string[] {
  return [...new Set([...rejectedItemIds, ...more])];
}
