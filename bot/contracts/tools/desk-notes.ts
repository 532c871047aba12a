/** Who writes or is mentioned. */
export interface NoteAgent {
  readonly id: string;
  readonly name: string;
}

/** What an agent wrote beside a conversation for colleagues; the customer never gets it. */
export interface DeskNote {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** Names of the accounts that it mentions. */
  readonly mentioned: readonly string[];
}

/** That somebody was mentioned in a note and has not looked at the conversation since. */
export interface DeskMention {
  readonly noteId: string;
  readonly conversationId: string;
  readonly customerName: string;
  /** Who wrote the note. */
  readonly by: string;
  readonly text: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** What became of a note. */
export type NoteOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'unknown-conversation' }
  /** The conversation has as many notes as it may. */
  | { readonly kind: 'too-many'; readonly most: number }
  /** Another note was kept under this key. */
  | { readonly kind: 'key-used' };

/** Notes of agents among themselves. They go with their conversation, which is kept no longer for them. */
export interface DeskNotes {
  /**
   * Keeps a note, once under its key. "@" and the name of an account mention it, twenty at most.
   * @param text 4,000 UTF-16 units at most are kept
   * @param key chosen by whoever asks, new for each note
   */
  add(conversationId: string, agent: NoteAgent, text: string, key: string): Promise<NoteOutcome>;
  /** Where an agent was mentioned and has not looked since, the newest first, fifty at most. */
  mentions(agent: NoteAgent): Promise<readonly DeskMention[]>;
  /** An agent looked at a conversation: its mentions of them are seen. */
  saw(conversationId: string, agent: NoteAgent): Promise<void>;
}
