import { type Database, openDatabase } from '../../../index/platform/database.js';

/** A question as staged; `accepted` is the id of its accepted answer. */
interface StagedQuestion {
  readonly id: number;
  readonly title: string;
  readonly body: string;
  readonly owner: number | null;
  readonly ownerName: string | null;
  readonly tags: string | null;
  readonly created: string | null;
  readonly accepted: number | null;
  readonly licence: string | null;
  readonly line: number;
}

interface StagedAnswer {
  readonly id: number;
  readonly parent: number;
  readonly body: string;
  readonly created: string | null;
  readonly edited: string | null;
  readonly score: number;
  readonly owner: number | null;
  readonly ownerName: string | null;
  readonly licence: string | null;
}

/** A question with its asker looked up. */
export interface QuestionWithAsker extends StagedQuestion {
  readonly userName: string | null;
}

/** An answer with its author looked up; `isAccepted` by the question or, where it names none, by the vote. */
export interface AnswerWithAuthor extends StagedAnswer {
  readonly isAccepted: number;
  readonly userName: string | null;
  readonly reputation: number | null;
}

/**
 * The tables of a dump on disk while it is read, so that a dump of any size needs little memory. The file is thrown
 * away afterwards, so it is written without journal and without waiting for the disk.
 */
export interface Staging {
  readonly database: Database;
  addQuestion(question: StagedQuestion): boolean;
  addAnswer(answer: StagedAnswer): boolean;
  addUser(id: number, name: string, reputation: number | null): void;
  addDuplicate(question: number, original: number): void;
  addAcceptVote(answer: number): void;
  addTag(name: string): void;
  /** Runs `work` in one transaction; nothing may be awaited inside. */
  together(work: () => void): void;
  close(): void;
}

/** Opens an empty staging database at `path`. */
export function openStaging(path: string): Staging {
  const database = openDatabase(path);
  database.pragma('journal_mode = OFF');
  database.pragma('synchronous = OFF');
  database.pragma('cache_size = -8000');
  database.exec(`
    CREATE TABLE question (id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL, owner INTEGER, ownerName TEXT, tags TEXT, created TEXT, accepted INTEGER, licence TEXT, line INTEGER NOT NULL);
    CREATE TABLE answer (id INTEGER PRIMARY KEY, parent INTEGER NOT NULL, body TEXT NOT NULL, created TEXT, edited TEXT, score INTEGER NOT NULL, owner INTEGER, ownerName TEXT, licence TEXT);
    CREATE TABLE user (id INTEGER PRIMARY KEY, name TEXT NOT NULL, reputation INTEGER);
    CREATE TABLE duplicate (question INTEGER NOT NULL, original INTEGER NOT NULL, PRIMARY KEY (question, original)) WITHOUT ROWID;
    CREATE TABLE acceptVote (answer INTEGER PRIMARY KEY);
    CREATE TABLE tag (name TEXT PRIMARY KEY) WITHOUT ROWID;
  `);
  const question = database.prepare<StagedQuestion>(
    'INSERT OR IGNORE INTO question VALUES (@id, @title, @body, @owner, @ownerName, @tags, @created, @accepted, @licence, @line)',
  );
  const answer = database.prepare<StagedAnswer>(
    'INSERT OR IGNORE INTO answer VALUES (@id, @parent, @body, @created, @edited, @score, @owner, @ownerName, @licence)',
  );
  const user = database.prepare('INSERT OR IGNORE INTO user VALUES (?, ?, ?)');
  const duplicate = database.prepare('INSERT OR IGNORE INTO duplicate VALUES (?, ?)');
  const acceptVote = database.prepare('INSERT OR IGNORE INTO acceptVote VALUES (?)');
  const tag = database.prepare('INSERT OR IGNORE INTO tag VALUES (?)');
  return {
    database,
    addQuestion: (row) => question.run(row).changes === 1,
    addAnswer: (row) => answer.run(row).changes === 1,
    addUser: (id, name, reputation) => void user.run(id, name, reputation),
    addDuplicate: (from, original) => void duplicate.run(from, original),
    addAcceptVote: (id) => void acceptVote.run(id),
    addTag: (name) => void tag.run(name),
    together: (work) => database.transaction(work)(),
    close: () => database.close(),
  };
}
