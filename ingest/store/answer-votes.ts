import type { Database } from '../../index/platform/database.js';

/** With how many votes an answer was first seen in these words. */
interface AnswerVotes {
  /** Votes of each item today less those with which its answer was first seen; only where they differ. */
  since(): ReadonlyMap<string, number>;
  /** Notes the answers that are new, or say something else by now, and forgets what is gone. */
  note(now: Date): void;
}

/** Tells one wording of an answer from another: when it was written or last edited, and its length. */
const SIGN = `coalesce(json_extract(json, '$.answeredAt'), '') || ' ' || length(json_extract(json, '$.answer'))`;

/** @param database `ingest.sqlite` */
export function openAnswerVotes(database: Database): AnswerVotes {
  database.exec(`CREATE TABLE IF NOT EXISTS answerVotes (
    id TEXT PRIMARY KEY, sign TEXT NOT NULL, votes INTEGER NOT NULL, seenAt TEXT NOT NULL
  ) WITHOUT ROWID`);
  return {
    since() {
      const rows = database
        .prepare<[], { id: string; since: number }>(
          `SELECT upcoming.id, json_extract(json, '$.votes') - answerVotes.votes AS since
           FROM upcoming JOIN answerVotes USING (id)
           WHERE answerVotes.sign = ${SIGN} AND json_extract(json, '$.votes') <> answerVotes.votes`,
        )
        .all();
      return new Map(rows.map(({ id, since }) => [id, since]));
    },
    note(now) {
      database.transaction(() => {
        database
          .prepare(
            `INSERT INTO answerVotes SELECT id, ${SIGN}, json_extract(json, '$.votes'), ? FROM item WHERE true
             ON CONFLICT (id) DO UPDATE SET sign = excluded.sign, votes = excluded.votes, seenAt = excluded.seenAt
             WHERE sign <> excluded.sign`,
          )
          .run(now.toISOString());
        database.exec('DELETE FROM answerVotes WHERE id NOT IN (SELECT id FROM item)');
      })();
    },
  };
}
