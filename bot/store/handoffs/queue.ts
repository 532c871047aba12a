import { sql } from '../../../index/platform/kysely.js';
import type { Store, Write } from '../store.js';
import type { HandoffRow } from '../tables.js';

/** What `queueRank` (`bot/handoff/queue-order.ts`) says, of the rows of `handoffs`: to sort and compare by. */
export const QUEUE_RANK = sql<number>`case
  when ${sql.ref('handoffs.priority')} = 2 and ${sql.ref('handoffs.returnedAt')} is not null then 0
  when ${sql.ref('handoffs.priority')} = 2 then 1
  when ${sql.ref('handoffs.returnedAt')} is not null then 2
  when ${sql.ref('handoffs.priority')} = 1 then 3
  else 4 end`;

/** As `priority` says it. */
const URGENT = 2;

/** Where a hand-off stands in the queue: by its rank, then by the time of the request, then by its id. */
export interface QueueStanding {
  readonly id: string;
  readonly rank: number;
  readonly requestedAt: string;
}

/** How many waiting hand-offs stand before one. */
export async function countAhead(store: Store, { id, rank, requestedAt }: QueueStanding): Promise<number> {
  const { ahead } = await countWaiting(store)
    .where((expression) => {
      const isOfSameRank = expression(QUEUE_RANK, '=', rank);
      return expression.or([
        expression(QUEUE_RANK, '<', rank),
        expression.and([isOfSameRank, expression('requestedAt', '<', requestedAt)]),
        expression.and([
          isOfSameRank,
          expression('requestedAt', '=', requestedAt),
          expression('id', '<', id),
        ]),
      ]);
    })
    .executeTakeFirstOrThrow();
  return Number(ahead);
}

/** How many waiting hand-offs would stand before one that comes now: all of its rank among them. */
export async function countAheadOfNewcomer(store: Store, rank: number): Promise<number> {
  const { ahead } = await countWaiting(store).where(QUEUE_RANK, '<=', rank).executeTakeFirstOrThrow();
  return Number(ahead);
}

/** A waiting hand-off with all that tells whose queue it stands in. */
export interface WaitingRow
  extends Pick<HandoffRow, 'id' | 'reason' | 'question' | 'teamId' | 'requestedAt'> {
  readonly channelId: string;
  readonly language: 'nl' | 'en' | null;
}

/** All that wait, in the order of the queue, with the rank of each. */
export async function waitingRows(store: Store): Promise<(WaitingRow & { readonly rank: number })[]> {
  return store
    .selectFrom('handoffs')
    .innerJoin('conversations as theirs', 'theirs.id', 'handoffs.conversationId')
    .select([
      'handoffs.id',
      'handoffs.reason',
      'handoffs.question',
      'handoffs.teamId',
      'handoffs.requestedAt',
    ])
    .select(['theirs.channelId', 'theirs.language'])
    .select(QUEUE_RANK.as('rank'))
    .where('handoffs.state', '=', 'waiting')
    .orderBy(QUEUE_RANK)
    .orderBy('handoffs.requestedAt')
    .orderBy('handoffs.id')
    .execute();
}

/** Waiting hand-offs behind a place in the queue, with when each customer was last told of their own. */
export function waitingBehind(
  store: Store,
  { id, rank, requestedAt }: QueueStanding,
): Promise<{ conversationId: string; toldAt: string | null }[]> {
  return store
    .selectFrom('handoffs')
    .select(['conversationId', 'toldAt'])
    .where('state', '=', 'waiting')
    .where('id', '!=', id)
    .where((expression) =>
      expression.or([
        expression(QUEUE_RANK, '>', rank),
        expression.and([expression(QUEUE_RANK, '=', rank), expression('requestedAt', '>=', requestedAt)]),
      ]),
    )
    .execute();
}

/**
 * How many other conversations from a network address wait for a person or are with one: of those in danger (`isUrgent`) or
 * of the others. @param addressKey as it stands in their reference, where the newest message of the customer left it
 */
export async function countOpenFrom(
  store: Store,
  addressKey: string,
  { besides, isUrgent }: { readonly besides: string; readonly isUrgent: boolean },
): Promise<number> {
  const { count } = await store
    .selectFrom('handoffs')
    .innerJoin('conversations', 'conversations.id', 'handoffs.conversationId')
    .select((row) => row.fn.countAll<number | string>().as('count'))
    .where('handoffs.state', 'in', ['waiting', 'with-agent'])
    .where('handoffs.priority', isUrgent ? '=' : '!=', URGENT)
    .where('conversations.id', '!=', besides)
    // A key is 22 signs that nobody else can have made: what customers choose themselves is never equal to it.
    .where('conversations.reference', 'like', `%"addressKey":"${addressKey}"%`)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** When the newest of the requests that wait was made; null where nobody waits. */
export async function newestRequest(store: Store): Promise<string | null> {
  const { newest } = await store
    .selectFrom('handoffs')
    .select((expression) => expression.fn.max('requestedAt').as('newest'))
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  return newest;
}

/** Remembers which place a customer was told. @param at when, ISO 8601 in UTC */
export async function rememberPlace(
  write: Write,
  handoffId: string,
  place: number,
  at: string,
): Promise<void> {
  await write
    .updateTable('handoffs')
    .set({ toldPlace: place, toldAt: at })
    .where('id', '=', handoffId)
    .execute();
}

function countWaiting(store: Store) {
  return store
    .selectFrom('handoffs')
    .select((expression) => expression.fn.countAll<number | string>().as('ahead'))
    .where('state', '=', 'waiting');
}
