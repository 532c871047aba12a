import type { DeskOffer } from './assignment.js';
import type { ChannelConversation, DeliveryProblem, DoorAlert } from './channels.js';
import type { CustomerOrigin, CustomerPage, DeskQuotation, ShownCard, VouchedIdentity } from './customers.js';
import type { IngestNotice } from './ingest-notice.js';
import type { AnswerSource, AnswerTree, HandoffState, SpokenLanguage } from './messages.js';
import type { DeskPromise } from './promises.js';
import type { QueueNotice } from './queue-notice.js';
import type { DeskLabel } from './tools/desk-label.js';
import type { DeskNote } from './tools/desk-notes.js';
import type { FollowedList } from './tools/followed-list.js';

/** Why the bot stopped. */
export type HandoffReason =
  | 'asked' // the customer asked for a person
  | 'account' // a question about their own account, bill or contract
  | 'order' // about their own order, delivery or appointment
  | 'complaint'
  | 'sensitive' // law, health, fraud: not for strangers on a forum
  | 'sales' // wants to buy, or might
  | 'company-only' // anything else that only the company can settle
  | 'abuse' // scolds us; heard as a complaint by the customer
  | 'no-match' // nothing found that is about it
  | 'near-tie' // several answers fit about as well
  | 'not-sure' // found, but not surely enough
  | 'mood' // too annoyed to be asked back what they mean
  | 'not-helpful' // answers were given and rejected
  | 'failure' // something went wrong
  | 'not-ready' // no index to search yet, or one that is being upgraded
  | 'danger' // somebody, or their money, is in danger now
  | 'bereavement' // a death in the family
  | 'taken' // an agent took it without being asked
  | 'elsewhere'; // a person answered in the channel's own inbox

/** How soon a person is needed: `urgent` is danger or fraud under way, `high` what should not wait behind questions. */
export type HandoffPriority = 'urgent' | 'high' | 'normal';

/** How a customer sounds: `annoyed` is angry or desperate; it stays until an answer helped. */
export type Mood = 'calm' | 'annoyed';
/** Team leads do what agents do, see the team and reassign; content people do what agents do, and change what the bot answers from. */
export type DeskRole = 'administrator' | 'lead' | 'content' | 'agent';

/** What the bot heard in a conversation that the company wants to know of. */
export type HeardSignal = 'complaint' | 'sales';

/** Somebody signed in at the desk. */
export interface DeskAgent {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: DeskRole;
}

/** Who has a conversation. */
export type HandoffHolder =
  | { readonly kind: 'agent'; readonly id: string; readonly name: string }
  /** Somebody who answers in a channel's own inbox; named is the place, such as "Meta Business Suite". */
  | { readonly kind: 'elsewhere'; readonly name: string };

/** What nobody was in time for: an agent let an offer pass, the customer waited in vain, or a promise was not kept. */
export type MissedKind = 'offer' | 'request' | 'promise';

/** A row of the queue or of somebody's own conversations. Times are ISO 8601 in UTC. */
export interface DeskEntry {
  readonly conversationId: string;
  readonly channelId: string;
  readonly customerName: string;
  readonly language: SpokenLanguage;
  readonly state: HandoffState;
  /** Null where the bot has it and no person was ever asked for. */
  readonly reason: HandoffReason | null;
  readonly priority: HandoffPriority;
  readonly mood: Mood;
  /** The question that led here, one line. */
  readonly question: string;
  readonly waitingSince: string;
  /** Who has it, or had it when it ended; null while nobody has. */
  readonly holder: HandoffHolder | null;
  readonly claimedAt: string | null;
  /** From when on its agent counts as away, so that any colleague may take over; null while they are at the desk. */
  readonly awayFrom: string | null;
  /** When it came back to the queue last because its agent was gone; null when it never did. */
  readonly returnedAt: string | null;
  readonly customerWroteAt: string | null;
  /** Until when an agent may write in this channel, ISO 8601 in UTC; null for as long as they like. */
  readonly replyUntil: string | null;
  /** Whether the channel said that nothing reaches this customer any more. */
  readonly isUnreachable: boolean;
  /** Id of the team it goes to; null where there are none. */
  readonly teamId: string | null;
  /** What its customer was promised, while a person is waited for or has it; null for nothing. */
  readonly promise: DeskPromise | null;
  /** Since when the customer has the chat closed, ISO 8601 in UTC; left out while it is open, and where nothing tells. */
  readonly goneSince?: string;
  /** Whether files can be sent to its customer; left out where not. */
  readonly takesFiles?: true;
  /** To whom it is offered now, or passed on and kept for a while; null while to nobody. */
  readonly offer: DeskOffer | null;
  /** Until when its agent set it aside, ISO 8601 in UTC; left out while they have not. */
  readonly snoozedUntil?: string;
  /** Whether the customer or an agent said the last word; left out before either did. */
  readonly lastWord?: 'customer' | 'agent';
  /** What nobody was in time for; left out for nothing. */
  readonly missed?: MissedKind;
  /** Left out for none. */
  readonly labels?: readonly DeskLabel[];
  /** What the bot heard in it; left out for nothing. */
  readonly heard?: readonly HeardSignal[];
  /** Team leads who read along, and are seen to; left out for none. */
  readonly readers?: readonly { readonly agentId: string; readonly name: string }[];
  /** The page that the customer wrote from last; left out where the channel does not tell. */
  readonly page?: CustomerPage;
  /** How the customer came last by a link or an advertisement; left out where the channel told nothing. */
  readonly cameBy?: CustomerOrigin;
  /** Who the customer is by the signed word of the company's website; left out where it said nothing. */
  readonly identity?: VouchedIdentity;
}

