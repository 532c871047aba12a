import type { Confirmation, Confirmations } from '../contracts/confirmations.js';
import type { Database } from '../platform/database.js';

/** As many as answers can be changed: each is read with every run. */
const MOST = 5_000;

const CREATE = `
  CREATE TABLE IF NOT EXISTS confirmation (
    itemId TEXT PRIMARY KEY, at TEXT NOT NULL, byName TEXT NOT NULL, question TEXT NOT NULL, answerHash TEXT NOT NULL,
    grounds TEXT NOT NULL
  ) WITHOUT ROWID;
`;

interface Row {
  readonly itemId: string;
  readonly at: string;
  readonly byName: string;
  readonly question: string;
  readonly answerHash: string;
  /** JSON. */
  readonly grounds: string;
}

/** What people said still holds, in the open file of what they changed. */
export function openConfirmations(database: Database): Confirmations {
  database.exec(CREATE);
  const all = database.prepare<[], Row>('SELECT * FROM confirmation ORDER BY at DESC, itemId');
  const put = database.prepare('INSERT OR REPLACE INTO confirmation VALUES (?, ?, ?, ?, ?, ?)');
  const remove = database.prepare('DELETE FROM confirmation WHERE itemId = ? AND at = ?');
  const forget = database.prepare(`
    DELETE FROM confirmation WHERE itemId IN
      (SELECT itemId FROM confirmation ORDER BY at DESC, itemId LIMIT -1 OFFSET ${MOST})`);
  return {
    confirmed: () => all.all().map(confirmationOf),
    confirm({ itemId, at, by, question, answerHash, grounds }) {
      database
        .transaction(() => {
          put.run(itemId, at, by, question, answerHash, JSON.stringify(grounds));
          forget.run();
        })
        .immediate();
    },
    unconfirm: (itemId, at) => remove.run(itemId, at).changes > 0,
  };
}

function confirmationOf({ byName, grounds, ...row }: Row): Confirmation {
  return { ...row, by: byName, grounds: JSON.parse(grounds) as string[] };
}
