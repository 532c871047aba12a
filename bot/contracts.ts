/**
 * What the bot shows to channels and desk, as types. `channels/` may import this file and nothing else of `bot/`.
 * A turn produces channel-free `OutgoingMessage`s; a channel renders them in the best form it can show.
 */

/** Languages the bot speaks; it understands more. */
export type SpokenLanguage = 'nl' | 'en';

// --- What is said -----------------------------------------------------------------------------------------------

export type Speaker =
  | { readonly kind: 'bot'; readonly name: string }
  | { readonly kind: 'agent'; readonly name: string };

/** Where an answer comes from. The structured fields are for cards, `line` says the same in the customer's words. */
export interface AnswerSource {
  readonly itemId: string;
  /** The question as it stands in the community. */
  readonly question: string;
  readonly author: string;
  readonly authorRank: string | null;
  /** ISO 8601 in UTC. */
  readonly answeredAt: string | null;
  readonly url: string | null;
  readonly licence: string | null;
  /** Language of the answer, `nl`, `en` …; lets a screen reader pronounce a quotation in another language. */
  readonly language: string;
  /** Who wrote it, their rank and when, as a plain sentence: "Antwoord van Pieter_K (Superuser), 3 maart 2025". */
  readonly line: string;
  /** Words of the link: "Bekijk in de community". */
  readonly linkTitle: string;
  /** A warning that the answer is old, null when it is not. */
  readonly ageNote: string | null;
}

/** What a tap on a choice means; it comes back as the `value` of a message activity, or typed as its title. */
export type ChoiceValue =
  | { readonly action: 'pick-item'; readonly turnId: string; readonly itemId: string }
  | { readonly action: 'none-of-these'; readonly turnId: string }
  | { readonly action: 'request-person' }
  | { readonly action: 'decline-person' }
  | { readonly action: 'cancel-request' }
  | { readonly action: 'feedback'; readonly turnId: string; readonly isHelpful: boolean };

export interface Choice {
  /** What the customer reads and, where a channel has no buttons, types. */
  readonly title: string;
  readonly value: ChoiceValue;
}

/** "Did this help?" with its two answers. */
export interface FeedbackRequest {
  readonly question: string;
  readonly yes: Choice;
  readonly no: Choice;
}

/** Who has the conversation now, for channels that can show it beside the text. */
export interface ConversationStatus {
  readonly handoff: HandoffState;
  /** Name of the agent who has the conversation, else null. */
  readonly agentName: string | null;
  /** Place in the queue, 1 = next; null when not waiting. */
  readonly queuePosition: number | null;
}

export interface OutgoingMessage {
  readonly speaker: Speaker;
  /** Markdown. May be '' when only `status` changes. */
  readonly text: string;
  /** Whether `text` quotes a community answer (shown as a quotation). */
  readonly isQuote: boolean;
  readonly language: SpokenLanguage;
  /** The whole answer in Markdown with the words of its button, where `text` is a part of it. */
  readonly more: { readonly title: string; readonly text: string } | null;
  readonly source: AnswerSource | null;
  readonly choices: readonly Choice[];
  readonly feedback: FeedbackRequest | null;
  readonly status: ConversationStatus | null;
}

// --- Activities of the Bot Framework protocol --------------------------------------------------------------------

export interface ChannelAccount {
  readonly id: string;
  readonly name?: string;
  readonly role?: string;
  readonly [field: string]: unknown;
}

/** An activity as JSON (Bot Framework protocol, "Activity"); unknown fields pass through unchanged. */
export interface Activity {
  readonly type: string;
  readonly id?: string;
  readonly timestamp?: string;
  readonly channelId?: string;
  readonly serviceUrl?: string;
  readonly from?: ChannelAccount;
  readonly recipient?: ChannelAccount;
  readonly conversation?: { readonly id: string; readonly [field: string]: unknown };
  readonly replyToId?: string;
  readonly text?: string;
  readonly textFormat?: string;
  readonly locale?: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly channelData?: unknown;
  readonly membersAdded?: readonly ChannelAccount[];
  readonly attachments?: readonly Attachment[];
  readonly suggestedActions?: unknown;
  readonly entities?: readonly unknown[];
  readonly [field: string]: unknown;
}

export interface Attachment {
  readonly contentType: string;
  readonly contentUrl?: string;
  readonly name?: string;
  readonly [field: string]: unknown;
}

/** How a channel brings activities to its customer, during a turn and later. */
export interface Transport {
  /**
   * Sends one activity. When it resolves, the channel has it for good.
   * @param activity with `conversation.id` and, for messages, a stable `id`: sending the same id twice shows one message
   */
  send(activity: Activity): Promise<{ readonly id: string }>;
}

/** The bot as a channel sees it. */
export interface BotEntry {
  /**
   * Takes one activity of a customer. Resolves when the turn has ended and its messages were sent; the caller need not wait.
   * Turns of one conversation run one after the other. A failure inside is told to the customer and logged, never thrown.
   */
  receive(activity: Activity, transport: Transport): Promise<void>;
}

/** Turns a message into the activity of one channel; pure. */
export type MessageRenderer = (message: OutgoingMessage) => Activity;

/** A channel as the composition root plugs it in. */
export interface Channel {
  /** Value of `channelId` in its activities, such as `directline`. */
  readonly channelId: string;
  readonly render: MessageRenderer;
  /** Brings activities to customers outside a turn. */
  readonly transport: Transport;
}

// --- Hand-off and desk -------------------------------------------------------------------------------------------

export type HandoffState = 'with-bot' | 'offered' | 'waiting' | 'with-agent' | 'solved' | 'expired';

