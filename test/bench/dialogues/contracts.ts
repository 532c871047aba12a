import type { Dialogue, DialogueTurn } from '../../../bot/evaluation/dialogues/dialogue.js';
import type { SearchResult } from '../../../index/contracts/search.js';

/** A first turn and the one that follows it. */
export type FollowUp = Omit<Dialogue, 'id' | 'turns'> & {
  readonly turns: readonly [Asked, Asked];
};
export type Asked = Pick<DialogueTurn, 'text' | 'relevant'>;

export const STRATEGIES = ['last message only', 'always both', 'ours', 'better of the two'] as const;
export type Strategy = (typeof STRATEGIES)[number];

/** What each way of searching finds for the second turn of a dialogue. */
export type Found = Readonly<Record<Strategy, SearchResult>>;
export type Outcome = FollowUp & { readonly found: Found };
