import type { Database } from '../platform/database.js';
import type { Bm25 } from './bm25.js';
import { countTerms } from './tokenize.js';

/** The two full-text tables of a release: words of question and answer, trigrams of the question. */
type FullTextTable = 'words' | 'trigrams';

const TABLES: readonly FullTextTable[] = ['words', 'trigrams'];

/** Documents of a filtered search that are looked at. */
const MOST_LOOKED_AT = 20_000;

/** Pages merged in one step, some milliseconds. */
const MERGED_AT_ONCE = 200;

/** A query is made of its rarest terms only, so that its cost does not grow with the number of items. */
const PROPOSING = { terms: 12, documents: 1_000 } as const;

// The texts are stored as our own terms with spaces between; the tokenizer has nothing left to decide but the spaces.
const TOKENIZER = `tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Co'"`;

/**
 * Makes the tables. They keep no text (it is in the items), but positions: a term that SQLite's older Unicode tables
 * split is a phrase, which fails without them.
 */
export function createFullText(database: Database): void {
  for (const table of TABLES) {
    database.exec(`CREATE VIRTUAL TABLE ${table} USING fts5(terms, content = '', ${TOKENIZER})`);
  }
}

/**
 * Merges what was added into one tree a table, which makes questions twice as fast, in steps that each change some
 * hundred pages.
 * @param pause called between two steps
 */
export async function mergeFullText(database: Database, pause: () => Promise<unknown>): Promise<void> {
  const changes = database.prepare<[], number>('SELECT total_changes()').pluck();
  for (const table of TABLES) {
    // A negative number of pages begins a merge of all trees; less than two changes say that nothing is left to do.
    const merge = database.prepare(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ?)`);
    for (let pages = -MERGED_AT_ONCE; ; pages = MERGED_AT_ONCE) {
      const before = changes.get() ?? 0;
      merge.run(pages);
      if ((changes.get() ?? 0) - before < 2) break;
      await pause();
    }
  }
}

/** A function that adds a document to one of the tables. */
export function fullTextWriter(
  database: Database,
  table: FullTextTable,
): (document: number, terms: readonly string[]) => void {
  const statement = database.prepare(`INSERT INTO ${table} (rowid, terms) VALUES (?, ?)`);
  return (document, terms) => statement.run(document, terms.join(' '));
}

/** A function that proposes documents for the terms of a question, best first by FTS5's own BM25. */
export function fullTextReader(
  database: Database,
  table: FullTextTable,
  frequencies: Pick<Bm25, 'frequency'>,
): (terms: readonly string[], count: number, isWanted?: (document: number) => boolean) => number[] {
  const statement = database
    .prepare<[string, number], number>(
      `SELECT rowid FROM ${table} WHERE ${table} MATCH ? ORDER BY rank LIMIT ?`,
    )
    .pluck();
  return (terms, count, isWanted) => {
    const query = fullTextQuery(rarestTerms(terms, frequencies));
    if (query === '') return [];
    if (!isWanted) return statement.all(query, count);
    const found: number[] = [];
    // Others do not take the places of those that are wanted; the rarest terms bound how many documents there are.
    for (const document of statement.iterate(query, MOST_LOOKED_AT)) {
      if (isWanted(document) && found.push(document) >= count) break;
    }
    return found;
  };
}

/** Any of the terms, each as a quoted string, so that nothing a customer types is read as query syntax. */
export function fullTextQuery(terms: readonly string[]): string {
  return terms
    .map((term) => term.replaceAll('\0', ''))
    .filter((term) => term !== '')
    .map((term) => `"${term.replaceAll('"', '""')}"`)
    .join(' OR ');
}

/** The rarest known terms: at least one, then as many as the limits on terms and postings allow. */
export function rarestTerms(terms: readonly string[], frequencies: Pick<Bm25, 'frequency'>): string[] {
  const known = [...countTerms(terms).keys()]
    .map((term) => ({ term, frequency: frequencies.frequency(term) }))
    .filter(({ frequency }) => frequency > 0)
    .sort((left, right) => left.frequency - right.frequency || (left.term < right.term ? -1 : 1))
    .slice(0, PROPOSING.terms);
  let documents = 0;
  return known
    .filter(({ frequency }, place) => {
      documents += frequency;
      return place === 0 || documents <= PROPOSING.documents;
    })
    .map(({ term }) => term);
}
