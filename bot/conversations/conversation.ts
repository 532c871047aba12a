import type { ChannelAccount } from '../contracts/activities.js';
import type { CustomerPage } from '../contracts/customers.js';
import type { HandoffHolder, HandoffPriority, HandoffReason } from '../contracts/desk.js';
import type { HandoffState, SpokenLanguage } from '../contracts/messages.js';
import type { Promised } from '../hours/promise.js';
import type { TurnState } from '../turn/contracts.js';

/** Where messages of a conversation go; kept from the newest activity of the customer. */
export interface ConversationReference {
  /** Door that the customer's newest activity came through. */
  readonly door: string;
  readonly channelId: string;
  readonly serviceUrl: string | null;
  readonly customer: ChannelAccount;
  readonly bot: ChannelAccount;
  /** The channel's own object, whole: some channels need more of it than the id. */
  readonly conversation: { readonly id: string; readonly [field: string]: unknown };
  readonly locale: string | null;
  /** Opaque key of the network address they write from; absent where the door does not tell. */
  readonly addressKey?: string;
  /** Page of the company's website that the chat stood on; absent where the channel has none or does not tell. */
  readonly page?: CustomerPage;
}

/** The hand-off of a conversation as it stands; times are ISO 8601 in UTC. */
export interface Handoff {
  readonly id: string;
  readonly state: HandoffState;
  readonly reason: HandoffReason;
  readonly priority: HandoffPriority;
  readonly requestedAt: string | null;
  /** Who has the conversation, or had it when it ended; null while nobody has. */
  readonly holder: HandoffHolder | null;
  readonly endedAt: string | null;
  /** When it came back to the queue last because its agent was gone; null when it never did. */
  readonly returnedAt: string | null;
  readonly toldPlace: number | null;
  readonly toldAt: string | null;
  /** Until when the customer was told that the wait takes, where it was told. */
  readonly toldUntil: string | null;
  /** What was promised and is not kept yet; null for nothing, and once it is broken. */
  readonly promise: Promised | null;
  /** When the promise made last was broken; null while none was. */
  readonly promiseBrokenAt: string | null;
  /** The team it was passed on to; null: the one that it is routed to. */
  readonly teamId: string | null;
  /** Who alone may take it now, by id, because it was passed on to them; null: everybody. */
  readonly reservedFor: string | null;
  /** Until when its agent set it aside; null while they have not. */
  readonly snoozedUntil: string | null;
}

export interface Conversation {
  readonly id: string;
  readonly channelId: string;
  readonly reference: ConversationReference;
  readonly customerName: string;
  /** ISO 8601 in UTC; null when they never wrote. */
  readonly customerWroteAt: string | null;
  readonly isUnreachable: boolean;
  readonly language: SpokenLanguage | null;
  readonly turnState: TurnState | null;
  /** `with-bot` where there never was a hand-off. */
  readonly state: HandoffState;
  readonly handoff: Handoff | null;
}

/** What of a conversation tells where and how its messages go. */
export type Addressed = Omit<Conversation, 'handoff' | 'turnState'>;

/** Whether several people talk there, and only what mentions the bot reaches it (Teams and other channels say so). */
export function isGroup({ reference }: Pick<Conversation, 'reference'>): boolean {
  return reference.conversation.isGroup === true;
}

/** Whether an agent of the desk has the conversation, or had it when it ended. */
export function isHeldBy({ handoff }: Pick<Conversation, 'handoff'>, agentId: string): boolean {
  return handoff?.holder?.kind === 'agent' && handoff.holder.id === agentId;
}

/** Whether somebody has it, or had it when it ended, who answers in the channel's own inbox and is no agent of the desk. */
export function isElsewhere({ handoff }: Pick<Conversation, 'handoff'>): boolean {
  return handoff?.holder?.kind === 'elsewhere';
}
