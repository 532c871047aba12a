import { randomUUID } from 'node:crypto';
import type { CannedText } from '../contracts/tools/desk-canned.js';
import type { CannedAnswerRow } from './canned-answer-row.js';
import type { Store, Write } from './store.js';

/** The company's canned answers and an agent's own, by shortcut, own ones first. */
export function cannedAnswersFor(store: Store, agentId: string): Promise<CannedAnswerRow[]> {
  return store
    .selectFrom('canned_answers')
    .selectAll()
    .where((row) => row.or([row('agentId', 'is', null), row('agentId', '=', agentId)]))
    .orderBy('shortcut')
    .orderBy('agentId', (order) => order.desc().nullsLast())
    .orderBy('language')
    .execute();
}

export function findCannedAnswer(store: Store, id: string): Promise<CannedAnswerRow | undefined> {
  return store.selectFrom('canned_answers').selectAll().where('id', '=', id).executeTakeFirst();
}

/** How many an owner has. @param agentId null for the company */
export async function countCannedAnswers(store: Store, agentId: string | null): Promise<number> {
  const { count } = await store
    .selectFrom('canned_answers')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('agentId', agentId === null ? 'is' : '=', agentId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The canned answer of an owner that a shortcut brings; undefined for none. @param agentId null for the company */
export async function cannedAnswerUnder(
  store: Store,
  agentId: string | null,
  { language, shortcut }: Pick<CannedText, 'language' | 'shortcut'>,
): Promise<string | undefined> {
  const row = await store
    .selectFrom('canned_answers')
    .select('id')
    .where('agentId', agentId === null ? 'is' : '=', agentId)
    .where('language', '=', language)
    .where('shortcut', '=', shortcut)
    .executeTakeFirst();
  return row?.id;
}

export async function insertCannedAnswer(write: Write, row: Omit<CannedAnswerRow, 'id'>): Promise<void> {
  await write
    .insertInto('canned_answers')
    .values({ ...row, id: randomUUID() })
    .execute();
}

/** @param changedAt ISO 8601 in UTC */
export async function updateCannedAnswer(
  write: Write,
  id: string,
  { language, shortcut, title, text, ending }: CannedText,
  changedAt: string,
): Promise<void> {
  await write
    .updateTable('canned_answers')
    .set({ language, shortcut, title, text, ending, changedAt })
    .where('id', '=', id)
    .execute();
}

export async function deleteCannedAnswer(write: Write, id: string): Promise<void> {
  await write.deleteFrom('canned_answers').where('id', '=', id).execute();
}
