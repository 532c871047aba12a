import type { TokenVectors } from './embedder.js';

/** Who said whether an answer was right. */
export type VerdictBy =
  | 'customer' // "did this help?"
  | 'choice' // took a question of "did you mean …?", or none of them
  | 'agent'; // sent the bot's suggestion, or marked it

/** What somebody said of one item as the answer to one question. It holds no personal data. */
export interface Verdict {
  /** The customer's own wording, one line, redacted. */
  readonly question: string;
  readonly itemId: string;
  readonly isRight: boolean;
  readonly by: VerdictBy;
  /** Opaque key of the customer or agent: the same for the same person, of no use outside its store. */
  readonly visitor: string;
  /** Whether the company signed who they are; of no meaning for an agent, who is always known. */
  readonly isIdentified: boolean;
  /**
   * Opaque key of where it came from: the network address, or the user where the channel tells no address; '' where
   * unknown. Anonymous people with one key are one voice, because anybody can be as many users as they like.
   */
  readonly address: string;
  /** Opaque key of the conversation. */
  readonly conversation: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** A question whose right or wrong items somebody told: what a confidence is fitted on. */
export interface Label {
  readonly question: string;
  /** Ids of items that answer it. */
  readonly right: readonly string[];
  /** Ids of items that do not. */
  readonly wrong: readonly string[];
  /** Whether `right` names every item that answers it; then every other item is wrong. */
  readonly isComplete: boolean;
  /** Whether only people said so whom the company does not know: all of these together count so much and no more. */
  readonly isAnonymous?: boolean;
  /** How much it counts, above 0 and at most 1: 1 for an evaluation file, less the fewer people said so. */
  readonly weight: number;
}

/** A label with the vector of its question, of unit length. */
export interface EmbeddedLabel extends Label {
  readonly vector: Float32Array;
  /** Left out where tokens are not compared. */
  readonly tokens?: TokenVectors | null;
}

/** What people whom the company does not know said, in all. */
export interface AnonymousSay {
  /** The labels that this makes. */
  readonly labels: number;
  /** How many different days (UTC) and addresses it came from. */
  readonly days: number;
  readonly addresses: number;
  /** Whether these are enough for it to count. */
  readonly isEnough: boolean;
}
