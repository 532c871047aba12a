import { randomUUID } from 'node:crypto';
import type { AuditRow } from './account-tables.js';
import type { Store, Write } from './store.js';

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

/** What of the audit is looked for. Times are ISO 8601 in UTC; what is left out does not matter. */
interface AuditLook {
  /** The part of the action before its dot. */
  readonly area?: string | undefined;
  /** Id of an actor or a subject. */
  readonly id?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** The line behind which the page begins, as it stands in the one before. */
  readonly after?: { readonly at: string; readonly id: string } | undefined;
  readonly most: number;
}

/** A page of the audit as it is stored, the newest first. */
export function findAudit(store: Store, look: AuditLook): Promise<AuditRow[]> {
  const { area, id, from, until, after } = look;
  return store
    .selectFrom('audit')
    .selectAll()
    .$if(area !== undefined, (query) => query.where('action', 'like', `${area}.%`))
    .$if(id !== undefined, (query) =>
      query.where((row) => row.or([row('actorId', '=', id ?? ''), row('subjectId', '=', id ?? '')])),
    )
    .$if(from !== undefined, (query) => query.where('at', '>=', from ?? ''))
    .$if(until !== undefined, (query) => query.where('at', '<', until ?? ''))
    .$if(after !== undefined, (query) =>
      query.where((row) =>
        row.or([
          row('at', '<', after?.at ?? ''),
          row.and([row('at', '=', after?.at ?? ''), row('id', '>', after?.id ?? '')]),
        ]),
      ),
    )
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(look.most)
    .execute();
}

/** How often something was done with a subject since a time, ISO 8601 in UTC, by one actor or by any. */
export async function countAudit(
  store: Store,
  done: {
    readonly action: string;
    readonly subjectId: string;
    readonly since: string;
    readonly actorId?: string;
  },
): Promise<number> {
  const { actorId } = done;
  const { count } = await store
    .selectFrom('audit')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('at', '>=', done.since)
    .where('action', '=', done.action)
    .where('subjectId', '=', done.subjectId)
    .$if(actorId !== undefined, (query) => query.where('actorId', '=', actorId ?? ''))
    .executeTakeFirstOrThrow();
  return Number(count);
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
