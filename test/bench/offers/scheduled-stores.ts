import { migrations } from '../../../bot/store/migrations.js';
import type { Store } from '../../../bot/store/store.js';
import type { Tables } from '../../../bot/store/tables.js';
import { type Database, openDatabase } from '../../../index/platform/database.js';
import { type DatabaseConnection, Kysely } from '../../../index/platform/kysely.js';
import { migrate } from '../../../index/platform/migrate.js';
import { SharedDatabaseDriver, sqliteDialect } from '../../../index/platform/sqlite-dialect.js';

/** Draws a whole number from 0 to `below`, without it. */
export type Draw = (below: number) => number;

/** Numbers that depend on the seed alone (mulberry32, public domain). */
export function drawsOf(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Thrown at the border of a transaction at which a worker dies. */
export class Died extends Error {}

/**
 * Lets one transaction run at a time, of however many connections, and draws which one is next whenever one has ended: those
 * that come meanwhile wait at the border.
 */
export class Scheduler {
  transactions = 0;
  deaths = 0;
  private waiting: { go: () => void; die: () => void }[] = [];
  private isRunning = false;
  private isDrawing = false;

  /** One transaction in so many is cut off before it begins; 0 for none. */
  deathsIn = 0;

  constructor(
    private readonly draw: Draw,
    private readonly onEnd: () => void,
  ) {}

  turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ go: resolve, die: () => reject(new Died('a worker died')) });
      this.next();
    });
  }

  ended(): void {
    this.isRunning = false;
    this.onEnd();
    this.next();
  }

  private next(): void {
    if (this.isRunning || this.isDrawing) return;
    this.isDrawing = true;
    // Everybody who is on the way to a border comes to it first.
    setImmediate(() => {
      this.isDrawing = false;
      if (this.isRunning || this.waiting.length === 0) return;
      const [chosen] = this.waiting.splice(this.draw(this.waiting.length), 1);
      if (this.deathsIn > 0 && this.draw(this.deathsIn) === 0) {
        this.deaths += 1;
        chosen?.die();
        return this.next();
      }
      this.isRunning = true;
      this.transactions += 1;
      chosen?.go();
    });
  }
}

class ScheduledDriver extends SharedDatabaseDriver {
  constructor(
    database: Database,
    private readonly scheduler: Scheduler,
  ) {
    super(database);
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await this.scheduler.turn();
    await super.beginTransaction(connection);
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await super.commitTransaction(connection);
    this.scheduler.ended();
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await super.rollbackTransaction(connection);
    this.scheduler.ended();
  }
}

/** Another connection to a store, whose transactions wait for their turn. */
export function connect(path: string, scheduler: Scheduler): Store {
  const database = openFast(path);
  return new Kysely<Tables>({ dialect: sqliteDialect(() => new ScheduledDriver(database, scheduler)) });
}

/** Makes the tables of a store that is not there yet. */
export async function makeTables(path: string): Promise<void> {
  const database = openFast(path);
  const store = new Kysely<Tables>({ dialect: sqliteDialect(() => new SharedDatabaseDriver(database)) });
  await migrate(store, migrations, 'kysely');
  // Every message arrives at once: sending is not what is looked at.
  database.exec(`create trigger arrive after insert on messages when new.status = 'queued'
    begin update messages set status = 'sent' where id = new.id; end`);
  await store.destroy();
}

/** What is committed need not outlive a power cut here. */
export function openFast(path: string): Database {
  const database = openDatabase(path);
  database.pragma('synchronous = OFF');
  // Kysely's own driver prepares every statement anew, which takes as long as running it.
  const prepare = database.prepare.bind(database);
  const known = new Map<string, ReturnType<typeof prepare>>();
  database.prepare = ((text: string) => {
    const statement = known.get(text) ?? prepare(text);
    known.set(text, statement);
    return statement;
  }) as Database['prepare'];
  return database;
}
