import type { PairEntry } from '../../../../../bot/contracts/content/desk-pairs.js';

/** Answers that contradict each other. */
export interface PairWords {
  readonly title: string;
  readonly hint: string;
  readonly none: string;
  readonly shown: (shown: number, all: number) => string;
  readonly about: Readonly<Record<PairEntry['about'], string>>;
  readonly heldBack: string;
  readonly believedLess: string;
  readonly older: string;
  readonly newer: string;
  readonly votes: (count: number) => string;
  readonly olderCounts: string;
  readonly newerCounts: string;
  readonly bothHold: string;
  /** What a button does, with the question that it is about. */
  readonly of: (act: string, question: string) => string;
  readonly keptOne: string;
  readonly keptBoth: string;
  readonly decided: string;
  /** What was decided. */
  readonly counted: (question: string) => string;
  readonly countedBoth: string;
  readonly by: (name: string, at: string) => string;
  readonly undo: string;
  readonly undone: string;
}
