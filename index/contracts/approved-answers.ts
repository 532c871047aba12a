/**
 * What agents answered customers and content people approved for everybody, as types.
 */

/** An answer of the company's own people. Nothing in it tells of whom it was first given to. */
export interface ApprovedAnswer {
  readonly id: string;
  readonly question: string;
  /** In Markdown. */
  readonly answer: string;
  /** IETF primary tag. */
  readonly language: string;
  /** Name of the agent who gave it, and of their company: customers read both. */
  readonly author: string;
  readonly company: string;
  /** When it was put forward, and when approved. ISO 8601 in UTC. */
  readonly writtenAt: string;
  readonly approvedAt: string;
  /** Name of who approved it, for colleagues. */
  readonly approvedBy: string;
}

/** What became of approving an answer. */
export type ApprovalOutcome = 'kept' | 'too-many';

/**
 * Approved answers, beside the releases: ingest reads them as a source, and what is taken back a server tells nobody from that
 * moment on, whatever release is live.
 */
export interface ApprovedAnswers {
  /** Whether an item is an answer that was taken back. */
  hides(itemId: string): boolean;
  /** Those in use, the newest first. */
  all(): readonly ApprovedAnswer[];
  /** Whether there ever was one, also where all are taken back by now. */
  hasAny(): boolean;
  /** Keeps an answer; one of the same id stays as it is. */
  keep(answer: ApprovedAnswer): ApprovalOutcome;
  /** Takes an answer back, with its words; false where there is none in use. */
  takeBack(id: string, at: Date): boolean;
  close(): void;
}
