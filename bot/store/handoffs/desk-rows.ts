import { sql } from '../../../index/platform/kysely.js';
import type { Store } from '../store.js';
import { conversationsInStates } from './conversations-in-states.js';
import { QUEUE_RANK } from './queue.js';

/** Of the rows of `conversations`: who of customer and agents said the last word; null where neither did. */
const LAST_SPEAKER = sql<'customer' | 'agent' | null>`(select messages.${sql.ref('speakerKind')} from messages
  where messages.${sql.ref('conversationId')} = ${sql.ref('conversations.id')}
    and messages.${sql.ref('speakerKind')} <> 'bot' order by messages.sequence desc limit 1)`;

/** Of the rows of `handoffs`: 1 where an agent let it pass, or took it and said nothing. */
const WAS_MISSED = sql<number>`case when exists (select 1 from offers
  where offers.${sql.ref('handoffId')} = ${sql.ref('handoffs.id')}
    and offers.state in ('missed', 'silent')) then 1 else 0 end`;

/** What the desk shows of a conversation, with its hand-off. */
export type DeskRow = Awaited<ReturnType<ReturnType<typeof deskQuery>['execute']>>[number];

/** Conversations that wait or that somebody has, in the order of the queue. */
export function deskRows(store: Store): Promise<DeskRow[]> {
  return deskQuery(store)
    .where('handoffs.state', 'in', ['waiting', 'with-agent'])
    .where('conversations.id', 'in', conversationsInStates(store, ['waiting', 'with-agent']))
    .orderBy(QUEUE_RANK)
    .orderBy('handoffs.requestedAt')
    .orderBy('handoffs.id')
    .execute();
}

/** Of these conversations those that wait, that somebody has or whose customer waited in vain, in no order. */
export function deskRowsOf(store: Store, conversationIds: readonly string[]): Promise<DeskRow[]> {
  return deskQuery(store)
    .where('handoffs.state', 'in', ['waiting', 'with-agent', 'expired'])
    .where('conversations.id', 'in', conversationIds)
    .execute();
}

/** Newest of those who waited in vain that are shown. */
export const MOST_EXPIRED = 100;

/** Conversations whose customers waited in vain since a time and whom nobody has helped since, the newest first. */
export function expiredRows(store: Store, since: string): Promise<DeskRow[]> {
  return deskQuery(store)
    .where('handoffs.state', '=', 'expired')
    .where('handoffs.endedAt', '>=', since)
    .where(
      'conversations.id',
      'in',
      conversationsInStates(store, ['expired']).where('found.endedAt', '>=', since),
    )
    .orderBy('handoffs.endedAt', 'desc')
    .orderBy('handoffs.id')
    .limit(MOST_EXPIRED)
    .execute();
}

/** Newest conversations with the bot that are shown. */
const MOST_WITH_BOT = 50;

/**
 * Conversations that no person has or is waited for in, and in which the customer wrote since a time and since a person was
 * there last; those in which something happened last come first.
 */
export function rowsWithBot(store: Store, since: string): Promise<DeskRow[]> {
  return deskQuery(store)
    .where('conversations.lastActivityAt', '>=', since)
    .where('conversations.customerWroteAt', '>=', since)
    .where((row) =>
      row.or([
        row('handoffs.state', 'is', null),
        row('handoffs.state', 'in', ['with-bot', 'offered', 'expired']),
        row.and([
          row('handoffs.state', '=', 'solved'),
          row('conversations.customerWroteAt', '>', row.ref('handoffs.endedAt')),
        ]),
      ]),
    )
    .orderBy('conversations.lastActivityAt', 'desc')
    .limit(MOST_WITH_BOT)
    .execute();
}

/** What an earlier hand-off was about. */
export async function matterOf(store: Store, handoffId: string) {
  return store
    .selectFrom('handoffs')
    .select(['question', 'bestGuess'])
    .where('id', '=', handoffId)
    .executeTakeFirst();
}

/** One conversation, whatever state it is in, with its hand-off where there is one; null when there is none. */
export async function deskRow(store: Store, conversationId: string): Promise<DeskRow | null> {
  const row = await deskQuery(store).where('conversations.id', '=', conversationId).executeTakeFirst();
  return row ?? null;
}

function deskQuery(store: Store) {
  return store
    .selectFrom('conversations')
    .leftJoin('handoffs', 'handoffs.id', 'conversations.handoffId')
    .leftJoin('timers', (join) =>
      join.onRef('timers.conversationId', '=', 'conversations.id').on('timers.kind', '=', 'return-to-queue'),
    )
    .leftJoin('offers', (join) =>
      join.onRef('offers.handoffId', '=', 'handoffs.id').on('offers.state', '=', 'open'),
    )
    .leftJoin('agents as offered', 'offered.id', 'offers.agentId')
    .leftJoin('agents as keeper', 'keeper.id', 'handoffs.reservedFor')
    .select([
      'offers.agentId as offeredTo',
      'offers.dueAt as offeredUntil',
      'offered.name as offeredName',
      'keeper.id as keptFor',
      'keeper.name as keptForName',
      'handoffs.reservedUntil',
      'handoffs.snoozedUntil',
      'handoffs.teamId',
      QUEUE_RANK.as('rank'),
      LAST_SPEAKER.as('lastSpeaker'),
      WAS_MISSED.as('wasMissed'),
      'timers.dueAt as returnsAt',
      'conversations.id as conversationId',
      'conversations.channelId',
      'conversations.customerName',
      'conversations.language',
      'conversations.customerWroteAt',
      'conversations.reference',
      'conversations.cameBy',
      'conversations.isUnreachable',
      'conversations.deliveredUntil',
      'conversations.readUntil',
      'conversations.turnState',
      'conversations.createdAt as begunAt',
      'conversations.handoffId',
      'handoffs.endedAt',
      'handoffs.state',
      'handoffs.reason',
      'handoffs.priority',
      'handoffs.returnedAt',
      'handoffs.question',
      'handoffs.requestedAt',
      'handoffs.createdAt',
      'handoffs.agentId',
      'handoffs.agentName',
      'handoffs.elsewherePlace',
      'handoffs.claimedAt',
      'handoffs.bestGuess',
      'handoffs.isGuessRight',
      'handoffs.promiseFrom',
      'handoffs.promiseDueAt',
      'handoffs.promiseWarnAt',
      'handoffs.promiseBrokenAt',
      'handoffs.score',
      'handoffs.scoreComment',
    ]);
}
