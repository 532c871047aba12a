import type { ApprovedAnswer } from '../../../index/contracts/approved-answers.js';
import type { DeskAgent } from '../desk.js';
import type { SpokenLanguage } from '../messages.js';

/** A question that others will ask too, and what is answered to it: one line, and Markdown. */
export interface SharedAnswer {
  readonly question: string;
  readonly answer: string;
}

/** What an agent put forward for everybody, as it waits for a content person. */
export interface AnswerDraft extends SharedAnswer {
  readonly id: string;
  readonly language: SpokenLanguage;
  readonly authorName: string;
  /** ISO 8601 in UTC. */
  readonly writtenAt: string;
  /** Whether who looks at it wrote it, so that somebody else must approve it. */
  readonly isOwn: boolean;
}

/** An approved answer, and whether customers get it by now; else the next release brings it. */
export interface ApprovedAtDesk extends ApprovedAnswer {
  readonly isLive: boolean;
}

/** What agents put forward, and what became of it. */
export interface DraftLists {
  /** The oldest first. */
  readonly waiting: readonly AnswerDraft[];
  /** The newest first. */
  readonly approved: readonly ApprovedAtDesk[];
}

/** What became of putting forward, approving, refusing or taking back. */
export type DraftOutcome<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  /** Personal data was found in what was to be kept, and nothing was: this is what it would be without. */
  | { readonly kind: 'redacted'; readonly without: SharedAnswer }
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'own-draft' }
  | { readonly kind: 'unknown-draft' }
  | { readonly kind: 'too-many' }
  /** Nothing can be kept here. */
  | { readonly kind: 'not-ready' };

/** From the answer to one customer to the knowledge for all: an agent puts it forward, somebody else of the content people approves it. */
export interface DeskDrafts {
  /**
   * Question and answer of a conversation without personal data, for the agent to look at; nothing is kept. Of those who have it, or
   * had it when it ended.
   */
  suggest(conversationId: string, agent: DeskAgent): Promise<DraftOutcome<SharedAnswer>>;
  /** Puts an answer forward, in place of what was put forward from this conversation before. */
  propose(conversationId: string, agent: DeskAgent, draft: SharedAnswer): Promise<DraftOutcome<null>>;
  /** What waits and what is in use, a hundred each at most; for content people, as is all below. */
  lists(agent: DeskAgent): Promise<DraftOutcome<DraftLists>>;
  /** Approves a draft of somebody else in these words. */
  approve(agent: DeskAgent, draftId: string, words: SharedAnswer): Promise<DraftOutcome<DraftLists>>;
  /** Refuses a draft, or takes one's own back; nothing is left of it. */
  refuse(agent: DeskAgent, draftId: string): Promise<DraftOutcome<DraftLists>>;
  /** Takes an approved answer back: nobody is told it from then on. */
  takeBack(agent: DeskAgent, answerId: string): Promise<DraftOutcome<DraftLists>>;
}
