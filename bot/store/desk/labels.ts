import { sql } from '../../../index/platform/kysely.js';
import { listedConversations } from '../handoffs/conversations-in-states.js';
import type { Store, Write } from '../store.js';
import type { LabelRow } from './label-rows.js';

/** All labels, by name. */
export function allLabels(store: Store) {
  return store.selectFrom('labels').select(['id', 'name']).orderBy('nameKey').execute();
}

export function findLabel(store: Store, id: string): Promise<LabelRow | undefined> {
  return store.selectFrom('labels').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Adds a label; false where there is one of its name. */
export async function insertLabel(write: Write, row: LabelRow): Promise<boolean> {
  const added = await write
    .insertInto('labels')
    .values(row)
    .onConflict((conflict) => conflict.column('nameKey').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

export async function labelUnder(store: Store, nameKey: string): Promise<string | undefined> {
  const row = await store.selectFrom('labels').select('id').where('nameKey', '=', nameKey).executeTakeFirst();
  return row?.id;
}

export async function updateLabel(
  write: Write,
  id: string,
  name: Pick<LabelRow, 'name' | 'nameKey'>,
): Promise<void> {
  await write.updateTable('labels').set(name).where('id', '=', id).execute();
}

export async function deleteLabel(write: Write, id: string): Promise<boolean> {
  const { numDeletedRows } = await write.deleteFrom('labels').where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** The labels of a conversation, by name. */
export function labelsOn(store: Store, conversationId: string) {
  return labelled(store).where('conversation_labels.conversationId', '=', conversationId).execute();
}

/** The labels of all conversations with a hand-off that waits, is with somebody or expired since a time, by name. */
export function labelsOfOpen(store: Store, since: string) {
  const open = listedConversations(store, since);
  return labelled(store).where('conversation_labels.conversationId', 'in', open).execute();
}

/** The labels of these conversations, by name. */
export function labelsOfThese(store: Store, conversationIds: readonly string[]) {
  return labelled(store).where('conversation_labels.conversationId', 'in', conversationIds).execute();
}

export async function putLabel(write: Write, conversationId: string, labelId: string): Promise<void> {
  await write
    .insertInto('conversation_labels')
    .values({ conversationId, labelId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function takeOffLabel(write: Write, conversationId: string, labelId: string): Promise<void> {
  await write
    .deleteFrom('conversation_labels')
    .where('conversationId', '=', conversationId)
    .where('labelId', '=', labelId)
    .execute();
}

/** Of the rows of `conversations`: whether they have a label. */
export function carriesLabel(labelId: string) {
  return sql<boolean>`exists (select 1 from conversation_labels
    where ${sql.ref('conversation_labels.conversationId')} = ${sql.ref('conversations.id')}
    and ${sql.ref('conversation_labels.labelId')} = ${labelId})`;
}

function labelled(store: Store) {
  return store
    .selectFrom('conversation_labels')
    .innerJoin('labels', 'labels.id', 'conversation_labels.labelId')
    .select(['conversation_labels.conversationId', 'labels.id', 'labels.name'])
    .orderBy('labels.nameKey');
}
