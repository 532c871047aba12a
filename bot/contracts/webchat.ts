import type { Activity } from './activities.js';

/** A conversation of the Direct Line server. */
export interface WebchatConversation {
  readonly id: string;
  readonly userId: string;
  readonly startedAt: string;
}

/** Where the Direct Line server keeps what was said, so that a reload or restart loses nothing. */
export interface WebchatStore {
  /** Starts a conversation; false when it was started before (idempotent). */
  start(conversation: WebchatConversation): Promise<boolean>;
  find(conversationId: string): Promise<WebchatConversation | null>;
  /** Appends an activity unless its id is there already; returns its sequence number, counted from 1, either way. */
  append(
    conversationId: string,
    activity: Activity & { readonly id: string },
  ): Promise<{ readonly sequence: number; readonly isNew: boolean }>;
  /** Activities after a sequence number, in order, at most `limit`. */
  after(
    conversationId: string,
    sequence: number,
    limit: number,
  ): Promise<readonly { readonly sequence: number; readonly activity: Activity }[]>;
}
