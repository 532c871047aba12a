import type { Store, Write } from '../store.js';
import type { HandoffRow } from '../tables.js';

/** A conversation that an agent had, or has, with all that tells whose queue it stood in. */
export interface HandledRow
  extends Pick<HandoffRow, 'reason' | 'question' | 'teamId' | 'claimedAt' | 'endedAt'> {
  readonly channelId: string;
  readonly language: 'nl' | 'en' | null;
}

/** What agents of the desk had since a time and have no more, the newest of it. @param since ISO 8601 in UTC */
export function handledSince(store: Store, since: string, most: number): Promise<HandledRow[]> {
  return handled(store)
    .where('handoffs.endedAt', '>=', since)
    .where('handoffs.claimedAt', 'is not', null)
    .orderBy('handoffs.endedAt', 'desc')
    .limit(most)
    .execute();
}

/** What agents have now, but for what they set aside. */
export function underWayNow(store: Store, most: number): Promise<HandledRow[]> {
  return handled(store)
    .where('handoffs.state', '=', 'with-agent')
    .where('handoffs.snoozedUntil', 'is', null)
    .limit(most)
    .execute();
}

function handled(store: Store) {
  return store
    .selectFrom('handoffs')
    .innerJoin('conversations as theirs', 'theirs.id', 'handoffs.conversationId')
    .select(['handoffs.reason', 'handoffs.question', 'handoffs.teamId'])
    .select(['handoffs.claimedAt', 'handoffs.endedAt', 'theirs.channelId', 'theirs.language'])
    .where('handoffs.agentId', 'is not', null);
}

/** Remembers until when the customer of a conversation was told to wait. @param until ISO 8601 in UTC */
export async function rememberWait(write: Write, conversationId: string, until: string): Promise<void> {
  await write
    .updateTable('handoffs')
    .set({ toldUntil: until })
    .where('id', '=', (query) =>
      query
        .selectFrom('conversations')
        .select('conversations.handoffId')
        .where('conversations.id', '=', conversationId),
    )
    .execute();
}
