import type { Activity, ChannelAccount } from './activities.js';
import type { MessageFile } from './message-file.js';
import type { OutgoingMessage, Speaker } from './messages.js';

/** Why a message did not arrive and will not; the desk says it in words. */
export type DeliveryProblem =
  | 'window-closed' // the channel's law: too long since the customer wrote
  | 'unreachable' // the customer blocked the page, removed the bot, or is gone
  | 'not-accepted' // the channel refuses the message itself
  | 'gave-up'; // tried for as long as it made sense

/** What an operator must see to before a door sends again. */
export type DoorAlert = 'access-ended' | 'permission-missing' | 'restricted';

/** What became of one attempt to send an activity. */
export type SendOutcome = Sent | SendFailure;

/** The channel has it for good, under its own `id`; '' where it told none. */
export interface Sent {
  readonly kind: 'sent';
  readonly id: string;
}

export type SendFailure =
  /** Nothing arrived. It is tried again: after `waitMs` where the channel tells, else after growing waits. */
  | {
      readonly kind: 'later';
      /** For the log and the desk; never the customer's words, never a secret. */
      readonly reason: string;
      readonly waitMs: number | null;
      /** `door`: nothing else need be tried by this door before (rate limit, access token that has ended). */
      readonly scope: 'message' | 'door';
      readonly alert: DoorAlert | null;
    }
  /** It may have arrived (a timeout). It is tried again after `waitMs`, unless an event `arrived` came until then. */
  | { readonly kind: 'unknown'; readonly reason: string; readonly waitMs: number }
  /** It will never arrive. The next message may. */
  | { readonly kind: 'refused'; readonly reason: string; readonly problem: DeliveryProblem };

/** What a transport must know of a message beside the activity. */
export interface SendFacts {
  readonly speaker: Speaker;
  /** When the customer last wrote, tapped or reacted, ISO 8601 in UTC; null when never. */
  readonly customerWroteAt: string | null;
}

/** How a door brings activities to customers, during a turn and later. */
export interface Transport {
  /** Name of the door it goes out by, such as `webchat`, `azure` or `messenger`; kept with each conversation. */
  readonly door: string;
  /** Whether it answers one request only: that says nothing about its door, and a door that is held does not hold it. */
  readonly isReply?: boolean;
  /**
   * Sends one activity. Throwing counts as a failure of kind `later`.
   * @param activity with `conversation.id` and, for messages, a stable `id`; where `isRepeatable`, sending the same id twice
   *   shows one message
   */
  send(activity: Activity, facts: SendFacts): Promise<SendOutcome>;
  /** Shows an activity in place of the one whose id (the channel's) it has; absent where the channel cannot. */
  update?(activity: Activity, facts: SendFacts): Promise<SendOutcome>;
  /**
   * Shows the customer that an agent has read what they wrote; absent where the channel cannot. Its failure is nobody's business.
   * @param read the event `conversation/read`, whose `value.activityId` is the channel's id of the newest message that was read
   */
  showRead?(read: Activity, facts: SendFacts): Promise<void>;
  /**
   * How long after the start of an attempt, in milliseconds, an event `arrived` may still tell that a message went out whose
   * attempt was cut off; null or absent where the channel tells nothing.
   */
  readonly lateArrivalMs?: number | null;
  /** Whether files can be sent to a conversation of this channel; absent where they never can. Pure. */
  takesFiles?(channelId: string): boolean;
  /**
   * Deletes what the channel keeps of an agent by name, who is gone; absent where it keeps nothing.
   * @returns false where it is to be tried again
   */
  forgetAgent?(agentName: string): Promise<boolean>;
  /** Until when somebody may write to a customer, ISO 8601 in UTC; null or absent for as long as they like. Pure. */
  replyUntil?(speaker: Speaker['kind'], customerWroteAt: string | null): string | null;
}

/** A conversation as its channel names it. */
export interface ChannelConversation {
  readonly channelId: string;
  readonly conversationId: string;
}

/**
 * What a channel tells of a customer's windows: `open`, one is connected; `closed`, none is any more; `asked`, one that cannot
 * stay connected asked for news just now.
 */
export type WindowState = 'open' | 'closed' | 'asked';

