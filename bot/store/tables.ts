import type { VerdictTables } from '../../index/learning/verdict-tables.js';
import type { DeliveryProblem } from '../contracts/channels.js';
import type { HandoffReason } from '../contracts/desk.js';
import type { HandoffState, SpokenLanguage } from '../contracts/messages.js';
import type { Decision } from '../turn/contracts.js';
import type {
  AgentPictureRow,
  AgentRow,
  AuditRow,
  GoneNameRow,
  InvitationRow,
  PasswordResetRow,
  RecoveryCodeRow,
  SecondFactorRow,
  SessionRow,
  SignOnIdentityRow,
} from './account-tables.js';
import type { CannedAnswerRow } from './canned-answer-row.js';
import type { AnswerDraftRow } from './content/draft-row.js';
import type { ConversationLabelRow, LabelRow, SavedViewRow } from './desk/label-rows.js';
import type { HeardSignalRow, ReaderAlongRow } from './desk/lead-rows.js';
import type { MentionRow, NoteRow, ReplyDraftRow } from './desk/note-rows.js';
import type { ElsewhereTables } from './elsewhere/elsewhere-tables.js';
import type { FileKeyRow, FileRow } from './files/file-rows.js';
import type { MailTables } from './mail/mail-tables.js';
import type { SearchIndexRow, SearchLineRow } from './messages/search-rows.js';

/**
 * The tables of the conversation store. Times are ISO 8601 in UTC, so that they sort as text; booleans are 0 or 1; JSON
 * is text: the same columns on SQLite and on PostgreSQL.
 */
export interface Tables extends VerdictTables, ElsewhereTables, MailTables {
  conversations: ConversationRow;
  messages: MessageRow;
  turns: TurnRow;
  feedback: FeedbackRow;
  handoffs: HandoffRow;
  offers: OfferRow;
  timers: TimerRow;
  agents: AgentRow;
  sessions: SessionRow;
  sign_on_identities: SignOnIdentityRow;
  gone_names: GoneNameRow;
  agent_pictures: AgentPictureRow;
  second_factors: SecondFactorRow;
  recovery_codes: RecoveryCodeRow;
  invitations: InvitationRow;
  password_resets: PasswordResetRow;
  reply_drafts: ReplyDraftRow;
  answer_drafts: AnswerDraftRow;
  notes: NoteRow;
  mentions: MentionRow;
  canned_answers: CannedAnswerRow;
  labels: LabelRow;
  conversation_labels: ConversationLabelRow;
  saved_views: SavedViewRow;
  readers_along: ReaderAlongRow;
  heard_signals: HeardSignalRow;
  search_lines: SearchLineRow;
  search_index: SearchIndexRow;
  files: FileRow;
  file_keys: FileKeyRow;
  webchat_conversations: WebchatConversationRow;
  webchat_activities: WebchatActivityRow;
  audit: AuditRow;
}

export interface ConversationRow {
  id: string;
  channelId: string;
  channelConversationId: string;
  /** JSON of a `ConversationReference`: where messages of this conversation go. */
  reference: string;
  /** JSON of the `CustomerOrigin` told last; null for none. */
  cameBy: string | null;
  customerId: string;
  /** '' where the channel does not tell. */
  customerName: string;
  language: SpokenLanguage | null;
  /** 1 when the channel said that nothing reaches the customer; 0 again when they write. */
  isUnreachable: number;
  /** Everything sent up to then was delivered, or read; null where the channel told nothing of it. */
  deliveredUntil: string | null;
  readUntil: string | null;
  /** JSON of the `TurnState`; null before the first turn. */
  turnState: string | null;
  /** The hand-off that is under way or ended last; null when there never was one. */
  handoffId: string | null;
  /** Sequence number of the newest message. */
  lastSequence: number;
  customerWroteAt: string | null;
  createdAt: string;
  lastActivityAt: string;
}

/** `received → handled` for incoming messages (the inbox), `queued → sent | failed` for outgoing ones (the outbox). */
export type MessageStatus = 'received' | 'handled' | 'queued' | 'sent' | 'failed';

export interface MessageRow {
  id: string;
  conversationId: string;
  /** Place in the conversation, counted from 1; gaps are possible. */
  sequence: number;
  direction: 'in' | 'out';
  speakerKind: 'customer' | 'bot' | 'agent';
  speakerName: string;
  agentId: string | null;
  /** Plain text of a person, Markdown of the bot. */
  text: string;
  /** JSON: `IncomingDetails` of an incoming message, `OutgoingMessage` of an outgoing one. */
  message: string;
  /** Id of the channel: given by it for an incoming message, answered by it for a sent one. */
  activityId: string | null;
  turnId: string | null;
  status: MessageStatus;
  /** How often sending, or handling after a restart, was tried. */
  attempts: number;
  nextAttemptAt: string | null;
  lastError: string | null;
  createdAt: string;
  handledAt: string | null;
  /** When the attempt began that got the message through, or that may have. */
  sentAt: string | null;
  /** When the customer sent it, by the channel's clock; null for outgoing messages. */
  saidAt: string | null;
  /** JSON list: the channel's ids of the activities that this message became and that were sent so far, in order. */
  sentIds: string | null;
  /** JSON list of `[place, id]`: activities that the channel told went out, though the attempt was cut off. */
  arrivals: string | null;
  /** Until when the channel may still tell that the activity under way went out. */
  uncertainUntil: string | null;
  /** Why a failed message will not arrive. */
  problem: DeliveryProblem | null;
  /** Of messages with the same key the newest takes the place of the one before it. */
  collapseKey: string | null;
  /** The message in whose place this one is shown, where the channel can. */
  replacesId: string | null;
  /** What an agent's reply is known by when it comes again; unique for the agent in the conversation. */
  replyKey: string | null;
}

