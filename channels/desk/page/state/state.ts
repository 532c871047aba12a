import type { DeliveryProblem } from '../../../../bot/contracts/channels.js';
import type {
  BotPause,
  DeskAgent,
  DeskConversation,
  DeskEnding,
  DeskEntry,
  DeskFile,
  DeskMessage,
  DeskNotice,
  DeskRole,
} from '../../../../bot/contracts/desk.js';
import type { SpokenLanguage } from '../../../../bot/contracts/messages.js';
import type { DeskMention } from '../../../../bot/contracts/tools/desk-notes.js';
import type { ChannelsAtDesk } from '../../../channels-at-desk.js';
import type { ResetLook } from '../../contracts.js';
import { type AssignmentState, NO_ASSIGNMENT } from './assignment-state.js';
import { NO_SIGNS, type SignsState } from './signs.js';

/** Where the page is; it follows from the address and from who is signed in. */
type Screen =
  | { readonly kind: 'starting' }
  /** `endedFor`: the agent whose session ended under their hands, null where nobody was signed in or they left. */
  | { readonly kind: 'sign-in'; readonly endedFor: string | null }
  | { readonly kind: 'invitation'; readonly token: string; readonly role: DeskRole | null }
  | { readonly kind: 'reset'; readonly token: string; readonly account: ResetLook['account'] }
  /** A second factor is demanded, and none is set up. */
  | { readonly kind: 'set-up' }
  | { readonly kind: 'desk'; readonly agent: DeskAgent; readonly place: Place };

/** What an agent looks at. */
export type Place =
  | { readonly kind: 'queue' }
  | { readonly kind: 'conversation'; readonly conversationId: string }
  | { readonly kind: 'team' }
  | { readonly kind: 'lead' }
  | { readonly kind: 'search' }
  | { readonly kind: 'with-bot' }
  | { readonly kind: 'canned' }
  | { readonly kind: 'content' }
  | { readonly kind: 'releases' }
  | { readonly kind: 'privacy' }
  | { readonly kind: 'account' }
  | { readonly kind: 'audit' }
  | { readonly kind: 'mentions' };

/** Whether live changes arrive. */
export type Connection = 'connecting' | 'live' | 'lost';

/** A reply that is not yet part of the conversation as the server tells it. */
export interface PendingReply {
  /** Stable over tries, so that the server says it once. */
  readonly key: string;
  readonly text: string;
  /** How the conversation is left with it; left out where it is not. */
  readonly ending?: DeskEnding | undefined;
  /** Left out for none. */
  readonly files?: readonly DeskFile[] | undefined;
  readonly state: 'sending' | 'unsent';
}

/** Something an agent must be told: an action that did not succeed. */
export interface Notice {
  readonly conversationId: string | null;
  readonly code: string;
  readonly agentName: string | null;
  readonly problem: DeliveryProblem | null;
}

/** All that the page knows, in one immutable value. */
export interface DeskState {
  readonly language: SpokenLanguage;
  readonly screen: Screen;
  readonly connection: Connection;
  /** What the server told of the channels. */
  readonly channels: ChannelsAtDesk;
  /** Whether the entries were ever read. */
  readonly hasEntries: boolean;
  readonly entries: readonly DeskEntry[];
  /** Doors that do not send, and an ingest that failed, until somebody has seen to it. */
  readonly doorNotices: readonly DeskNotice[];
  /** Why the bot answers nothing now; null while it does. */
  readonly pause: BotPause | null;
  /** Server's clock minus this machine's, in milliseconds. */
  readonly clockOffsetMs: number;
  /** Conversations that began to wait while this page was open and were not looked at. */
  readonly newIds: readonly string[];
  /** By conversation: what the customer had written last when this page last showed it (`customerWroteAt`). */
  readonly readUntil: Readonly<Record<string, string>>;
  /** Conversations as they were fetched last. */
  readonly conversations: Readonly<Record<string, DeskConversation>>;
  readonly drafts: Readonly<Record<string, string>>;
  /** The drafts that the server keeps, as far as this page knows. */
  readonly keptDrafts: Readonly<Record<string, string>>;
  /** The conversation that was opened just now, into whose box goes what the server keeps; null for none. */
  readonly draftDue: string | null;
  /** By conversation: what came that the author of a reply had not seen, where it was held back. */
  readonly held: Readonly<Record<string, readonly DeskMessage[]>>;
  readonly pending: Readonly<Record<string, readonly PendingReply[]>>;
  readonly notice: Notice | null;
  readonly assignment: AssignmentState;
  /** Where this agent is mentioned and has not looked since. */
  readonly mentions: readonly DeskMention[];
  /** Who looks and who types. */
  readonly signs: SignsState;
}

/** The state of a page that has just opened. */
export function initialState(language: SpokenLanguage): DeskState {
  return {
    language,
    screen: { kind: 'starting' },
    connection: 'connecting',
    channels: { channels: [], doors: [] },
    hasEntries: false,
    entries: [],
    doorNotices: [],
    pause: null,
    clockOffsetMs: 0,
    newIds: [],
    readUntil: {},
    conversations: {},
    drafts: {},
    keptDrafts: {},
    draftDue: null,
    held: {},
    pending: {},
    notice: null,
    assignment: NO_ASSIGNMENT,
    mentions: [],
    signs: NO_SIGNS,
  };
}
