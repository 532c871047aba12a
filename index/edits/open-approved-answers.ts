import { join } from 'node:path';
import type { ApprovedAnswer, ApprovedAnswers } from '../contracts/approved-answers.js';
import { createCurrentReading, openDatabase } from '../platform/database.js';
import { CONTENT_FILE } from './open-content-edits.js';

/** The name of the source that these answers are: the first part of the ids of their items. */
export const DESK_SOURCE = 'desk';

/** All of them are read with every run, and those taken back are remembered: more is a knowledge base of its own. */
const MOST_ANSWERS = 5_000;

const CREATE = `
  CREATE TABLE IF NOT EXISTS approvedAnswer (
    id TEXT PRIMARY KEY, question TEXT NOT NULL, answer TEXT NOT NULL, language TEXT NOT NULL, author TEXT NOT NULL,
    company TEXT NOT NULL, writtenAt TEXT NOT NULL, approvedAt TEXT NOT NULL, approvedBy TEXT NOT NULL, takenBackAt TEXT
  ) WITHOUT ROWID;
`;

const COLUMNS = 'id, question, answer, language, author, company, writtenAt, approvedAt, approvedBy';

/**
 * Opens the answers that content people approved, in the file that holds what they changed. A server and a run of ingest may have it
 * open at once; what one writes the other sees at its next look.
 * @param runtimeDirectory such as `data/runtime`
 */
export function openApprovedAnswers(runtimeDirectory: string): ApprovedAnswers {
  const database = openDatabase(join(runtimeDirectory, CONTENT_FILE));
  database.exec(CREATE);
  const all = database.prepare<[], ApprovedAnswer>(
    `SELECT ${COLUMNS} FROM approvedAnswer WHERE takenBackAt IS NULL ORDER BY approvedAt DESC, id`,
  );
  const gone = database
    .prepare<[], string>('SELECT id FROM approvedAnswer WHERE takenBackAt IS NOT NULL')
    .pluck();
  const count = database.prepare<[], number>('SELECT count(*) FROM approvedAnswer').pluck();
  const put = database.prepare(`
    INSERT OR IGNORE INTO approvedAnswer (${COLUMNS}) VALUES
    (@id, @question, @answer, @language, @author, @company, @writtenAt, @approvedAt, @approvedBy)`);
  const takeBack = database.prepare(`
    UPDATE approvedAnswer SET takenBackAt = ?, question = '', answer = '' WHERE id = ? AND takenBackAt IS NULL`);
  // Asked for every hit of every search.
  const { get: goneIds, write } = createCurrentReading(database, () => new Set(gone.all()));

  return {
    hides: (itemId) => goneIds().has(itemId.slice(itemId.lastIndexOf(':') + 1)),
    all: () => all.all(),
    hasAny: () => (count.get() ?? 0) > 0,
    keep: (answer) =>
      write(() => {
        if ((count.get() ?? 0) >= MOST_ANSWERS) return 'too-many';
        put.run(answer);
        return 'kept';
      }),
    takeBack: (id, at) => write(() => takeBack.run(at.toISOString(), id).changes > 0),
    close: () => void database.close(),
  };
}
