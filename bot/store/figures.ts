import { sql } from '../../index/platform/kysely.js';
import type { Store } from './store.js';

/** How many messages wait to be sent, by channel. */
export async function countQueued(
  store: Store,
): Promise<{ channelId: string; queued: number; oldestAt: string }[]> {
  const rows = await store
    .selectFrom('messages')
    .innerJoin('conversations', 'conversations.id', 'messages.conversationId')
    .select((row) => [
      'conversations.channelId',
      row.fn.countAll<number | string>().as('queued'),
      row.fn.min('messages.createdAt').as('oldestAt'),
    ])
    .where('messages.status', '=', 'queued')
    .groupBy('conversations.channelId')
    .execute();
  return rows.map(({ channelId, queued, oldestAt }) => ({ channelId, queued: Number(queued), oldestAt }));
}

/** What waits for people. @param at the time now, ISO 8601 in UTC */
export async function countHandoffs(store: Store, at: string) {
  const count = (condition: ReturnType<typeof sql>) =>
    sql<number | string | null>`sum(case when ${condition} then 1 else 0 end)`;
  const row = await store
    .selectFrom('handoffs')
    .select([
      count(sql`${sql.ref('state')} = 'waiting'`).as('waiting'),
      sql<
        string | null
      >`min(case when ${sql.ref('state')} = 'waiting' then ${sql.ref('requestedAt')} end)`.as('longestSince'),
      count(
        sql`${sql.ref('state')} = 'waiting' and ${sql.ref('promiseWarnAt')} <= ${at} and ${sql.ref('promiseDueAt')} > ${at}`,
      ).as('promisesAtRisk'),
      count(
        sql`${sql.ref('state')} = 'waiting' and (${sql.ref('promiseBrokenAt')} is not null or ${sql.ref('promiseDueAt')} <= ${at})`,
      ).as('promisesBroken'),
      count(sql`${sql.ref('state')} = 'with-agent'`).as('withAgents'),
    ])
    .where('state', 'in', ['waiting', 'with-agent'])
    .executeTakeFirstOrThrow();
  return {
    waiting: Number(row.waiting),
    longestSince: row.longestSince,
    promisesAtRisk: Number(row.promisesAtRisk),
    promisesBroken: Number(row.promisesBroken),
    withAgents: Number(row.withAgents),
  };
}
