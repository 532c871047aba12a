import { isCoded } from '../../../index/platform/errors.js';
import type { GoneRow, Source, SourceRow } from '../contracts.js';
import { failedRow } from '../failed-row.js';
import type { Listing, ThreadReading, WantedThread } from './contracts.js';
import { contentOf, type ListedState, readState, wasGiven, writeState } from './listed-state.js';

/** So many readings in a row that fail are a fault of the community or the way to it, not of its threads. */
const MOST_FAILURES_IN_A_ROW = 3;
/** Errors that may concern one thread alone. */
const OF_A_THREAD = ['SOURCE_UNREACHABLE', 'SOURCE_ANSWER_UNUSABLE'];

/**
 * A community that is listed and read thread by thread, as a source. A run reads what the listing shows as new or changed,
 * what failed before and, in turn, a share of the rest. What is known and not listed is asked for by name before it counts
 * as gone, because a list that is turned page by page loses threads when others are deleted meanwhile. A reading
 * that breaks off has a checkpoint all the same: the next one goes on behind it.
 */
export function listedSource(name: string, listing: Listing): Source {
  return {
    name,
    read() {
      const state: ListedState = { run: 1, threads: new Map() };
      // Nothing is known before, so nothing can be gone.
      const rows = changes(listing, state, true) as AsyncGenerator<SourceRow>;
      return { covers: 'everything', rows, checkpoint: () => writeState(state) };
    },
    readSince(checkpoint, all = false) {
      const state = readState(checkpoint);
      if (state === null) return this.read();
      return { covers: 'changes', rows: changes(listing, state, all), checkpoint: () => writeState(state) };
    },
    async *ids() {
      const seen = new Set<string>();
      for await (const { id } of listing.list()) {
        if (!seen.has(id)) yield id;
        seen.add(id);
      }
    },
    async *readAgain(ids) {
      const wanted = ids.map((id) => ({ id, memo: null }));
      for await (const { row } of readAll(listing, wanted)) if (row.kind !== 'unchanged') yield row;
    },
  };
}

async function* changes(
  listing: Listing,
  state: ListedState,
  all: boolean,
): AsyncGenerator<SourceRow | GoneRow> {
  const before = new Map(state.threads);
  const listed = new Map<string, string>();
  const memoOf = (id: string) => (all ? null : (before.get(id)?.memo ?? null));
  const streak = { failures: 0 };
  let wanted: WantedThread[] = [];
  for await (const { id, version } of listing.list()) {
    if (listed.has(id)) continue;
    listed.set(id, version);
    const known = before.get(id);
    if (!all && known && known.version === version) continue;
    wanted.push({ id, memo: memoOf(id) });
    if (wanted.length >= listing.batch) {
      yield* take(wanted);
      wanted = [];
    }
  }
  yield* take(wanted);
  yield* take(all ? [] : longestUnread(before, listed, state.run, listing.reread));
  const absent = [...before.keys()].filter((id) => !listed.has(id));
  yield* take(absent.map((id) => ({ id, memo: memoOf(id) })));

  async function* take(threads: readonly WantedThread[]): AsyncGenerator<SourceRow | GoneRow> {
    for await (const reading of readAll(listing, threads, streak)) {
      yield* note(reading, before, listed, state, all);
    }
  }
}

/** Notes what a reading gave, and gives on what is new in it. */
function* note(
  { id, row, memo = null }: ThreadReading,
  before: ListedState['threads'],
  listed: ReadonlyMap<string, string>,
  state: ListedState,
  all: boolean,
): Generator<SourceRow | GoneRow> {
  const known = before.get(id);
  const version = listed.get(id) ?? null;
  if (row.kind === 'unchanged') {
    if (known) state.threads.set(id, { ...known, version, readIn: state.run });
    return;
  }
  if (row.kind === 'failed' && row.reason === 'unreachable') {
    // What it was like before stays; the next run reads it again.
    if (known) state.threads.set(id, { ...known, version: null });
    yield row;
    return;
  }
  if (row.kind === 'gone') {
    state.threads.delete(id);
    if (wasGiven(known)) yield row;
    return;
  }
  const content = contentOf(row);
  const isSame = known?.content === content;
  // What is listed no longer and reads otherwise now is given once and then forgotten: the listing brings it back.
  if (version === null && !isSame) state.threads.delete(id);
  else state.threads.set(id, { version, content, readIn: state.run, memo });
  if (isSame && !all) return;
  if (row.kind === 'skipped' && wasGiven(known)) yield { kind: 'gone', threadId: id, position: row.position };
  yield row;
}

function longestUnread(
  before: ListedState['threads'],
  listed: ReadonlyMap<string, string>,
  run: number,
  most: number,
): WantedThread[] {
  return [...before]
    .filter(([id, { version, readIn }]) => version !== null && listed.get(id) === version && readIn < run)
    .sort(([, a], [, b]) => a.readIn - b.readIn)
    .slice(0, most)
    .map(([id, { memo }]) => ({ id, memo }));
}

async function* readAll(
  listing: Listing,
  threads: readonly WantedThread[],
  streak = { failures: 0 },
): AsyncGenerator<ThreadReading> {
  for (let from = 0; from < threads.length; from += listing.batch) {
    const batch = threads.slice(from, from + listing.batch);
    const read = new Set<string>();
    try {
      for await (const reading of listing.read(batch)) {
        read.add(reading.id);
        yield reading;
      }
      streak.failures = 0;
    } catch (error) {
      streak.failures += 1;
      const isOfThread = isCoded(error) && OF_A_THREAD.includes(error.code);
      if (!isOfThread || streak.failures >= MOST_FAILURES_IN_A_ROW) throw error;
      for (const { id } of batch) {
        if (read.has(id)) continue;
        yield { id, row: failedRow(`thread ${id}`, error.message, id, 'unreachable') };
      }
    }
  }
}