/** A file of a message. */
export interface DeskFile {
  /** Null where only the channel has it. */
  readonly id: string | null;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number | null;
  /** Where it is opened: the channel's own address; for ours an address that the desk signs for who reads. Null for nowhere. */
  readonly url: string | null;
}

/** One line of a conversation as the desk shows it. */
export interface DeskMessage {
  readonly id: string;
  readonly from: 'customer' | 'bot' | 'agent';
  readonly name: string;
  /** What people typed, as it was typed; of the bot's words the Markdown. */
  readonly text: string;
  /** What the bot said; null for what people typed. */
  readonly tree: AnswerTree | null;
  readonly at: string;
  /** How far an outgoing message came; null for the customer's own. */
  readonly delivery: 'queued' | 'sent' | 'delivered' | 'read' | 'failed' | null;
  /** Why it failed; null where it did not. */
  readonly problem: DeliveryProblem | null;
  /** Whether it failed after a part of it had arrived; left out where not. */
  readonly isPartlySent?: true;
  readonly source: AnswerSource | null;
  /** What the customer did with it later: took it back (it has no words any more), or changed it. Left out for nothing. */
  readonly change?: 'taken-back' | 'corrected';
  /** Left out for none. */
  readonly files?: readonly DeskFile[];
  /** Products and other cards that the customer sent; left out for none. */
  readonly cards?: readonly ShownCard[];
  /** What the customer answers to; left out for nothing. */
  readonly quoted?: DeskQuotation;
}

/** What the bot would have said: a first suggestion for the agent. */
export interface BestGuess {
  readonly question: string;
  /** The part of the answer that answers. */
  readonly tree: AnswerTree;
  /** Probability from 0 to 1. */
  readonly probability: number;
  readonly source: AnswerSource;
}

/** How an agent leaves a conversation. */
export type DeskEnding = 'close' | 'give-back';

export interface DeskConversation {
  readonly entry: DeskEntry;
  readonly messages: readonly DeskMessage[];
  /** What agents wrote beside it, the oldest first. */
  readonly notes: readonly DeskNote[];
  readonly bestGuess: BestGuess | null;
  /** What an agent said of the best guess, by marking or sending it; null while nobody has. */
  readonly isGuessRight: boolean | null;
  /** What the customer said of it after an agent closed it: 1 to 5 and, '' for nothing, why. Null where they did not. */
  readonly rating: { readonly score: number; readonly comment: string } | null;
}

/** What became of an action at the desk; `conflict` names who has the conversation, an agent or a place. */
export type DeskOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'conflict'; readonly state: HandoffState; readonly agentName: string | null }
  | { readonly kind: 'unknown-conversation' }
  /** A conversation that is offered to somebody else just now. */
  | { readonly kind: 'offered'; readonly agentName: string }
  /** More than the agent can have: units they have, units of the conversation, and units they can have. */
  | { readonly kind: 'full'; readonly load: number; readonly weight: number; readonly capacity: number }
  /** A reply that the channel would not take. */
  | { readonly kind: 'cannot-reach'; readonly problem: DeliveryProblem }
  /** A reply under the key of one with other words, which was said. */
  | { readonly kind: 'key-used' }
  /** A file of the reply is not there any more, or was sent before. */
  | { readonly kind: 'file-unknown' }
  /** The channel takes no files. */
  | { readonly kind: 'files-not-taken' }
  /** A reply held back: what the customer, a colleague or somebody elsewhere said after what its author saw. */
  | { readonly kind: 'newer'; readonly messages: readonly DeskMessage[] };

/** Whether a file may be chosen, and where it then belongs. */
export type AttachOutcome =
  | { readonly kind: 'allowed'; readonly of: ChannelConversation }
  | { readonly kind: 'refused'; readonly outcome: DeskOutcome };

