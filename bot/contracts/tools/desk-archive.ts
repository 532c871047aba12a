import type { DeskEntry, HandoffReason } from '../desk.js';
import type { HandoffState, SpokenLanguage } from '../messages.js';

/** A hand-off of a customer, or a conversation that the bot alone had. Times are ISO 8601 in UTC. */
export interface PastContact {
  /** Of the hand-off, or of the conversation where there was none. */
  readonly id: string;
  readonly conversationId: string;
  readonly channelId: string;
  readonly state: HandoffState;
  /** Null where no person was asked for. */
  readonly reason: HandoffReason | null;
  readonly question: string;
  /** Who had it; null where nobody did. */
  readonly holderName: string | null;
  readonly startedAt: string;
  /** Null while it goes on, and for what the bot alone had. */
  readonly endedAt: string | null;
  /** Whether the customer was back for a person within a week after an agent closed it: it counts as not solved. */
  readonly wasReopened?: true;
  /** Names of the labels of its conversation. */
  readonly labels: readonly string[];
}

/** What is looked for; what is left out does not matter. */
export interface ConversationSearch {
  /** Words, each of which must stand in one message or note, at its beginning or whole; letters with accents count as without. */
  readonly words: string;
  readonly channelId?: string | undefined;
  readonly language?: SpokenLanguage | undefined;
  /** Said at this time or later, and before that one; ISO 8601 in UTC. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** Agent who has or had it. */
  readonly agentId?: string | undefined;
  /** Only conversations with this label. */
  readonly labelId?: string | undefined;
  /** Only what nobody waits in and nobody has. */
  readonly isEnded?: boolean | undefined;
  /** `next` of the page before. */
  readonly after?: string | undefined;
}

/** A piece of a found line. */
export interface FoundPiece {
  readonly text: string;
  /** Whether it is one of the words that were looked for. */
  readonly isMatch: boolean;
}

export interface FoundLine {
  /** `note`: what an agent wrote for colleagues. */
  readonly kind: 'customer' | 'bot' | 'agent' | 'note';
  readonly name: string;
  readonly at: string;
  /** Around the first match, in order; empty where only the name matches. */
  readonly pieces: readonly FoundPiece[];
}

/** A conversation in which the words stand. */
export interface FoundConversation {
  readonly conversationId: string;
  readonly channelId: string;
  readonly customerName: string;
  readonly language: SpokenLanguage;
  readonly state: HandoffState;
  readonly holderName: string | null;
  /** Names of its labels. */
  readonly labels: readonly string[];
  /** The newest lines, three at most. */
  readonly lines: readonly FoundLine[];
}

/** A page of what was found, the newest first. A conversation may stand on a later page again, with older lines. */
export interface FoundPage {
  readonly found: readonly FoundConversation[];
  /** Where older ones are looked for; null where there are none. A page with it may be empty. */
  readonly next: string | null;
}

/** What was said before, and where it can be found again. */
export interface DeskArchive {
  /**
   * What a customer had to do with us before and has now, the newest first, fifty at most: by the identity that the channel
   * gives them. Null where there is no such conversation.
   */
  history(conversationId: string): Promise<readonly PastContact[] | null>;
  /**
   * Conversations in which customers wrote to the bot within a day and that no person has or is waited for in, fifty at most,
   * those written in last first.
   */
  withBot(): Promise<readonly DeskEntry[]>;
  /** Looks for words in every conversation that is kept. Whatever is looked for, it is no error and takes no longer. */
  search(search: ConversationSearch): Promise<FoundPage>;
}
