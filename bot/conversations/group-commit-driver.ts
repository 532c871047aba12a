import type { Database, Statement } from '../../index/platform/database.js';
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from './kysely.js';

/** Transactions that reach the disk together. */
interface Group {
  readonly written: Promise<void>;
  resolve(): void;
  reject(error: unknown): void;
}

/** Statements kept ready; texts differ only in the length of their lists. */
const MOST_STATEMENTS = 300;

/**
 * Kysely's driver for SQLite on one connection, with group commit: transactions run one after the other, each in a
 * savepoint of an outer transaction that is committed as soon as no other one is about to join. Bringing a commit to
 * the disk takes longer than a turn's whole work, so twenty customers who write at once share one instead of waiting
 * in line for twenty. A transaction resolves only when the outer one is on the disk, so what it promised is kept.
 */
export class GroupCommitDriver implements Driver {
  readonly #database: Database;
  readonly #statements = new Map<string, Statement>();
  readonly #waiting: (() => void)[] = [];
  #isBusy = false;
  #group: Group | null = null;
  #isScheduled = false;
  #isDue = false;

  constructor(database: Database) {
    this.#database = database;
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
    this.#statements.clear();
    this.#database.close();
  }

  // --- For connections -------------------------------------------------------------------------------------------

  /** Resolves when nobody else uses the database. */
  async enter(): Promise<void> {
    if (this.#isBusy) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#isBusy = true;
  }

  /** Lets the next one in. */
  leave(): void {
    if (this.#isDue) this.commitGroup();
    const next = this.#waiting.shift();
    if (next) next();
    else this.#isBusy = false;
  }

  run(text: string, parameters: readonly unknown[] = []): QueryResult<unknown> {
    try {
      const statement = this.#prepare(text);
      if (statement.reader) return { rows: statement.all(...parameters) };
      const { changes } = statement.run(...parameters);
      return { rows: [], numAffectedRows: BigInt(changes) };
    } catch (error) {
      this.#failure = error;
      throw error;
    }
  }

  /** Brings to the disk what the group has done, and tells its members. */
  commitGroup(): void {
    this.#isDue = false;
    const group = this.#closeGroup();
    if (!group) return;
    try {
      this.run('commit');
      group.resolve();
    } catch (error) {
      if (this.#database.inTransaction) this.run('rollback');
      group.reject(error);
    }
  }

  #failure: unknown = null;

  #closeGroup(): Group | null {
    const group = this.#group;
    this.#group = null;
    return group;
  }

  /** Commits once everything that came in together has had its turn. */
  #scheduleCommit(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      if (this.#isBusy) this.#isDue = true;
      else this.commitGroup();
    });
  }

  #prepare(text: string): Statement {
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
    // What is written outside a transaction is on the disk when this resolves, with all that the group did before.
    const isAlone = !this.isInTransaction && query.query.kind !== 'SelectQueryNode';
    if (isAlone) this.#driver.commitGroup();
    return this.#driver.run(query.sql, query.parameters) as QueryResult<Row>;
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