/** A door that does not send until an operator has seen to it. */
export interface DoorNotice {
  readonly door: string;
  readonly alert: DoorAlert;
  /** ISO 8601 in UTC. */
  readonly since: string;
}

/** What everybody at the desk is told until somebody has seen to it. */
export type DeskNotice = DoorNotice | IngestNotice | QueueNotice;

/** Why the bot answers no question for now: it has no index to search. A person takes all of them. */
export interface BotPause {
  readonly kind:
    | 'first-ingest' // the sources are read for the first time
    | 'upgrading' // the index of an earlier version is built anew
    | 'upgrade-failed'; // an operator has to see to it
  /** ISO 8601 in UTC. */
  readonly since: string;
}

/** Where an agent is at the desk: its page, which is meant where nothing is said, or a group of a channel. */
export type DeskFace = 'page' | 'room';

/** What agents can do. Each action and what the customer is told of it are one transaction. */
export interface Desk {
  /** Who waits, in the order of the queue, what agents have, and who waited in vain within two days, 100 at most. */
  entries(): Promise<readonly DeskEntry[]>;
  /** Follows the same entries, for as long as the bot is there. */
  follow(): FollowedList<DeskEntry>;
  /** Doors that do not send now, an ingest that somebody must see to, and a network that fills the queue. */
  notices(): readonly DeskNotice[];
  /** Why the bot answers nothing now; null while it does. */
  pause(): BotPause | null;
  conversation(conversationId: string): Promise<DeskConversation | null>;
  claim(conversationId: string, agent: DeskAgent): Promise<DeskOutcome>;
  /**
   * Takes a conversation from another agent: from one who is away anybody may, from one who is here a team lead or an
   * administrator.
   * One that is back in the queue meanwhile is claimed.
   * @param fromAgentId who had it when the agent decided so; a conflict when somebody else has it now
   */
  takeOver(conversationId: string, agent: DeskAgent, fromAgentId: string): Promise<DeskOutcome>;
  /**
   * Takes a conversation that the bot has, or opens one again that has ended; one that waits is claimed. The customer is told
   * who is there. `cannot-reach` where the channel takes nothing any more.
   */
  take(conversationId: string, agent: DeskAgent): Promise<DeskOutcome>;
  /**
   * Says something to the customer, once: the same words of the same agent under the same key are `done` as often as they
   * come, whatever happened in between (a restart, closing). A refused reply may come again with its key.
   * @param key chosen by whoever asks, new for each reply
   * @param seenId the newest message that its author saw: where somebody else than the bot said more since, nothing is
   *   sent. Left out by whoever does not know it; then nothing holds the reply back.
   * @param ending how the conversation is left with it: both are done, or neither
   * @param fileIds files that this agent chose for this conversation; with them the text may be empty
   */
  reply(
    conversationId: string,
    agent: DeskAgent,
    text: string,
    key: string,
    seenId?: string,
    ending?: DeskEnding,
    fileIds?: readonly string[],
  ): Promise<DeskOutcome>;
  /** Whether this agent may choose a file for a conversation: they have it, and its channel takes files. */
  mayAttach(conversationId: string, agent: DeskAgent): Promise<AttachOutcome>;
  /** What this agent typed for a conversation and did not send, at whatever device; '' for nothing. No other agent gets it. */
  draft(conversationId: string, agent: DeskAgent): Promise<string>;
  /**
   * Keeps what an agent typed in place of what was kept before, until it is sent. An empty text forgets it.
   * @param text of what is longer than 10,000 characters, the beginning is kept
   */
  keepDraft(conversationId: string, agent: DeskAgent, text: string): Promise<DeskOutcome>;
  /** Ends the hand-off as solved; the next question of the customer goes to the bot. */
  close(conversationId: string, agent: DeskAgent): Promise<DeskOutcome>;
  giveBack(conversationId: string, agent: DeskAgent): Promise<DeskOutcome>;
  /** Says whether the best guess answers the customer's question; nothing where there is none. */
  judge(conversationId: string, agent: DeskAgent, isRight: boolean): Promise<DeskOutcome>;
  /** An agent is at the desk: a page of theirs is open and answers, or they work in a channel. */
  present(agentId: string, face?: DeskFace): Promise<void>;
  /**
   * No page of an agent is connected since now, or they ended their work in a channel. Unless they come back in time, or are
   * at another face still, their customers go back to the queue.
   */
  left(agentId: string, face?: DeskFace): Promise<void>;
  /** A session of an agent has ended: where that was the last, their customers go back to the queue at once. */
  signedOut(agentId: string): Promise<void>;
  /** Calls `listener` with the id of a conversation that changed; returns how to stop listening. */
  onChange(listener: (conversationId: string) => void): () => void;
}
