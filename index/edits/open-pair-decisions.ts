import type { PairDecision, PairDecisions } from '../contracts/pair-decisions.js';
import type { Database } from '../platform/database.js';

/** As many as answers can be changed: each is read with every run. */
const MOST = 5_000;

const CREATE = `
  CREATE TABLE IF NOT EXISTS pairDecision (
    firstId TEXT NOT NULL, secondId TEXT NOT NULL, at TEXT NOT NULL, byName TEXT NOT NULL, counts TEXT,
    questions TEXT NOT NULL, answerHashes TEXT NOT NULL, PRIMARY KEY (firstId, secondId)
  ) WITHOUT ROWID;
`;

interface Row {
  readonly firstId: string;
  readonly secondId: string;
  readonly at: string;
  readonly byName: string;
  readonly counts: string | null;
  /** Two texts each, as JSON. */
  readonly questions: string;
  readonly answerHashes: string;
}

/** What people decided about pairs of answers, in the open file of what they changed. */
export function openPairDecisions(database: Database): PairDecisions {
  database.exec(CREATE);
  const all = database.prepare<[], Row>('SELECT * FROM pairDecision ORDER BY at DESC, firstId, secondId');
  const put = database.prepare('INSERT OR REPLACE INTO pairDecision VALUES (?, ?, ?, ?, ?, ?, ?)');
  const remove = database.prepare('DELETE FROM pairDecision WHERE firstId = ? AND secondId = ? AND at = ?');
  const forget = database.prepare(`
    DELETE FROM pairDecision WHERE (firstId, secondId) IN (
      SELECT firstId, secondId FROM pairDecision ORDER BY at DESC, firstId, secondId LIMIT -1 OFFSET ${MOST})`);
  return {
    decisions: () => all.all().map(decisionIn),
    decide({ itemIds, at, by, counts, questions, answerHashes }) {
      const texts = [questions, answerHashes].map((pair) => JSON.stringify(pair));
      database
        .transaction(() => {
          put.run(...itemIds, at, by, counts, ...texts);
          forget.run();
        })
        .immediate();
    },
    undecide: (itemIds, at) => remove.run(...itemIds, at).changes > 0,
  };
}

function decisionIn({ firstId, secondId, byName, questions, answerHashes, ...row }: Row): PairDecision {
  return {
    ...row,
    by: byName,
    itemIds: [firstId, secondId],
    questions: JSON.parse(questions) as PairDecision['questions'],
    answerHashes: JSON.parse(answerHashes) as PairDecision['answerHashes'],
  };
}
