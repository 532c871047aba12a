/** A file that belongs to a conversation, named as its channel names it: a file may come in before the bot knows of it. */
export interface FileRow {
  id: string;
  channelId: string;
  channelConversationId: string;
  name: string;
  contentType: string;
  bytes: number;
  /** The agent who chose it for a reply; null for what a customer sent. */
  agentId: string | null;
  /** 1 once it is part of a message; what is never said goes after a day. */
  isSaid: number;
  createdAt: string;
}

/** What addresses of files are signed with; the newest signs, the one before it counts until its addresses have ended. */
export interface FileKeyRow {
  id: string;
  key: string;
  createdAt: string;
}
