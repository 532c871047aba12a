import type { Database, PreparedStatement } from '../../../index/platform/database.js';
import { ROUNDS } from '../../../index/platform/event-loop/rounds.js';
import type {
  CompiledQuery,
  DatabaseConnection,
  Driver,
  QueryResult,
} from '../../../index/platform/kysely.js';
import { createGate } from './gate.js';
import { type Journal, openJournal } from './journal.js';

/** Transactions that reach the disk together. */
interface Group {
  readonly written: Promise<void>;
  resolve(): void;
  reject(error: unknown): void;
}

/** Statements kept ready; texts differ only in the length of their lists. */
const MOST_STATEMENTS = 300;

/** So long the database may work in a row before the event loop gets its turn. */
const SLICE_MS = 4;

/**
 * Kysely's driver for SQLite on one connection, with group commit: transactions run one after the other, each in a
 * savepoint of an outer transaction that is committed when the one before it is on the disk and no other one is about
 * to join. Bringing a commit to the disk takes longer than a turn's whole work, so twenty customers who write at once
 * share one instead of waiting in line for twenty, and the event loop does not wait for it at all (see `openJournal`).
 * A transaction resolves only when the outer one is on the disk, so what it promised is kept.
 */
export class GroupCommitDriver implements Driver {
  readonly #database: Database;
  readonly #journal: Journal;
  readonly #onFailure: (error: unknown) => void;
  readonly #onCommit: (seconds: number) => void;
  readonly #statements = new Map<string, PreparedStatement>();
  readonly #gate = createGate(SLICE_MS);
  /** Of those whose group is on the disk: all of them would otherwise go on at once, before any socket or timer. */
  readonly #written = ROUNDS.openLine();
  #group: Group | null = null;
  /** Ends when the last group that was committed is on the disk, or was refused. */
  #lastGroup: Promise<void> = Promise.resolve();
  #isScheduled = false;
  #isDue = false;

  constructor(
    database: Database,
    journal = openJournal(database),
    onFailure: (error: unknown) => void = () => {},
    onCommit: (seconds: number) => void = () => {},
  ) {
    this.#database = database;
    this.#onFailure = onFailure;
    this.#onCommit = onCommit;
    this.#journal = journal;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<GroupedConnection> {
    const connection = new GroupedConnection(this);
    await connection.enter();
    return connection;
  }

  async beginTransaction(connection: GroupedConnection): Promise<void> {
    await connection.enter();
    if (!this.#group) {
      this.#undoLeftover();
      // Takes the write lock at once: a transaction that read first could find it taken by another process.
      this.run('begin immediate');
      this.#group = openGroup();
    }
    this.run('savepoint member');
    connection.isInTransaction = true;
  }

