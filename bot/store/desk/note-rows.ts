/** What an agent typed for a conversation and did not send: theirs alone. */
export interface ReplyDraftRow {
  agentId: string;
  conversationId: string;
  text: string;
  changedAt: string;
}

/** What an agent wrote beside a conversation, for colleagues. */
export interface NoteRow {
  id: string;
  conversationId: string;
  /** Who wrote it; the name stays when the account is removed. */
  agentId: string;
  agentName: string;
  text: string;
  /** What it is known by when it comes again; unique for the agent in the conversation. */
  noteKey: string;
  createdAt: string;
}

/** That a note mentions an account. */
export interface MentionRow {
  noteId: string;
  agentId: string;
  conversationId: string;
  agentName: string;
  /** When who is mentioned looked at the conversation; null until then. */
  seenAt: string | null;
}
