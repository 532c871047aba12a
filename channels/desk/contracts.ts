import type { AgentStanding, AssignmentMode, DeskTeam } from '../../bot/contracts/assignment.js';
import type { DeliveryProblem } from '../../bot/contracts/channels.js';
import type {
  BotPause,
  DeskAgent,
  DeskConversation,
  DeskEntry,
  DeskFile,
  DeskMessage,
  DeskNotice,
  DeskRole,
} from '../../bot/contracts/desk.js';
import type { DeskAccount } from '../../bot/contracts/desk-accounts.js';
import type { HandoffState } from '../../bot/contracts/messages.js';
import type { ChannelsAtDesk } from '../channels-at-desk.js';

/** What the desk's API and its page say to each other, as types; the page imports this file and no code of the server. */

/** Everything on the desk at one moment. */
export interface DeskSnapshot {
  /** Waiting conversations, longest first, and those that agents have now. */
  readonly entries: readonly DeskEntry[];
  /** Doors that do not send, and an ingest that failed, until somebody has seen to it. */
  readonly notices: readonly DeskNotice[];
  /** Why the bot answers nothing now; null while it does. */
  readonly pause: BotPause | null;
  /** How much everybody has who is signed in, who is here and who is away. */
  readonly standings: readonly AgentStanding[];
  /** The server's clock, ISO 8601 in UTC: waiting times are counted by it, not by the agent's own clock. */
  readonly now: string;
}

/** The event `everything` of the live stream, with which each connection begins. */
export interface NumberedSnapshot extends DeskSnapshot {
  /** How many differences were told before. */
  readonly sequence: number;
}

/** The event `difference` of the live stream. A page that missed one before it connects again. */
export interface DeskDifference extends Omit<DeskSnapshot, 'entries' | 'standings'> {
  /** One more than that of the event before. */
  readonly sequence: number;
  readonly entries: EntryDifference;
  /** Those that are new or other than they were. */
  readonly standings: readonly AgentStanding[];
  /** Agents who have signed out since. */
  readonly signedOut: readonly string[];
  /** Conversations that changed since the event before; a page that shows one of them fetches it again. */
  readonly changedIds: readonly string[];
}

/** What has become of the rows. */
export interface EntryDifference {
  /** Rows that are new, or other than they were. */
  readonly rows: readonly DeskEntry[];
  /** Conversations whose rows are gone. */
  readonly gone: readonly string[];
  /** Where the rows stand that are new or have moved, in their order. */
  readonly places: readonly EntryPlace[];
}

/** A row stands behind the row `after`, as that comes to stand; null: it is the first. */
export interface EntryPlace {
  readonly id: string;
  readonly after: string | null;
}

/** An agent as colleagues see who looks and types. */
export interface DeskViewer {
  readonly agentId: string;
  readonly name: string;
}

/** The event `viewers` of the live stream: who looks at conversations now, nobody where the list is empty. */
export interface ViewersNews {
  /** Whether nobody looks at any conversation but these; so each connection begins. */
  readonly isAll: boolean;
  readonly conversations: readonly {
    readonly conversationId: string;
    readonly viewers: readonly DeskViewer[];
  }[];
}

/** The event `typing` of the live stream: somebody types in a conversation. It is over by itself. */
export interface TypingNews {
  readonly conversationId: string;
  readonly by: 'customer' | DeskViewer;
}

/** What a page makes of an event of the live stream: everything as it is, and what changed. */
export interface DeskNews extends DeskSnapshot {
  readonly changedIds: readonly string[];
}

/** Answer of sign-in, of `me` and of an accepted invitation. */
export interface SignedIn {
  readonly agent: DeskAgent;
  /** Whether a second factor must be set up before anything else is answered. */
  readonly mustSetUp: boolean;
  /** What the channels are called and what they do not allow. */
  readonly channels: ChannelsAtDesk;
  /** How conversations come to agents, and which teams there are. */
  readonly assignment: { readonly mode: AssignmentMode; readonly teams: readonly DeskTeam[] };
}

/** Whether an agent is linked with their account at Microsoft Entra; null where agents work at the page alone. */
export interface LinkReply {
  readonly isLinked: boolean | null;
}

/** A one-time code with which they link themselves there. */
export interface LinkCodeReply {
  readonly code: string;
  readonly expiresAt: string;
}

/** Answer of reading a conversation and of every action on it: how it stands now. */
export interface ConversationReply {
  readonly conversation: DeskConversation;
  /** What the agent who asks typed and did not send, here or at another device; '' for nothing. */
  readonly draft: string;
}

/** Answer of choosing a file for a reply. */
export interface FileReply {
  readonly file: DeskFile;
}

/** Answer of making an invitation or a link to a new password. */
export interface InvitationReply {
  /** The one-time link; it is shown once and not kept. */
  readonly link: string;
  readonly expiresAt: string;
}

/** Answer of looking at an invitation; a role of null: it is unknown, used or has ended. */
export interface InvitationLook {
  readonly role: DeskRole | null;
}

/** Answer of reading the accounts and of every change to one: how all of them stand now. */
export interface AgentsReply {
  readonly agents: readonly DeskAccount[];
}

/** Answer of looking at a link to a new password; null: it is unknown, used or has ended. */
export interface ResetLook {
  readonly account: { readonly name: string; readonly email: string } | null;
}

/** The one form of every error. */
export interface DeskProblem {
  readonly error: {
    readonly code: string;
    readonly message: string;
    /** Who has the conversation, where somebody else was first. */
    readonly agentName?: string | null;
    /** How the hand-off stands, where it does not allow the action. */
    readonly state?: HandoffState;
    /** Why the channel would not take a reply. */
    readonly problem?: DeliveryProblem;
    /** What came before a reply that its author had not seen, the oldest first. */
    readonly newer?: readonly DeskMessage[];
  };
}
