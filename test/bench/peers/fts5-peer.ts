import { type Database, openDatabase } from '../../../index/platform/database.js';
import { HITS, type Peer, type PeerHit } from './peer.js';

export interface Fts5Options {
  /** FTS5's own name: `porter` stems English words, `trigram` finds three letters in a row. */
  readonly tokenizer: 'porter' | 'trigram';
  /** How much a word in the question counts and how much one in the answer; 0 leaves the answer out. */
  readonly weights: readonly [question: number, answer: number];
}

/**
 * SQLite's full-text search alone, ranked by its `bm25()` with weights a column. FTS5 joins terms with AND, which no
 * question in a customer's own words survives, so they are joined with OR.
 * Source: https://www.sqlite.org/fts5.html, §3 (query syntax), §4.3 (tokenizers), §5.1.1 (bm25).
 */
export function createFts5Peer({ tokenizer, weights }: Fts5Options): Peer {
  const database = openDatabase(':memory:');
  database.exec(`CREATE VIRTUAL TABLE items USING fts5(question, answer, tokenize = '${tokenizer}')`);
  const [, answerWeight] = weights;
  const find = prepareSearch(database, weights);
  return {
    build(items) {
      const insert = database.prepare('INSERT INTO items (rowid, question, answer) VALUES (?, ?, ?)');
      database.transaction(() => {
        items.forEach(({ question, answer }, itemIndex) => {
          insert.run(itemIndex, question, answerWeight === 0 ? '' : answer);
        });
      })();
    },
    search(question) {
      const query = (tokenizer === 'porter' ? words(question) : trigrams(question))
        .map((term) => `"${term}"`)
        .join(' OR ');
      return query === '' ? [] : find.all(query);
    },
  };
}

/** bm25() is the lower the better, so its opposite is the score. */
function prepareSearch(database: Database, [question, answer]: Fts5Options['weights']) {
  return database.prepare<[string], PeerHit>(
    `SELECT rowid AS itemIndex, -bm25(items, ${question}, ${answer}) AS score FROM items
     WHERE items MATCH ? ORDER BY score DESC, rowid LIMIT ${HITS}`,
  );
}

function words(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])];
}

/** Every three letters in a row within the words and over the spaces between them. */
function trigrams(text: string): string[] {
  const letters = [...words(text).join(' ')];
  return [...new Set(letters.slice(2).map((_, at) => letters.slice(at, at + 3).join('')))];
}
