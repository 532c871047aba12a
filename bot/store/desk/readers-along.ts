import type { Store, Write } from '../store.js';
import type { ReaderAlongRow } from './lead-rows.js';

/** Who is seen to read along in conversations that wait or that somebody has, by name. */
export function readersOfOpen(store: Store) {
  return seenReaders(store).execute();
}

/** Who is seen to read along in these conversations, by name. */
export function readersOfThese(store: Store, conversationIds: readonly string[]) {
  return seenReaders(store).where('readers_along.conversationId', 'in', conversationIds).execute();
}

/** Who is seen to read along in one of them. */
export function readersIn(store: Store, conversationId: string) {
  return seenReaders(store).where('readers_along.conversationId', '=', conversationId).execute();
}

/** How somebody reads along in a conversation now; undefined where they do not. */
export function readerIn(
  store: Store,
  conversationId: string,
  agentId: string,
): Promise<ReaderAlongRow | undefined> {
  return readers(store)
    .selectAll('readers_along')
    .where('readers_along.conversationId', '=', conversationId)
    .where('readers_along.agentId', '=', agentId)
    .executeTakeFirst();
}

/** The conversations that somebody reads along in now, seen or unseen. */
export async function readAlongBy(store: Store, agentId: string): Promise<string[]> {
  const rows = await readers(store)
    .select('readers_along.conversationId')
    .where('readers_along.agentId', '=', agentId)
    .execute();
  return rows.map(({ conversationId }) => conversationId);
}

export async function keepReader(write: Write, row: ReaderAlongRow): Promise<void> {
  const { handoffId, isUnseen, since } = row;
  await write
    .insertInto('readers_along')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['conversationId', 'agentId']).doUpdateSet({ handoffId, isUnseen, since }),
    )
    .execute();
}

export async function deleteReader(write: Write, conversationId: string, agentId: string): Promise<void> {
  await write
    .deleteFrom('readers_along')
    .where('conversationId', '=', conversationId)
    .where('agentId', '=', agentId)
    .execute();
}

/** Nobody reads along in what has ended, and who has a conversation does not read along in it. */
function readers(store: Store) {
  return store
    .selectFrom('readers_along')
    .innerJoin('handoffs', 'handoffs.id', 'readers_along.handoffId')
    .innerJoin('conversations', (join) =>
      join
        .onRef('conversations.id', '=', 'readers_along.conversationId')
        .onRef('conversations.handoffId', '=', 'readers_along.handoffId'),
    )
    .where('handoffs.state', 'in', ['waiting', 'with-agent'])
    .where((row) =>
      row.or([
        row('handoffs.agentId', 'is', null),
        row('handoffs.agentId', '!=', row.ref('readers_along.agentId')),
      ]),
    );
}

function seenReaders(store: Store) {
  return readers(store)
    .innerJoin('agents', 'agents.id', 'readers_along.agentId')
    .select(['readers_along.conversationId', 'agents.id as agentId', 'agents.name'])
    .where('readers_along.isUnseen', '=', 0)
    .orderBy('agents.name');
}
