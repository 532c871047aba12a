import type { SpokenLanguage } from '../../contracts/messages.js';

/** An answer that waits for a content person. */
export interface AnswerDraftRow {
  id: string;
  conversationId: string;
  agentId: string;
  agentName: string;
  language: SpokenLanguage;
  question: string;
  /** Markdown. */
  answer: string;
  createdAt: string;
}
