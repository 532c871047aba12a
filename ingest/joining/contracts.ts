/**
 * Threads that ask the same, as types.
 */
import type { DisagreementSubject } from '../../index/contracts/pair-decisions.js';

/** Two items of one question, by id in order. */
export type LikePair =
  | { readonly kind: 'duplicate'; readonly ids: readonly [string, string] }
  | {
      readonly kind: 'contradicting';
      readonly ids: readonly [string, string];
      readonly about: DisagreementSubject;
    };

/** What content people settled about two threads: `join` tells them as one, the first answers; `separate` leaves both as they are. */
export interface JoinRule {
  readonly rule: 'join' | 'separate';
  /** Two ids of items, or links to their threads. */
  readonly threads: readonly [string, string];
  /** Such as "joins.jsonl line 3". */
  readonly position: string;
}

/** Why one answer leads and not the other. */
export type LeadReason = 'rule' | 'pinned' | 'community' | 'rank' | 'accepted' | 'votes' | 'newer' | 'first';

/**
 * What is done about threads that ask the same. `join` joins those whose answers agree, believes the older of two that contradict each
 * other less, and keeps both back where they contradict each other about money (`on` is its earlier name); `doubt` keeps none back;
 * `tell` only names all of it.
 */
export type JoinMode = 'join' | 'on' | 'doubt' | 'tell' | 'off';

/** How threads that ask the same are told as one. */
export interface JoiningOptions {
  readonly mode: JoinMode;
  /** File of content people's rules. */
  readonly rulesFile: string;
  /** Ranks of the company's people, as the community writes them. */
  readonly staffRanks: readonly string[];
}
