import type { DeskAgent } from '../desk.js';

/** A group of a channel in which agents work: whatever is said there is no customer's. One for each channel. */
export interface DeskRoom {
  readonly channelId: string;
  /** As the channel names it, without any thread; '' where there is none any more, and only what one showed is to go. */
  readonly conversationId: string;
  /** Where the channel takes messages for it. */
  readonly serviceUrl: string;
  /** The bot as the channel names it. */
  readonly botId: string;
  /** '' where the channel tells none. */
  readonly tenantId: string;
  /** The group whose members may act; '' where it is the room itself. */
  readonly teamId: string;
  /** Whether the channel brings everything that is said there, also what does not mention the bot. */
  readonly hearsAll: boolean;
  /** The channel's id of the message that shows the queue; null before it was sent. */
  readonly queueCardId: string | null;
  /** What it shows, as a mark of its content; '' before it was sent. */
  readonly queueShown: string;
}

/** The thread of a hand-off in a room. */
export interface DeskThread {
  readonly handoffId: string;
  /** Null where the conversation was deleted: then what the room shows of it has to go as well. */
  readonly conversationId: string | null;
  /** Whether it is about the hand-off that the conversation has now. */
  readonly isCurrent: boolean;
  /** The thread as the channel names it, and its first message, which shows the hand-off; null before it was sent. */
  readonly threadId: string | null;
  readonly rootId: string | null;
  /** What the first message shows, as a mark of its content; '' before it was sent. */
  readonly shown: string;
  /** The newest message of the conversation that the first message can show; later ones follow it. Null while all are there. */
  readonly fromId: string | null;
  /** When nothing was left to show of it, ISO 8601 in UTC; null until then. */
  readonly endedAt: string | null;
}

/** One message below the first of a thread. */
export interface DeskPost {
  readonly handoffId: string;
  /** Unique in its thread: the id of a message of the conversation, or one of a notice. */
  readonly key: string;
  /** What it says where it shows no message of the conversation; null for one that does. */
  readonly words: string | null;
  /** The channel's id; null before it was sent. */
  readonly activityId: string | null;
  /** What it shows, as a mark of its content. */
  readonly shown: string;
}

/** What is kept of the rooms in which agents work, so that a restart neither loses nor repeats a message there. */
export interface DeskRooms {
  room(channelId: string): Promise<DeskRoom | null>;
  /**
   * Makes it the room of its channel. What another one shows is to go from there: its threads are listed with those whose
   * conversation is gone.
   * @param queueThreadId in which that one shows the queue
   */
  setRoom(room: DeskRoom, queueThreadId: string): Promise<void>;
  changeRoom(
    channelId: string,
    change: Partial<Pick<DeskRoom, 'hearsAll' | 'queueCardId' | 'queueShown'>>,
  ): Promise<void>;
  /** The thread of the hand-off that a conversation has now, begun where there is none; null where it has no hand-off. */
  threadOf(channelId: string, conversationId: string): Promise<DeskThread | null>;
  /** The thread that begins with a message of the channel; null where there is none. */
  threadFrom(channelId: string, rootId: string): Promise<DeskThread | null>;
  /** Those of a conversation that are not at their end, and those whose conversation is gone where it is null. */
  openThreads(channelId: string, conversationId: string | null): Promise<readonly DeskThread[]>;
  /** Conversations with a thread that is not at its end. */
  openConversations(channelId: string): Promise<readonly string[]>;
  changeThread(
    handoffId: string,
    change: Partial<Pick<DeskThread, 'threadId' | 'rootId' | 'shown' | 'fromId' | 'endedAt'>>,
  ): Promise<void>;
  /** Forgets a thread with its posts. */
  forgetThread(handoffId: string): Promise<void>;
  /** In the order in which they were begun. */
  posts(handoffId: string): Promise<readonly DeskPost[]>;
  /** Keeps a post to be sent; one whose key is there changes nothing. */
  addPost(post: Pick<DeskPost, 'handoffId' | 'key' | 'words'>): Promise<void>;
  changePost(
    handoffId: string,
    key: string,
    change: Partial<Pick<DeskPost, 'activityId' | 'shown'>>,
  ): Promise<void>;
  /** Ids of the messages of a conversation that agents said under keys with this beginning. */
  saidUnder(conversationId: string, keyBegin: string): Promise<ReadonlySet<string>>;
}

/** Whom an agent is at Microsoft Entra, by whose word a channel says who acts. */
export interface DeskIdentities {
  /** The account of an object id; null where there is none, or it is locked. */
  agentOf(entraId: string): Promise<DeskAgent | null>;
  /** Makes a one-time code by which an agent says who they are elsewhere, in place of an older one; good for minutes. */
  makeCode(agent: DeskAgent): Promise<{ readonly code: string; readonly expiresAt: string }>;
  /** Uses a code up and links its account; null where it is unknown, used or has ended. An object id has one account. */
  useCode(code: string, entraId: string): Promise<DeskAgent | null>;
  isLinked(agentId: string): Promise<boolean>;
  unlink(agentId: string): Promise<void>;
}

/** Somebody at work in a room. */
export interface DeskShift {
  readonly agentId: string;
  readonly name: string;
  /** They want nothing new and still have somebody. */
  readonly isAway: boolean;
}

/** Who is at work in a room: a session like one at the page, which ends when nothing is heard for long. */
export interface DeskShifts {
  /** Somebody says that they are there, or does something: they are, until `until` (ISO 8601 in UTC). */
  begin(agentId: string, until: string, isAvailable: boolean): Promise<void>;
  /** They want nothing new. Those who have nobody are gone at once. @returns how many conversations they have */
  rest(agentId: string): Promise<number>;
  /** Everybody whose time is not over. */
  list(): Promise<readonly DeskShift[]>;
  /** Ends those whose time is over, and those who are away and have nobody any more. @returns whose ended */
  endOver(): Promise<readonly string[]>;
}

/** What the bot keeps for a desk in a channel. */
export interface DeskElsewhere {
  readonly rooms: DeskRooms;
  readonly identities: DeskIdentities;
  readonly shifts: DeskShifts;
}