  async commitTransaction(connection: GroupedConnection): Promise<void> {
    this.run('release member');
    connection.isInTransaction = false;
    const group = this.#group;
    this.#scheduleCommit();
    connection.leave();
    await group?.written;
    await new Promise<void>(this.#written);
  }

  async rollbackTransaction(connection: GroupedConnection): Promise<void> {
    if (!connection.isInTransaction) return;
    connection.isInTransaction = false;
    if (this.#database.inTransaction) {
      this.run('rollback to member');
      this.run('release member');
      this.#scheduleCommit();
      return;
    }
    // SQLite undoes the outer transaction by itself where a disk is full or broken: nobody's work was written.
    this.#closeGroup()?.reject(this.#failure);
  }

  async releaseConnection(connection: GroupedConnection): Promise<void> {
    connection.leave();
  }

  async destroy(): Promise<void> {
    this.commitGroup();
    await this.#lastGroup;
    await this.#journal.close();
    this.#statements.clear();
    this.#database.close();
  }

  // --- For connections -------------------------------------------------------------------------------------------

  /** Resolves when nobody else uses the database. */
  enter(): Promise<void> {
    return this.#gate.enter();
  }

  /** Lets the next one in. */
  leave(): void {
    if (this.#isDue) this.commitGroup();
    this.#gate.leave();
  }

  /** Resolves when all that was committed is on the disk. */
  async flush(): Promise<void> {
    try {
      await this.#journal.flush();
    } catch (error) {
      this.#onFailure(error);
      throw error;
    }
  }

  run(text: string, parameters: readonly unknown[] = []): QueryResult<unknown> {
    try {
      const statement = this.#prepare(text);
      if (statement.reader) return { rows: statement.all(...parameters) };
      const { changes } = statement.run(...parameters);
      return { rows: [], numAffectedRows: BigInt(changes) };
    } catch (error) {
      this.#failure = error;
      this.#onFailure(error);
      throw error;
    }
  }

  /** Commits what the group has done, and tells its members when it is on the disk. */
  commitGroup(): void {
    this.#isDue = false;
    const group = this.#closeGroup();
    if (!group) return;
    const beganAt = performance.now();
    try {
      this.run('commit');
    } catch (error) {
      // Nobody is behind this: a broken disk that refuses the rollback as well must not end the program.
      group.reject(error);
      this.#undoLeftover();
      return;
    }
    this.#lastGroup = this.flush().then(() => {
      group.resolve();
      this.#onCommit((performance.now() - beganAt) / 1_000);
    }, group.reject);
  }

  #failure: unknown = null;

  /** Undoes what a commit that failed has left open; what the disk refuses now is tried again before the next begin. */
  #undoLeftover(): void {
    try {
      if (this.#database.inTransaction) this.run('rollback');
    } catch {
      // Kept as the failure, for those whose work it undid.
    }
  }

  #closeGroup(): Group | null {
    const group = this.#group;
    this.#group = null;
    return group;
  }

  /** Commits once everything that came in together has had its turn and the group before is on the disk. */
  #scheduleCommit(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(async () => {
      await this.#lastGroup;
      this.#isScheduled = false;
      if (this.#gate.isTaken) this.#isDue = true;
      else this.commitGroup();
    });
  }

  #prepare(text: string): PreparedStatement {
    const known = this.#statements.get(text);
    if (known) return known;
    const statement = this.#database.prepare(text);
    const isFull = this.#statements.size >= MOST_STATEMENTS;
    // After a change of the tables, what was prepared before could have other columns.
    if (isFull || /^(create|alter|drop)\b/i.test(text)) this.#statements.clear();
    else this.#statements.set(text, statement);
    return statement;
  }
}

/** The database as lent to one transaction or query at a time. */
class GroupedConnection implements DatabaseConnection {
  readonly #driver: GroupCommitDriver;
  #isInside = false;
  isInTransaction = false;

  constructor(driver: GroupCommitDriver) {
    this.#driver = driver;
  }

  async enter(): Promise<void> {
    if (this.#isInside) return;
    await this.#driver.enter();
    this.#isInside = true;
  }

  leave(): void {
    if (!this.#isInside) return;
    this.#isInside = false;
    this.#driver.leave();
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    await this.enter();
    const isAlone = !this.isInTransaction && query.query.kind !== 'SelectQueryNode';
    if (isAlone) this.#driver.commitGroup();
    const result = this.#driver.run(query.sql, query.parameters) as QueryResult<Row>;
    if (isAlone) {
      // What is written outside a transaction is on the disk when this resolves; others go on meanwhile.
      this.leave();
      await this.#driver.flush();
    }
    return result;
  }

  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    yield await this.executeQuery<Row>(query);
  }
}

function openGroup(): Group {
  let resolve = () => {};
  let reject = (_: unknown) => {};
  const written = new Promise<void>((onDone, onError) => {
    resolve = onDone;
    reject = onError;
  });
  // A group whose members were all undone has nobody who waits for it.
  written.catch(() => {});
  return { written, resolve, reject };
}
