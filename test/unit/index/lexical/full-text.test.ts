import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBm25 } from '../../../../index/lexical/bm25.js';
import { createDocumentTermsBuilder } from '../../../../index/lexical/document-terms.js';
import {
  createFullText,
  fullTextQuery,
  fullTextReader,
  fullTextWriter,
  mergeFullText,
  rarestTerms,
} from '../../../../index/lexical/full-text.js';
import { termsOf, trigramsOf } from '../../../../index/lexical/tokenize.js';
import { type Database, openDatabase } from '../../../../index/platform/database.js';
import { fc } from '../../../support/properties.js';

const TEXTS = [
  'activate my sim card',
  'de router geeft een rood lampje',
  'sim card lost',
  'snake_case naïef',
];

describe('full text', () => {
  let database: Database;
  beforeAll(() => {
    database = openDatabase(':memory:');
    createFullText(database);
  });
  afterAll(() => database.close());

  it('proposes documents that share rare terms, best first', () => {
    const read = filled('words', termsOf);
    expect(read(termsOf('lost card'), 10)).toEqual([2, 0]);
    expect(read(termsOf('SNAKE_CASE'), 10)).toEqual([3]);
    expect(read(termsOf('naïef'), 10)).toEqual([3]);
    expect(read(termsOf('nothing shared'), 10)).toEqual([]);
    expect(read([], 10)).toEqual([]);
    expect(read(termsOf('lost card'), 1, (document) => document !== 2)).toEqual([0]);
  });

  it('finds a word with a typing error by its trigrams', () => {
    const read = filled('trigrams', trigramsOf);
    expect(read(trigramsOf('ruoter lampjes'), 1)).toEqual([1]);
  });

  it('finds the same when its trees are merged', async () => {
    const merged = openDatabase(':memory:');
    createFullText(merged);
    const write = fullTextWriter(merged, 'words');
    const documents = Array.from({ length: 3_000 }, (_, at) => [`rare${at}`, `common${at % 7}`, 'all']);
    documents.forEach((terms, at) => {
      write(at, terms);
    });
    const read = fullTextReader(merged, 'words', { frequency: () => 1 });
    const questions = [['rare17'], ['common3'], ['rare17', 'rare2999', 'rare4'], ['nothing']];
    const before = questions.map((terms) => read(terms, 20));
    const trees = merged.prepare('SELECT count(DISTINCT segid) FROM words_idx').pluck();
    expect(trees.get()).toBeGreaterThan(1);
    let pauses = 0;
    await mergeFullText(merged, async () => {
      pauses += 1;
    });
    expect(trees.get()).toBe(1);
    expect(pauses).toBeGreaterThan(0);
    expect(questions.map((terms) => read(terms, 20))).toEqual(before);
    merged.close();
  });

  it('reads nothing that a customer types as query syntax', () => {
    const statement = database.prepare(`SELECT rowid FROM words WHERE words MATCH ?`);
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.constantFrom(
        '"',
        '""',
        'a" OR "b',
        'NEAR(',
        'terms:x',
        '*',
        '^a',
        '-a',
        'AND',
        "'; DROP TABLE x; --",
        '\0',
      ),
    );
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 5 }), (terms) => {
        const query = fullTextQuery(terms);
        if (query !== '') expect(() => statement.all(query)).not.toThrow();
      }),
    );
  });

  function filled(table: 'words' | 'trigrams', cut: (text: string) => string[]) {
    const builder = createDocumentTermsBuilder();
    const write = fullTextWriter(database, table);
    TEXTS.forEach((text, at) => {
      builder.add(cut(text));
      write(at, cut(text));
    });
    return fullTextReader(database, table, createBm25(builder.finish()));
  }
});

describe('rarestTerms', () => {
  const frequencies: Readonly<Record<string, number>> = { the: 90_000, sim: 700, router: 200, rare: 2 };
  const counted = { frequency: (term: string) => frequencies[term] ?? 0 };

  it('keeps the rare ones while their postings are few', () => {
    expect(rarestTerms(['the', 'sim', 'router', 'rare', 'unknown'], counted)).toEqual([
      'rare',
      'router',
      'sim',
    ]);
  });

  it('keeps one term however common it is', () => {
    expect(rarestTerms(['the', 'the'], counted)).toEqual(['the']);
  });
});
