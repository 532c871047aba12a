/** The tables of desks in channels, of who is who there, and of who is at work. */
export interface ElsewhereTables {
  desk_rooms: DeskRoomRow;
  desk_threads: DeskThreadRow;
  desk_posts: DeskPostRow;
  entra_links: EntraLinkRow;
  link_codes: LinkCodeRow;
  shifts: ShiftRow;
}

/** A group of a channel in which agents work (`DeskRoom`). */
export interface DeskRoomRow {
  channelId: string;
  conversationId: string;
  serviceUrl: string;
  botId: string;
  tenantId: string;
  teamId: string;
  hearsAll: number;
  queueCardId: string | null;
  queueShown: string;
}

/** The thread of a hand-off in such a group (`DeskThread`). It outlives its conversation until the channel shows nothing of it. */
export interface DeskThreadRow {
  handoffId: string;
  channelId: string;
  conversationId: string | null;
  threadId: string | null;
  rootId: string | null;
  shown: string;
  fromId: string | null;
  endedAt: string | null;
}

/** One message below the first of a thread (`DeskPost`). */
export interface DeskPostRow {
  handoffId: string;
  key: string;
  /** Rises in a thread. */
  place: number;
  words: string | null;
  activityId: string | null;
  shown: string;
}

/** Whom an account is at Microsoft Entra. */
export interface EntraLinkRow {
  agentId: string;
  /** Object id, in lower case. */
  entraId: string;
  linkedAt: string;
}

/** A one-time code by which an account can be linked. */
export interface LinkCodeRow {
  agentId: string;
  codeHash: string;
  expiresAt: string;
}

/** That somebody works in a group of a channel, by a session of its own. */
export interface ShiftRow {
  agentId: string;
  tokenHash: string;
  isAway: number;
}