/** What a channel tells of a customer, or of messages sent before, outside of what the customer says. */
export type ChannelEvent =
  /** A message of ours went out: `messageId` is the id its activity had, `activityId` the channel's own. */
  | {
      readonly kind: 'arrived';
      readonly of: ChannelConversation;
      readonly messageId: string;
      readonly activityId: string;
    }
  /** Everything that was sent up to a time (ISO 8601 in UTC) was delivered, or read. */
  | { readonly kind: 'delivered' | 'read'; readonly of: ChannelConversation; readonly until: string }
  /** The customer did something that is no message (a reaction): time limits begin anew. */
  | { readonly kind: 'seen'; readonly of: ChannelConversation; readonly at: string }
  /** A file of a customer's message was fetched and is kept: `place` among the files of the message with that `activityId`. */
  | {
      readonly kind: 'file-kept';
      readonly of: ChannelConversation;
      readonly activityId: string;
      readonly place: number;
      readonly file: MessageFile;
    }
  /**
   * The customer set a reaction on a message of ours, by its id at the channel: whether it says that it helped; null where the
   * reaction was taken off, or says neither.
   */
  | {
      readonly kind: 'reacted';
      readonly of: ChannelConversation;
      readonly activityId: string;
      readonly isHelpful: boolean | null;
    }
  /** Whether the customer has the chat open, in channels that know it. */
  | { readonly kind: 'window'; readonly of: ChannelConversation; readonly state: WindowState }
  /** Name of the customer, as the channel knows it. */
  | { readonly kind: 'name'; readonly of: ChannelConversation; readonly name: string }
  /** A person of the company answers by other means (the channel's own inbox): the bot is silent. `text` is null where unknown. */
  | {
      readonly kind: 'answered-elsewhere';
      readonly of: ChannelConversation;
      /** Customer and bot as in activities: it may be the first that is heard of the conversation. */
      readonly from: ChannelAccount;
      readonly recipient: ChannelAccount;
      readonly door: string;
      /** Where, such as "Meta Business Suite". */
      readonly place: string;
      readonly activityId: string | null;
      readonly text: string | null;
      /** Whether the channel knows that no person wrote it (an instant reply): then the bot goes on. */
      readonly isAutomatic?: boolean;
      readonly at: string;
    }
  /** That person has ended: the bot may speak again. */
  | { readonly kind: 'left-elsewhere'; readonly of: ChannelConversation }
  /** The channel restricts the whole door, or (null) does so no more; `of` names the page, no conversation. */
  | {
      readonly kind: 'door-alert';
      readonly of: ChannelConversation;
      readonly door: string;
      readonly alert: DoorAlert | null;
    }
  /** Nothing can be sent any more until the customer writes (bot removed, page blocked). */
  | { readonly kind: 'unreachable'; readonly of: ChannelConversation };

/** Where an activity came from, as far as a door tells beside the activity, which outsiders write. */
export interface Origin {
  /** Opaque key of the network address: the same for the same network, and leading back to none. */
  readonly addressKey: string;
}

/** The bot as a channel sees it. */
export interface BotEntry {
  /**
   * Takes one activity of a customer. Resolves when the turn has ended and its messages were sent; the caller need not wait.
   * Turns of one conversation run one after the other. A failure inside is told to the customer and logged, never thrown.
   */
  receive(activity: Activity, transport: Transport, origin?: Origin): Promise<void>;
  /**
   * Takes one activity and resolves when it is kept for good, so that a crash cannot lose it; the turn goes on by itself.
   * An activity that the conversation had before (same `id`) changes nothing.
   * @throws when it could not be kept; the channel should deliver it again
   */
  accept(activity: Activity, transport: Transport): Promise<void>;
  /** Takes what a channel tells; resolves when it is kept. A conversation that is not known is left alone. */
  takeEvent(event: ChannelEvent): Promise<void>;
  /** Resolves when no turn, sending or other work is under way. */
  idle(): Promise<void>;
}

/** Turns a message into what one channel shows, in order; pure. Never empty, and no words of the message are lost. */
export type MessageRenderer = (message: OutgoingMessage) => readonly Activity[];

/** What an activity of a channel means, in the channel-free form that the bot takes. */
export type Reading =
  | { readonly kind: 'activity'; readonly activity: Activity }
  | { readonly kind: 'event'; readonly event: ChannelEvent };

/** A file of a customer's message that its door can fetch and keep. */
export interface FileDownload {
  /** Place among the attachments of the message as it is read, 0 for the first. */
  readonly place: number;
  /** Where its bytes are; it may be a secret: neither kept nor logged. */
  readonly url: string;
  readonly name: string;
  /**
   * Who may be asked: servers of these domains, over https; or, for `connector`, the one that the activity came from, with
   * the access token of the door.
   */
  readonly from: readonly string[] | 'connector';
}

/** How messages look in one channel, and how its customers' activities read, whichever door they travel by. */
export interface ChannelForm {
  /** Value of `channelId` in its activities: `directline`, `msteams`, `facebook` …; `*` for every other. */
  readonly channelId: string;
  readonly render: MessageRenderer;
  /** Whether what was said in this channel can be shown anew in its place, by doors that can (`Transport.update`). */
  readonly isUpdatable?: boolean;
  /** Whether what is said at once arrives as one message, as in a letter: each would be a mail of its own. */
  readonly isOneMessage?: boolean;
  /**
   * Brings a customer's activity into the plain form: mention of the bot removed, a tap as `value`, what says nothing left
   * out. Where absent, activities are taken as they are. Pure.
   */
  readonly read?: (activity: Activity) => readonly Reading[];
  /** The files of a customer's message, given as its door took it, that can be fetched; none where absent. Pure. */
  readonly downloads?: (activity: Activity) => readonly FileDownload[];
}
