import type { OpposedPair, PairDecision } from '../../../index/contracts/pair-decisions.js';
import type { DeskAgent } from '../desk.js';
import type { ContentOutcome } from './desk-content.js';

/** Two answers that contradict each other, to be decided about. */
export interface PairEntry extends OpposedPair {
  /** Tells what was looked at from what came since. */
  readonly seen: string;
}

/** What somebody decided about two answers. */
export type DecidedPair = Pick<PairDecision, 'itemIds' | 'questions' | 'counts' | 'by' | 'at'>;

/** What waits for a decision, and what was decided. */
export interface PairLists {
  /** Those that are kept back first, fifty at most. */
  readonly entries: readonly PairEntry[];
  /** How many there are in all. */
  readonly count: number;
  /** The newest first, twenty at most. */
  readonly decided: readonly DecidedPair[];
}

/** Answers that contradict each other, for content people. */
export interface DeskPairs {
  lists(agent: DeskAgent): Promise<ContentOutcome<PairLists>>;
  /**
   * Decides about two answers; where one of them is another one now it is `changed-meanwhile`.
   * @param counts id of the item whose answer both questions get; null where each holds for its own
   */
  decide(
    agent: DeskAgent,
    itemIds: readonly [string, string],
    counts: string | null,
    seen: string,
  ): Promise<ContentOutcome<PairLists>>;
  /** Takes that back. @param at of the one that is meant */
  undecide(
    agent: DeskAgent,
    itemIds: readonly [string, string],
    at: string,
  ): Promise<ContentOutcome<PairLists>>;
}
