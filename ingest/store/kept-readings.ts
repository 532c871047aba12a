import type { Database } from '../../index/platform/database.js';

/** How far a source was read. */
interface KeptReading {
  readonly checkpoint: string;
  /** By which rules its threads became items. */
  readonly rules: string;
}

/** A thread that could not be read. */
export interface ThreadFailure {
  readonly source: string;
  readonly threadId: string;
  readonly reason: string;
  readonly detail: string;
  /** ISO 8601. */
  readonly firstAt: string;
  readonly lastAt: string;
  /** In how many runs. */
  readonly times: number;
}

/** What was read of sources that can tell changes, as it was before duplicates were folded. */
export interface KeptReadings {
  /** How far the source was read; null where it never was, or not by this version. */
  find(source: string): KeptReading | null;
  /** Takes all that was read of the source before into the incoming items. */
  restore(source: string): void;
  /** Takes what was read of one thread before into the incoming items. */
  restoreThread(source: string, threadId: string): void;
  /** Takes back what was read before, but for these threads, where nothing else came in its place. */
  restoreOthers(source: string, touched: ReadonlySet<string>): void;
  /** Ids of the threads that gave an item or a wording. */
  threadIds(source: string): string[];
  /** Threads that could not be read at last, all sources or one. */
  failures(source?: string): ThreadFailure[];
  /** Notes a thread that could not be read, in the running run. */
  addFailure(failure: Pick<ThreadFailure, 'source' | 'threadId' | 'reason' | 'detail'>, now: Date): void;
  /** Keeps the failures of threads that this run did not come to. */
  keepFailures(source: string, touched: ReadonlySet<string>): void;
  /** Notes how far the source was read and what is incoming of it; nothing lasts before the run does. */
  note(source: string, checkpoint: string, rules: string): void;
}

/** Ids are `source:thread`, and no name of a source has a colon. */
const OF_SOURCE = "substr(id, 1, instr(id, ':') - 1) = ?";

export function openKeptReadings(database: Database): KeptReadings {
  const find = database.prepare<[string], KeptReading>(
    'SELECT checkpoint, rules FROM reading WHERE source = ?',
  );
  const items = database.prepare('INSERT OR IGNORE INTO incoming SELECT * FROM readItem WHERE source = ?');
  const duplicates = database.prepare(
    `INSERT OR IGNORE INTO incomingDuplicate SELECT * FROM readDuplicate WHERE ${OF_SOURCE}`,
  );
  const item = database.prepare('INSERT OR IGNORE INTO incoming SELECT * FROM readItem WHERE id = ?');
  const duplicate = database.prepare(
    'INSERT OR IGNORE INTO incomingDuplicate SELECT * FROM readDuplicate WHERE id = ?',
  );
  const ids = database
    .prepare<[string, string], string>(
      `SELECT id FROM readItem WHERE source = ? UNION SELECT id FROM readDuplicate WHERE ${OF_SOURCE} ORDER BY id`,
    )
    .pluck();
  const failures = database.prepare<[string | null, string | null], ThreadFailure>(
    'SELECT * FROM failure WHERE ? IS NULL OR source = ? ORDER BY source, threadId',
  );
  const before = database.prepare<[string, string], ThreadFailure>(
    'SELECT * FROM failure WHERE source = ? AND threadId = ?',
  );
  const addFailure = database.prepare('INSERT OR REPLACE INTO incomingFailure VALUES (?, ?, ?, ?, ?, ?, ?)');
  const threadIds = (source: string) => ids.all(source, source).map((id) => id.slice(source.length + 1));
  const failuresOf = (source?: string) => failures.all(source ?? null, source ?? null);
  const restoreThread = (source: string, threadId: string) => {
    item.run(`${source}:${threadId}`);
    duplicate.run(`${source}:${threadId}`);
  };

  return {
    find: (source) => find.get(source) ?? null,
    restore(source) {
      items.run(source);
      duplicates.run(source);
    },
    restoreThread,
    restoreOthers(source, touched) {
      database.transaction(() => {
        for (const id of threadIds(source)) if (!touched.has(id)) restoreThread(source, id);
      })();
    },
    threadIds,
    failures: failuresOf,
    addFailure({ source, threadId, reason, detail }, now) {
      const known = before.get(source, threadId);
      const at = now.toISOString();
      addFailure.run(source, threadId, reason, detail, known?.firstAt ?? at, at, (known?.times ?? 0) + 1);
    },
    keepFailures(source, touched) {
      for (const failure of failuresOf(source)) {
        const { threadId, reason, detail, firstAt, lastAt, times } = failure;
        if (!touched.has(threadId)) {
          addFailure.run(source, threadId, reason, detail, firstAt, lastAt, times);
        }
      }
    },
    note(source, checkpoint, rules) {
      database.transaction(() => {
        database.prepare('INSERT INTO incomingReadItem SELECT * FROM incoming WHERE source = ?').run(source);
        database
          .prepare(`INSERT INTO incomingReadDuplicate SELECT * FROM incomingDuplicate WHERE ${OF_SOURCE}`)
          .run(source);
        database.prepare('INSERT INTO incomingReading VALUES (?, ?, ?)').run(source, checkpoint, rules);
      })();
    },
  };
}

/**
 * Makes what the run read of its sources (`runSource`) what is kept of them; of a source that cannot tell changes, or was
 * taken out, nothing. Called within the transaction that makes incoming items the sources' items.
 */
export function keepReadings(database: Database): void {
  database.exec(`
    DELETE FROM readItem WHERE source IN (SELECT name FROM runSource);
    DELETE FROM readDuplicate WHERE substr(id, 1, instr(id, ':') - 1) IN (SELECT name FROM runSource);
    DELETE FROM reading WHERE source IN (SELECT name FROM runSource);
    DELETE FROM failure WHERE source IN (SELECT name FROM runSource);
    INSERT INTO readItem SELECT * FROM incomingReadItem;
    INSERT INTO readDuplicate SELECT * FROM incomingReadDuplicate;
    INSERT INTO reading SELECT * FROM incomingReading;
    INSERT INTO failure SELECT * FROM incomingFailure;
    DELETE FROM incomingReadItem;
    DELETE FROM incomingReadDuplicate;
    DELETE FROM incomingReading;
    DELETE FROM incomingFailure;
  `);
}
