import { sql } from '../../../index/platform/kysely.js';
import type { ConversationSearch, FoundLine } from '../../contracts/tools/desk-archive.js';
import { carriesLabel } from '../desk/labels.js';
import type { Store } from '../store.js';

/** Lines that are looked at for one page: they bound what a search costs, whatever it asks for. */
const MOST_LOOKED_AT = 2_000;

/** Marks around a match in a snippet; they stand in no text that a person types, and would show as nothing else than a mark. */
export const MATCH_BEGINS = '\u0002';
export const MATCH_ENDS = '\u0003';
const WORDS_AROUND = 24;

export interface LookedAt {
  readonly id: number;
  readonly conversationId: string;
}

export interface Look {
  /** Those of the filters, the newest first. */
  readonly lines: readonly LookedAt[];
  /** The oldest line that was looked at where there may be older ones; null where all were. */
  readonly oldest: number | null;
}

/**
 * Looks at the newest lines with these words, and keeps those that the filters let through.
 * @param match in the query language of FTS5
 * @param before only lines with a smaller number; null for all
 */
export async function lookForLines(
  store: Store,
  match: string,
  search: ConversationSearch,
  before: number | null,
): Promise<Look> {
  const { rows } = await sql<{ id: number }>`
    select rowid as id from search_index where search_index match ${match}
    and rowid < ${before ?? Number.MAX_SAFE_INTEGER}
    and rowid >= ${search.from === undefined ? 0 : await firstSince(store, search.from)}
    order by rowid desc limit ${MOST_LOOKED_AT}`.execute(store);
  const ids = rows.map((row) => row.id);
  const oldest = ids.length === MOST_LOOKED_AT ? (ids.at(-1) ?? null) : null;
  return { lines: await letThrough(store, ids, search), oldest };
}

/** The number of the first line said then or later. */
async function firstSince(store: Store, at: string): Promise<number> {
  const { first } = await store
    .selectFrom('search_lines')
    .select((expression) => expression.fn.min('id').as('first'))
    .where('at', '>=', at)
    .executeTakeFirstOrThrow();
  return first === null ? Number.MAX_SAFE_INTEGER : Number(first);
}

async function letThrough(
  store: Store,
  ids: readonly number[],
  { channelId, language, until, agentId, labelId, isEnded }: ConversationSearch,
): Promise<LookedAt[]> {
  let query = store
    .selectFrom('search_lines')
    .innerJoin('conversations', 'conversations.id', 'search_lines.conversationId')
    .leftJoin('handoffs', 'handoffs.id', 'conversations.handoffId')
    .select(['search_lines.id', 'search_lines.conversationId'])
    // One parameter, not thousands.
    .where(sql<boolean>`search_lines.id in (select value from json_each(${JSON.stringify(ids)}))`)
    .orderBy('search_lines.id', 'desc');
  if (channelId !== undefined) query = query.where('conversations.channelId', '=', channelId);
  if (language !== undefined) {
    query = query.where(({ fn, val }) => fn.coalesce('conversations.language', val('nl')), '=', language);
  }
  if (until !== undefined) query = query.where('search_lines.at', '<', until);
  if (labelId !== undefined) query = query.where(carriesLabel(labelId));
  if (isEnded) {
    query = query.where(({ eb, or }) =>
      or([eb('handoffs.state', 'is', null), eb('handoffs.state', 'not in', ['waiting', 'with-agent'])]),
    );
  }
  if (agentId !== undefined) {
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('handoffs as had')
          .select('had.id')
          .whereRef('had.conversationId', '=', 'conversations.id')
          .where('had.agentId', '=', agentId),
      ),
    );
  }
  return query.execute();
}

/** Found lines as they are shown, with marks around what matches. */
export async function snippetsOf(store: Store, match: string, ids: readonly number[]) {
  const { rows } = await sql<{
    id: number;
    kind: FoundLine['kind'];
    name: string;
    at: string;
    snippet: string;
  }>`
    select search_lines.id, search_lines.kind, search_lines.at, search_index.name as name,
      snippet(search_index, 0, ${MATCH_BEGINS}, ${MATCH_ENDS}, '…', ${sql.lit(WORDS_AROUND)}) as snippet
    from search_index join search_lines on search_lines.id = search_index.rowid
    where search_index match ${match}
    and search_index.rowid in (select value from json_each(${JSON.stringify(ids)}))`.execute(store);
  return rows;
}

/** What is shown of found conversations. */
export function foundConversations(store: Store, ids: readonly string[]) {
  return store
    .selectFrom('conversations')
    .leftJoin('handoffs', 'handoffs.id', 'conversations.handoffId')
    .select([
      'conversations.id as conversationId',
      'conversations.channelId',
      'conversations.customerName',
      'conversations.language',
      'handoffs.state',
      'handoffs.agentId',
      'handoffs.agentName',
      'handoffs.elsewherePlace',
    ])
    .where('conversations.id', 'in', ids)
    .execute();
}
