import type { ChannelAccount } from '../contracts/activities.js';
import type { ChannelConversation } from '../contracts/channels.js';
import type { HandoffHolder, HandoffPriority, HandoffReason } from '../contracts/desk.js';
import type { HandoffState, SpokenLanguage } from '../contracts/messages.js';
import { holderOf } from '../store/holder-columns.js';
import { priorityOf } from '../store/priority-column.js';
import type { Store } from '../store/store.js';
import type { ConversationRow, HandoffRow } from '../store/tables.js';
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

/** Reads a conversation with its hand-off; null when there is none of this id. */
export async function findConversation(store: Store, id: string): Promise<Conversation | null> {
  const row = await store.selectFrom('conversations').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? withHandoff(store, row) : null;
}

/** The id of the conversation that a channel knows by its own; null before its first activity. */
export async function conversationIdOf(store: Store, of: ChannelConversation): Promise<string | null> {
  const row = await store
    .selectFrom('conversations')
    .select('id')
    .where('channelId', '=', of.channelId)
    .where('channelConversationId', '=', of.conversationId)
    .executeTakeFirst();
  return row?.id ?? null;
}

/**
 * Reads a conversation in order to change it: writing its time first keeps every other writer of the conversation
 * waiting until this transaction has ended, on PostgreSQL too.
 */
export async function lockConversation(store: Store, id: string, at: string): Promise<Conversation | null> {
  const row = await store
    .updateTable('conversations')
    .set({ lastActivityAt: at })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  return row ? withHandoff(store, row) : null;
}

/** Reads a hand-off; null when there is none of this id. */
export async function findHandoff(store: Store, id: string): Promise<Handoff | null> {
  const row = await store.selectFrom('handoffs').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toHandoff(row) : null;
}

/** Makes a conversation of its row, with its hand-off. */
export async function withHandoff(store: Store, row: ConversationRow): Promise<Conversation> {
  const handoff = row.handoffId === null ? null : await findHandoff(store, row.handoffId);
  return {
    id: row.id,
    channelId: row.channelId,
    reference: parseReference(row.reference),
    customerName: row.customerName,
    customerWroteAt: row.customerWroteAt,
    isUnreachable: row.isUnreachable === 1,
    language: row.language,
    turnState: row.turnState === null ? null : (JSON.parse(row.turnState) as TurnState),
    state: handoff?.state ?? 'with-bot',
    handoff,
  };
}

/** Conversations from before there were several doors are the web chat's. */
export function parseReference(json: string): ConversationReference {
  return { door: 'webchat', ...(JSON.parse(json) as Omit<ConversationReference, 'door'>) };
}

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

/** Makes a hand-off of its row. */
export function toHandoff(row: HandoffRow): Handoff {
  return {
    id: row.id,
    state: row.state,
    reason: row.reason,
    priority: priorityOf(row.priority),
    requestedAt: row.requestedAt,
    holder: holderOf(row),
    endedAt: row.endedAt,
    returnedAt: row.returnedAt,
    toldPlace: row.toldPlace,
    toldAt: row.toldAt,
  };
}
