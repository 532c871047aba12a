import type { Activity } from './activities.js';

/** A conversation of the Direct Line server. */
export interface WebchatConversation {
  readonly id: string;
  readonly userId: string;
  readonly startedAt: string;
}

/** How much one conversation may hold before what comes next is refused. */
export interface WebchatRoom {
  /** Number of activities, of everybody in it. */
  readonly activities: number;
  /** Bytes of them all as JSON in UTF-8. */
  readonly bytes: number;
}

/** Where the Direct Line server keeps what was said, so that a reload or restart loses nothing. */
export interface WebchatStore {
  /** Starts a conversation; false when it was started before (idempotent). */
  start(conversation: WebchatConversation): Promise<boolean>;
  find(conversationId: string): Promise<WebchatConversation | null>;
  /**
   * Appends an activity unless its id is there already; returns its sequence number, counted from 1, either way.
   * @param room how much the conversation may hold before; without it the activity always fits
   * @throws WEBCHAT_CONVERSATION_FULL when the activity is new and the conversation holds as much as `room` says
   */
  append(
    conversationId: string,
    activity: Activity & { readonly id: string },
    room?: WebchatRoom,
  ): Promise<{ readonly sequence: number; readonly isNew: boolean }>;
  /**
   * Activities after a sequence number, in order: at most `limit`, and where `maxBytes` is given no more than have that
   * many bytes as JSON, but always one where there is one. Only these are read.
   */
  after(
    conversationId: string,
    sequence: number,
    limit: number,
    maxBytes?: number,
  ): Promise<readonly { readonly sequence: number; readonly activity: Activity }[]>;
}
