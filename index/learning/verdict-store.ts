import type { Verdict } from '../contracts/labels.js';

/** What is settled about a wording: learned by confirmations, or accepted or refused by a person. */
export type WordingStanding = 'learned' | 'accepted' | 'refused';

/** A wording that joins an item, or never will. It names nobody and stays when the verdicts that led to it have gone. */
export interface SettledWording {
  readonly id: string;
  readonly itemId: string;
  readonly wording: string;
  readonly standing: WordingStanding;
  /** Votes when it was settled. */
  readonly confirmations: number;
  readonly rejections: number;
  /** Of the confirmations, those of people whom the company knows. */
  readonly knownConfirmations: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** Where verdicts come from, as pseudonyms. */
export interface VerdictOrigin {
  readonly visitors: readonly string[];
  readonly conversations: readonly string[];
}

/**
 * What people said of answers, and what was learned from it: a part of the conversation store. Ingest reads it beside a
 * running server.
 */
export interface VerdictStore {
  /** An opaque key: the same for the same parts in this store, and not to be traced back without its secret. */
  pseudonym(...parts: readonly string[]): string;
  /** Keeps a verdict; a later one of the same person on the same item and wording replaces it. */
  record(verdict: Verdict): Promise<void>;
  /** All verdicts, oldest first. */
  verdicts(): Promise<Verdict[]>;
  /** Deletes verdicts given before a time; returns how many. */
  forgetBefore(time: Date): Promise<number>;
  /** Deletes the verdicts given in a conversation on the questions that `isMeant` picks. @param conversation its pseudonym */
  forgetQuestions(conversation: string, isMeant: (question: string) => boolean): Promise<void>;
  /** What somebody said, or what was said in conversations. @param who pseudonyms of a visitor, of conversations */
  verdictsOf(who: VerdictOrigin): Promise<Verdict[]>;
  /** Deletes what `verdictsOf` gives; returns how many. */
  forgetVerdictsOf(who: VerdictOrigin): Promise<number>;
  /** Deletes what is settled about wordings. */
  forgetWordings(ids: readonly string[]): Promise<void>;
  wordings(): Promise<SettledWording[]>;
  /** Keeps what a person decided about wordings, in place of what was settled before: all of it or nothing. */
  review(wordings: readonly SettledWording[]): Promise<void>;
  /**
   * Keeps what was learned by confirmations, in place of what was learned so before; what a person decided stays.
   * Wordings of items that `hasItem` does not know go.
   */
  keepLearned(learned: readonly SettledWording[], hasItem: (itemId: string) => boolean): Promise<void>;
}
