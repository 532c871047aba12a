import type { DeskAgent, DeskEnding } from '../desk.js';
import type { SpokenLanguage } from '../messages.js';

/** What is kept of a canned answer, in one language. */
export interface CannedText {
  readonly language: SpokenLanguage;
  /** What brings it when typed behind "/": letters, digits and "-", in lower case. */
  readonly shortcut: string;
  readonly title: string;
  /** With placeholders such as "{customer}", which the page fills. */
  readonly text: string;
  /** What happens to the conversation when it is sent; null for nothing. */
  readonly ending: DeskEnding | null;
}

/** An answer that is written once and sent often. */
export interface CannedAnswer extends CannedText {
  readonly id: string;
  /** Whether it is the whole company's, written by administrators; else it is the agent's own. */
  readonly isShared: boolean;
}

/** What became of a change. */
export type CannedOutcome =
  | { readonly kind: 'done' }
  /** Only administrators change those of the whole company; of another agent's own nobody knows. */
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'unknown-answer' }
  /** Another one of the same owner and language has the shortcut. */
  | { readonly kind: 'shortcut-used' }
  /** Its owner has as many as they may. */
  | { readonly kind: 'too-many'; readonly most: number };

/** Canned answers: the company's, and each agent's own, which go with their account. */
export interface DeskCanned {
  /** Name of the company, for the placeholder. */
  readonly company: string;
  /** Those an agent can use, by shortcut, own ones before the company's. */
  list(agent: DeskAgent): Promise<readonly CannedAnswer[]>;
  /** Adds one. At most 300 are the company's and 100 an agent's own. */
  add(agent: DeskAgent, text: CannedText, isShared: boolean): Promise<CannedOutcome>;
  change(agent: DeskAgent, id: string, text: CannedText): Promise<CannedOutcome>;
  remove(agent: DeskAgent, id: string): Promise<CannedOutcome>;
}
