/**
 * What content people decided about answers that contradict each other, and what they were asked about, as types.
 */
import type { Item } from './items.js';

/** What two answers to one question disagree about. */
export type DisagreementSubject = 'money' | 'amount' | 'verdict' | 'steps';

/** One of two answers that contradict each other. */
export interface OpposedAnswer extends Pick<Item, 'question' | 'answer' | 'language' | 'url' | 'answeredAt'> {
  readonly itemId: string;
  readonly author: string;
  readonly votes: number;
  /** sha256 of the answer, whole. */
  readonly answerHash: string;
}

/** Two answers that cannot both hold. */
export interface OpposedPair {
  readonly older: OpposedAnswer;
  readonly newer: OpposedAnswer;
  readonly about: DisagreementSubject;
  /** Whether neither is told until somebody decides; else the older one is believed less. */
  readonly isHeldBack: boolean;
}

/** What a person decided about two answers. */
export interface PairDecision {
  /** Ids of their items, in order. */
  readonly itemIds: readonly [string, string];
  /** In the order of the ids. */
  readonly questions: readonly [string, string];
  /** sha256 of each answer as it was read then. */
  readonly answerHashes: readonly [string, string];
  /** Id of the item whose answer both questions get; null where each holds for its own question. */
  readonly counts: string | null;
  /** Name of the person, for colleagues. */
  readonly by: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** Decisions about pairs. One counts while the answer that counts says what it said then; where both hold, while both do. */
export interface PairDecisions {
  /** The newest first. */
  decisions(): readonly PairDecision[];
  /** Keeps one in place of the one before about the same two; of too many the oldest is forgotten. */
  decide(decision: PairDecision): void;
  /** Takes one back. @returns false where it is not there any more */
  undecide(itemIds: readonly [string, string], at: string): boolean;
}
