import { randomUUID } from 'node:crypto';
import type { Store, Write } from './store.js';
import type { AuditRow } from './tables.js';

/** Something that was done, as it is kept; times are ISO 8601 in UTC. */
export interface AuditEntry extends Omit<AuditRow, 'id' | 'details'> {
  /** Figures and kinds alone: no words of anybody, no addresses. Becomes JSON. */
  readonly details: Readonly<Record<string, unknown>>;
}

const NEWEST = 200;

/** Writes down who did what, in the transaction that does it or behind it. */
export async function recordAudit(write: Store | Write, { details, ...entry }: AuditEntry): Promise<void> {
  await write
    .insertInto('audit')
    .values({ ...entry, id: randomUUID(), details: JSON.stringify(details) })
    .execute();
}

/** What was done last, the newest first. */
export async function newestAudit(store: Store, most = NEWEST): Promise<AuditEntry[]> {
  const rows = await store
    .selectFrom('audit')
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(({ id: _, details, ...row }) => ({
    ...row,
    details: JSON.parse(details) as AuditEntry['details'],
  }));
}

/** Leaves of a subject that something was done, and no more by which it could be known. @returns how many rows it named */
export async function hideAuditSubject(store: Store, ids: readonly string[], hash: string): Promise<number> {
  if (ids.length === 0) return 0;
  const { numUpdatedRows } = await store
    .updateTable('audit')
    .set({ subjectId: hash, details: '{}' })
    .where('subjectId', 'in', ids)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** @param before ISO 8601 in UTC */
export async function forgetAuditBefore(store: Store, before: string): Promise<void> {
  await store.deleteFrom('audit').where('at', '<', before).execute();
}