/** Why the bot stopped. */
export type HandoffReason =
  | 'asked' // the customer asked for a person
  | 'account' // a question about their own account, bill or contract
  | 'order' // about their own order, delivery or appointment
  | 'complaint'
  | 'not-sure' // nothing found that is sure enough
  | 'not-helpful' // answers were given and rejected
  | 'failure'; // something went wrong

/** How a customer sounds: `annoyed` is angry or desperate; it stays until an answer helped. */
export type Mood = 'calm' | 'annoyed';
export type DeskRole = 'administrator' | 'agent';

/** Somebody signed in at the desk. */
export interface DeskAgent {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: DeskRole;
}

/** A row of the queue or of somebody's own conversations. Times are ISO 8601 in UTC. */
export interface DeskEntry {
  readonly conversationId: string;
  readonly channelId: string;
  readonly customerName: string;
  readonly language: SpokenLanguage;
  readonly state: HandoffState;
  readonly reason: HandoffReason;
  readonly mood: Mood;
  /** The question that led here, one line. */
  readonly question: string;
  readonly waitingSince: string;
  readonly agentId: string | null;
  readonly agentName: string | null;
  readonly claimedAt: string | null;
  readonly customerWroteAt: string | null;
}

/** One line of a conversation as the desk shows it. */
export interface DeskMessage {
  readonly id: string;
  readonly from: 'customer' | 'bot' | 'agent';
  readonly name: string;
  readonly text: string;
  /** Markdown for bot messages, plain text for people. */
  readonly format: 'markdown' | 'plain';
  readonly at: string;
  /** How far an outgoing message came; null for the customer's own. */
  readonly delivery: 'queued' | 'sent' | 'failed' | null;
  readonly source: AnswerSource | null;
}

/** What the bot would have said: a first suggestion for the agent. */
export interface BestGuess {
  readonly question: string;
  readonly answer: string;
  /** Probability from 0 to 1. */
  readonly probability: number;
  readonly source: AnswerSource;
}

export interface DeskConversation {
  readonly entry: DeskEntry;
  readonly messages: readonly DeskMessage[];
  readonly bestGuess: BestGuess | null;
  /** What an agent said of the best guess, by marking or sending it; null while nobody has. */
  readonly isGuessRight: boolean | null;
}

/** What became of an action at the desk; `conflict` names who was first. */
export type DeskOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'conflict'; readonly state: HandoffState; readonly agentName: string | null }
  | { readonly kind: 'unknown-conversation' };

/** What agents can do. Each action and what the customer is told of it are one transaction. */
export interface Desk {
  /** Waiting conversations, longest first, and those that agents have now. */
  entries(): Promise<readonly DeskEntry[]>;
  conversation(conversationId: string): Promise<DeskConversation | null>;
  claim(conversationId: string, agent: DeskAgent): Promise<DeskOutcome>;
  reply(conversationId: string, agent: DeskAgent, text: string): Promise<DeskOutcome>;
  /** Ends the hand-off as solved; the next question of the customer goes to the bot. */
  close(conversationId: string, agent: DeskAgent): Promise<DeskOutcome>;
  giveBack(conversationId: string, agent: DeskAgent): Promise<DeskOutcome>;
  /** Says whether the best guess answers the customer's question; nothing where there is none. */
  judge(conversationId: string, agent: DeskAgent, isRight: boolean): Promise<DeskOutcome>;
  /** Calls `listener` with the id of a conversation that changed; returns how to stop listening. */
  onChange(listener: (conversationId: string) => void): () => void;
}

/** Accounts and sessions of the desk. Tokens are random, stored as hashes and end by date. */
export interface DeskAccounts {
  /** Signs in; null when e-mail or password is wrong. */
  signIn(
    email: string,
    password: string,
  ): Promise<{ readonly token: string; readonly agent: DeskAgent; readonly expiresAt: string } | null>;
  /** Who a session token belongs to; null when it is unknown or has ended. */
  agentOf(token: string): Promise<DeskAgent | null>;
  signOut(token: string): Promise<void>;
  /** Makes a one-time invitation and returns its token; only administrators may ask for it. */
  invite(role: DeskRole, by: DeskAgent): Promise<{ readonly token: string; readonly expiresAt: string }>;
  /** What an invitation is good for; null when it is unknown, used or has ended. */
  invitation(token: string): Promise<{ readonly role: DeskRole } | null>;
  /**
   * Uses an invitation to make an account.
   * @throws INVITATION_INVALID, ACCOUNT_EXISTS, PASSWORD_TOO_SHORT
   */
  accept(
    token: string,
    account: { readonly name: string; readonly email: string; readonly password: string },
  ): Promise<DeskAgent>;
  agents(): Promise<readonly DeskAgent[]>;
}

// --- Web chat ----------------------------------------------------------------------------------------------------

/** A conversation of the Direct Line server. */
export interface WebchatConversation {
  readonly id: string;
  readonly userId: string;
  readonly startedAt: string;
}

/** Where the Direct Line server keeps what was said, so that a reload or restart loses nothing. */
export interface WebchatStore {
  /** Starts a conversation; false when it was started before (idempotent). */
  start(conversation: WebchatConversation): Promise<boolean>;
  find(conversationId: string): Promise<WebchatConversation | null>;
  /** Appends an activity unless its id is there already; returns its sequence number, counted from 1, either way. */
  append(
    conversationId: string,
    activity: Activity & { readonly id: string },
  ): Promise<{ readonly sequence: number; readonly isNew: boolean }>;
  /** Activities after a sequence number, in order, at most `limit`. */
  after(
    conversationId: string,
    sequence: number,
    limit: number,
  ): Promise<readonly { readonly sequence: number; readonly activity: Activity }[]>;
}
