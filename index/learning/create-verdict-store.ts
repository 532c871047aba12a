import { createHmac, randomBytes } from 'node:crypto';
import type { Verdict } from '../contracts/labels.js';
import type { ExpressionBuilder, Kysely, Transaction } from '../platform/kysely.js';
import { migrate } from '../platform/migrate.js';
import { keepVerdict, keepWording } from './keep-verdicts.js';
import { takeOverVerdicts } from './take-over-verdicts.js';
import type { SettledWording, VerdictOrigin, VerdictStore } from './verdict-store.js';
import { type VerdictRow, type VerdictTables, verdictMigrations } from './verdict-tables.js';
import { wordingKey } from './wording-key.js';

type Database = Kysely<VerdictTables>;
type Write = Transaction<VerdictTables>;

/** How many verdicts of one customer a day are kept; learning trusts far fewer. */
const MOST_A_DAY = 100;

/** How many anonymous verdicts a day are kept of one address, whoever they say they are; it counts as five votes at most. */
const MOST_OF_ADDRESS_A_DAY = 500;

/** Bytes of the key of pseudonyms. */
const SECRET_BYTES = 32;

/**
 * Brings the verdict tables of a conversation store up to date, takes over what an earlier version kept in a file of its
 * own, and gives them as a store.
 * @param earlierFile path of the `verdicts.sqlite` of earlier versions; it is taken over and deleted where it is there
 * @throws STORE_NOT_MIGRATED, DATABASE_UNUSABLE
 */
export async function createVerdictStore<Tables extends VerdictTables>(
  store: Kysely<Tables>,
  earlierFile: string | null,
): Promise<VerdictStore> {
  const database = store as unknown as Database;
  await migrate(database, verdictMigrations, 'verdict');
  if (earlierFile !== null) await takeOverVerdicts(database, earlierFile);
  const secret = await secretOf(database);
  return {
    pseudonym: (...parts) => createHmac('sha256', secret).update(JSON.stringify(parts)).digest('hex'),
    record: (verdict) =>
      database.transaction().execute(async (write) => {
        if (verdict.by === 'agent' || (await hasRoom(write, verdict)))
          await keepVerdict(write, rowOf(verdict));
      }),
    async verdicts() {
      const rows = await database
        .selectFrom('verdicts')
        .selectAll()
        .orderBy('at')
        .orderBy('visitor')
        .orderBy('itemId')
        .execute();
      return rows.map(verdictOf);
    },
    forgetBefore: (time) =>
      database.transaction().execute(async (write) => {
        const { numDeletedRows } = await write
          .deleteFrom('verdicts')
          .where('at', '<', time.toISOString())
          .executeTakeFirst();
        return Number(numDeletedRows);
      }),
    forgetQuestions: (conversation, isMeant) =>
      database.transaction().execute(async (write) => {
        const ofConversation = await write
          .selectFrom('verdicts')
          .select('question')
          .distinct()
          .where('conversation', '=', conversation)
          .execute();
        for (const { question } of ofConversation) {
          if (!isMeant(question)) continue;
          await write
            .deleteFrom('verdicts')
            .where('conversation', '=', conversation)
            .where('question', '=', question)
            .execute();
        }
      }),
    async verdictsOf(who) {
      const rows = await database.selectFrom('verdicts').selectAll().where(isOf(who)).execute();
      return rows.map(verdictOf);
    },
    async forgetVerdictsOf(who) {
      const { numDeletedRows } = await database.deleteFrom('verdicts').where(isOf(who)).executeTakeFirst();
      return Number(numDeletedRows);
    },
    async forgetWordings(ids) {
      if (ids.length > 0) await database.deleteFrom('settled_wordings').where('id', 'in', ids).execute();
    },
    wordings: () => wordingsIn(database),
    review: (wordings) =>
      database.transaction().execute(async (write) => {
        for (const wording of wordings) await keepWording(write, wording);
      }),
    keepLearned: (learned, hasItem) =>
      database.transaction().execute(async (write) => {
        const before = await wordingsIn(write);
        const ids = new Set(learned.map(({ id }) => id));
        for (const { id, itemId, standing } of before) {
          if (hasItem(itemId) && (standing !== 'learned' || ids.has(id))) continue;
          await write.deleteFrom('settled_wordings').where('id', '=', id).execute();
        }
        const reviewed = new Set(before.filter(({ standing }) => standing !== 'learned').map(({ id }) => id));
        for (const wording of learned) if (!reviewed.has(wording.id)) await keepWording(write, wording);
      }),
  };
}

function isOf({ visitors, conversations }: VerdictOrigin) {
  return ({ eb, or }: ExpressionBuilder<VerdictTables, 'verdicts'>) =>
    // A list without anything in it is none to every database.
    or([eb('visitor', 'in', ['', ...visitors]), eb('conversation', 'in', ['', ...conversations])]);
}

/** The key of pseudonyms, made with the first opening. */
async function secretOf(database: Database): Promise<Uint8Array> {
  return database.transaction().execute(async (write) => {
    const row = { id: 1, key: randomBytes(SECRET_BYTES) };
    await write
      .insertInto('verdict_secrets')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return (await write.selectFrom('verdict_secrets').select('key').executeTakeFirstOrThrow()).key;
  });
}

async function hasRoom(write: Write, { visitor, address, isIdentified, at }: Verdict): Promise<boolean> {
  const ofDay = write
    .selectFrom('verdicts')
    .select((expression) => expression.fn.countAll<number>().as('count'))
    .where('at', '>=', at.slice(0, 10));
  const ofVisitor = await ofDay.where('visitor', '=', visitor).executeTakeFirstOrThrow();
  if (Number(ofVisitor.count) >= MOST_A_DAY) return false;
  if (isIdentified) return true;
  const ofAddress = await ofDay
    .where('address', '=', address)
    .where('isIdentified', '=', 0)
    .where('saidBy', '<>', 'agent')
    .executeTakeFirstOrThrow();
  return Number(ofAddress.count) < MOST_OF_ADDRESS_A_DAY;
}

function wordingsIn(database: Database | Write): Promise<SettledWording[]> {
  return database.selectFrom('settled_wordings').selectAll().orderBy('at').orderBy('id').execute();
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