export interface TurnRow {
  id: string;
  conversationId: string;
  question: string;
  /** The question talked about after this turn, with what it follows up on; null for none. */
  wholeQuestion: string | null;
  /** JSON of the `Understanding`; null where the customer said nothing (welcome) or understanding failed. */
  understanding: string | null;
  decisionKind: Decision['kind'];
  reason: string | null;
  /** Probability of the best hit from 0 to 1; null where nothing was searched. */
  probability: number | null;
  /** The item given as answer; null where there was none. */
  itemId: string | null;
  /** JSON list of `{ itemId, probability, reason }`, best first. */
  hits: string;
  releaseId: string | null;
  durationMs: number;
  createdAt: string;
}

/** Outlives its conversation, so it holds no text and nothing that names a person. */
export interface FeedbackRow {
  turnId: string;
  conversationId: string | null;
  itemId: string | null;
  releaseId: string | null;
  isHelpful: number;
  createdAt: string;
}

export interface HandoffRow {
  id: string;
  conversationId: string;
  state: HandoffState;
  reason: HandoffReason;
  /** How soon a person is needed: 0 normal, 1 high, 2 urgent. */
  priority: number;
  question: string;
  /** JSON of a `BestGuess`. */
  bestGuess: string | null;
  /** What an agent said of the best guess; null while nobody has. */
  isGuessRight: number | null;
  createdAt: string;
  requestedAt: string | null;
  agentId: string | null;
  agentName: string | null;
  /** Where somebody who is no agent of the desk answers, such as "Meta Business Suite"; then there is no agent. */
  elsewherePlace: string | null;
  claimedAt: string | null;
  endedAt: string | null;
  /** When it came back to the queue last because its agent was gone; null when it never did. */
  returnedAt: string | null;
  /** The place in the queue the customer was told last, and when. */
  toldPlace: number | null;
  toldAt: string | null;
  /** When their wait is over by the estimate that they were told last; null for none. */
  toldUntil: string | null;
  /** The promise of an answer that is not kept yet (`Promised`): since when and with how much opening time it runs, … */
  promiseFrom: string | null;
  promiseLeftMs: number | null;
  /** … until when it is to be kept and when the desk is warned, both null while it stands still, … */
  promiseDueAt: string | null;
  promiseWarnAt: string | null;
  /** … and since when it stands still; null while it runs. */
  promiseStoppedAt: string | null;
  /** When the promise made last ran out before it was kept. */
  promiseBrokenAt: string | null;
  /** The team it was passed on to; null: the one that it is routed to. */
  teamId: string | null;
  /** While it waits: the agent it was passed on to, and until when nobody else gets it; both null for nobody. */
  reservedFor: string | null;
  reservedUntil: string | null;
  /** Until when its agent set it aside; null while they have not. */
  snoozedUntil: string | null;
  /** Of one that an agent closed: when its customer asked for a person again, so that it was not solved; null for never. */
  reopenedAt: string | null;
  /** How satisfied the customer is with it, from 1 to 5, when they said so, and in their own words why; null for nothing. */
  score: number | null;
  scoredAt: string | null;
  scoreComment: string | null;
  /** Who ended one that an agent had, as solved; null before, and where it ended by itself or by an earlier version. */
  closedBy: 'agent' | 'customer' | null;
  /** When the bot asked whether it stayed solved, and what the customer said, 0 or 1; null for nothing. */
  solvedAskedAt: string | null;
  staysSolved: number | null;
}

/**
 * `open` while its agent may take it; how it ended else. `silent` was taken, and no word was said; `passed-on` was had by the
 * agent, who gave it to somebody else.
 */
export type OfferState = 'open' | 'taken' | 'declined' | 'missed' | 'silent' | 'passed-on' | 'withdrawn';

/** A waiting hand-off that is, or was, held for an agent. */
export interface OfferRow {
  id: string;
  handoffId: string;
  conversationId: string;
  agentId: string;
  state: OfferState;
  offeredAt: string;
  /** Until when it may be taken. */
  dueAt: string;
  endedAt: string | null;
}

export type TimerKind =
  | 'expire-handoff'
  | 'tell-place'
  | 'retry-sending'
  | 'end-elsewhere'
  | 'return-to-queue'
  | 'offer-ends'
  | 'first-word'
  | 'promise-due'
  | 'reservation-ends'
  | 'ask-solved'
  | 'wake';

export interface TimerRow {
  conversationId: string;
  kind: TimerKind;
  dueAt: string;
}

export interface WebchatConversationRow {
  id: string;
  userId: string;
  startedAt: string;
  lastSequence: number;
  lastActivityAt: string;
  /** Bytes of its activities as JSON in UTF-8. */
  storedBytes: number;
}

export interface WebchatActivityRow {
  conversationId: string;
  sequence: number;
  activityId: string;
  /** JSON of the activity. */
  activity: string;
}
