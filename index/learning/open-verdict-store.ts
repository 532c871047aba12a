import { createHmac, randomBytes } from 'node:crypto';
import type { Verdict, VerdictBy } from '../contracts/labels.js';
import { asUnusable, type Database, openDatabase } from '../platform/database.js';
import { prepareVerdictTables } from './verdict-tables.js';
import { wordingKey } from './wording-key.js';

/** What is settled about a wording: learned by confirmations, or accepted or refused by a person. */
export type WordingStanding = 'learned' | 'accepted' | 'refused';

/** A wording that joins an item, or never will. It names nobody and stays when the verdicts that led to it have gone. */
export interface SettledWording {
  readonly id: string;
  readonly itemId: string;
  readonly wording: string;
  readonly standing: WordingStanding;
  /** Votes when it was settled. */
  readonly confirmations: number;
  readonly rejections: number;
  /** Of the confirmations, those of people whom the company knows. */
  readonly knownConfirmations: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** What people said of answers, and what was learned from it. Several processes may use one file at once. */
export interface VerdictStore {
  /** An opaque key: the same for the same parts in this store, and not to be traced back without its secret. */
  pseudonym(...parts: readonly string[]): string;
  /** Keeps a verdict; a later one of the same person on the same item and wording replaces it. */
  record(verdict: Verdict): void;
  /** All verdicts, oldest first. */
  verdicts(): Verdict[];
  /** Deletes verdicts given before a time; returns how many. */
  forgetBefore(time: Date): number;
  /** Deletes the verdicts given in a conversation. @param conversation its pseudonym */
  forgetConversation(conversation: string): number;
  wordings(): SettledWording[];
  /** Keeps what a person decided about a wording, in place of what was settled before. */
  review(wording: SettledWording): void;
  /**
   * Keeps what was learned by confirmations, in place of what was learned so before; what a person decided stays.
   * Wordings of items that `hasItem` does not know go.
   */
  keepLearned(learned: readonly SettledWording[], hasItem: (itemId: string) => boolean): void;
  close(): void;
}

/** How many verdicts of one customer a day are kept; learning trusts far fewer. */
const MOST_A_DAY = 100;

/** How many anonymous verdicts a day are kept of one address, whoever they say they are; it counts as five votes at most. */
const MOST_OF_ADDRESS_A_DAY = 500;

/**
 * Opens `verdicts.sqlite`, which is made where there is none.
 * @throws DATABASE_UNUSABLE
 */
export function openVerdictStore(path: string): VerdictStore {
  const database = openDatabase(path);
  try {
    prepareVerdictTables(database, randomBytes(32));
    return verdictStoreOn(database);
  } catch (error) {
    database.close();
    throw asUnusable(path, error);
  }
}

function verdictStoreOn(database: Database): VerdictStore {
  const secret = database.prepare<[], Buffer>('SELECT key FROM secret').pluck().get() ?? Buffer.alloc(0);
  const countOfDay = database
    .prepare<[string, string], number>('SELECT count(*) FROM verdict WHERE visitor = ? AND at >= ?')
    .pluck();
  const countOfAddress = database
    .prepare<[string, string], number>(
      "SELECT count(*) FROM verdict WHERE address = ? AND at >= ? AND isIdentified = 0 AND saidBy <> 'agent'",
    )
    .pluck();
  const insert = database.prepare<VerdictRow>(`
    INSERT INTO verdict VALUES (@visitor, @itemId, @wordingKey, @question, @isRight, @saidBy, @conversation, @at, @isIdentified, @address)
    ON CONFLICT DO UPDATE SET question = @question, isRight = @isRight, saidBy = @saidBy, conversation = @conversation, at = @at,
      isIdentified = @isIdentified, address = @address
    WHERE excluded.at >= verdict.at`);
  const all = database.prepare<[], VerdictRow>('SELECT * FROM verdict ORDER BY at, visitor, itemId');
  const deleteBefore = database.prepare<[string]>('DELETE FROM verdict WHERE at < ?');
  const deleteOf = database.prepare<[string]>('DELETE FROM verdict WHERE conversation = ?');
  const wordings = database.prepare<[], SettledWording>('SELECT * FROM wording ORDER BY at, id');
  const put = database.prepare<SettledWording>(
    'INSERT OR REPLACE INTO wording VALUES (@id, @itemId, @wording, @standing, @confirmations, @rejections, @at, @knownConfirmations)',
  );
  const drop = database.prepare<[string]>('DELETE FROM wording WHERE id = ?');

  function hasRoom({ visitor, address, isIdentified, at }: Verdict): boolean {
    const day = at.slice(0, 10);
    if ((countOfDay.get(visitor, day) ?? 0) >= MOST_A_DAY) return false;
    return isIdentified || (countOfAddress.get(address, day) ?? 0) < MOST_OF_ADDRESS_A_DAY;
  }

  /** What is deleted is not to live on in the write-ahead log. */
  function emptyJournal(): void {
    database.pragma('wal_checkpoint(TRUNCATE)');
  }

  return {
    pseudonym: (...parts) => createHmac('sha256', secret).update(JSON.stringify(parts)).digest('hex'),
    record(verdict) {
      if (verdict.by === 'agent' || hasRoom(verdict)) insert.run(rowOf(verdict));
    },
    verdicts: () => all.all().map(verdictOf),
    forgetBefore(time) {
      const { changes } = deleteBefore.run(time.toISOString());
      emptyJournal();
      return changes;
    },
    forgetConversation(conversation) {
      const { changes } = deleteOf.run(conversation);
      emptyJournal();
      return changes;
    },
    wordings: () => wordings.all(),
    review: (wording) => void put.run(wording),
    keepLearned(learned, hasItem) {
      database
        .transaction(() => {
          const before = wordings.all();
          const ids = new Set(learned.map(({ id }) => id));
          for (const { id, itemId, standing } of before) {
            if (!hasItem(itemId) || (standing === 'learned' && !ids.has(id))) drop.run(id);
          }
          const reviewed = new Set(
            before.filter(({ standing }) => standing !== 'learned').map(({ id }) => id),
          );
          for (const wording of learned) if (!reviewed.has(wording.id)) put.run(wording);
        })
        .immediate();
    },
    close: () => void database.close(),
  };
}

interface VerdictRow {
  readonly visitor: string;
  readonly itemId: string;
  readonly wordingKey: string;
  readonly question: string;
  readonly isRight: number;
  readonly saidBy: VerdictBy;
  readonly conversation: string;
  readonly at: string;
  readonly isIdentified: number;
  readonly address: string;
}

function rowOf({ isRight, isIdentified, by, ...verdict }: Verdict): VerdictRow {
  return {
    ...verdict,
    wordingKey: wordingKey(verdict.question),
    isRight: isRight ? 1 : 0,
    isIdentified: isIdentified ? 1 : 0,
    saidBy: by,
  };
}

function verdictOf({ wordingKey: _, isRight, isIdentified, saidBy, ...row }: VerdictRow): Verdict {
  return { ...row, isRight: isRight === 1, isIdentified: isIdentified === 1, by: saidBy };
}
