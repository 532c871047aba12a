import type { DeskEnding } from '../contracts/desk.js';
import type { SpokenLanguage } from '../contracts/messages.js';

/** An answer that agents send often. */
export interface CannedAnswerRow {
  id: string;
  /** Whose own it is; null for one of the whole company. */
  agentId: string | null;
  language: SpokenLanguage;
  /** In lower case; unique for its owner and language. */
  shortcut: string;
  title: string;
  text: string;
  /** How the conversation is left with it; null where it is not. */
  ending: DeskEnding | null;
  changedAt: string;
}
