import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAnswer } from '../../index/answers/parse-answer.js';
import { passageText } from '../../index/answers/tree-words.js';
import type { Embedder } from '../../index/contracts/embedder.js';
import type { Item } from '../../index/contracts/items.js';
import type { EmbeddedItem } from '../../index/contracts/releases.js';
import { embedQuery } from '../../index/embedder/embed-query.js';
import { isPlaceholder, readCorpus, readQueries } from '../../index/evaluation/read-corpus.js';
import { openDatabase } from '../../index/platform/database.js';
import type { RankQuery } from '../../index/search/rank-query.js';
import { dot } from '../../index/vector/vector-table.js';

/** Sets without their subsets, which hold the same items. */
const SETS = [
  'banking77',
  'clinc150',
  'minvws_faq/en',
  'minvws_faq/nl',
  'se_bicycles_meta',
  'se_coffee',
  'se_conlang_meta',
  'se_quantumcomputing',
  'stackfaq',
];
const QUERIES = 500;
/** The smallest set has 11 questions; the others make up for it. */
const QUERIES_OF_SET = 62;

/** An item of a public set with its vectors; the passage is empty where it has no answer. */
export interface RealItem {
  readonly item: Item;
  readonly question: Float32Array;
  readonly passage: Float32Array;
  readonly tokens: EmbeddedItem['tokens'];
}

/** A question of a customer with its vectors, as the ranking reads it. */
export type RealQuery = RankQuery;

export interface RealCorpus {
  readonly items: readonly RealItem[];
  /** Answerable questions of all sets, as many of each. */
  readonly queries: readonly RealQuery[];
}

/**
 * Reads the items and 500 of the questions of all sets in a folder and embeds them, which takes minutes at first; the
 * vectors are kept in a file of the system's temporary folder. Two of the sets have questions only: their items borrow
 * the answers of others, with the mean of both vectors for the passage, so that all items have one.
 */
export async function readRealCorpus(directory: string, embedder: Embedder): Promise<RealCorpus> {
  const cache = openVectorCache();
  try {
    const kept = { ...embedder, ...cache.of(embedder) };
    const items: RealItem[] = [];
    for (const set of SETS) {
      for (const item of readCorpus(join(directory, set, 'corpus.jsonl'))) {
        items.push({ ...(await vectorsOf(item, kept)), item: { ...item, id: `${set}/${item.id}` } });
      }
    }
    const queries: RealQuery[] = [];
    for (const text of SETS.flatMap((set) => questionsOf(directory, set)).slice(0, QUERIES)) {
      queries.push(await embedQuery(embedder, text));
    }
    return { items: withAnswers(items), queries };
  } finally {
    cache.close();
  }
}

async function vectorsOf(item: Item, model: Embedder): Promise<RealItem> {
  const { question, answer } = item;
  const passage = isPlaceholder(answer) ? null : passageText(question, parseAnswer(answer));
  const { tokens } = model;
  return {
    item,
    question: await model.embedQuestion(question),
    passage: passage === null ? new Float32Array() : await model.embedPassage(passage),
    tokens: tokens
      ? {
          question: (await tokens.readQuestion(question)).tokens,
          passage: (await tokens.readPassage(passage ?? question)).tokens,
        }
      : null,
  };
}

function questionsOf(directory: string, set: string): string[] {
  const answerable = readQueries(join(directory, set, 'queries.jsonl')).filter(
    (row) => row.relevant.length > 0,
  );
  const count = Math.min(answerable.length, QUERIES_OF_SET);
  return Array.from({ length: count }, (_, at) => {
    return answerable[Math.floor((at * answerable.length) / count)]?.text ?? '';
  });
}

function withAnswers(items: readonly RealItem[]): RealItem[] {
  const lenders = items.filter(({ passage }) => passage.length > 0);
  return items.map((entry, at) => {
    const lender = lenders[at % lenders.length];
    if (entry.passage.length > 0 || !lender) return entry;
    return {
      ...withPassage(entry, lender),
      item: { ...entry.item, answer: lender.item.answer },
    };
  });
}

/** An item with the answer of another: its vector lies between its own question and that answer. */
function withPassage(entry: RealItem, { passage }: RealItem): RealItem {
  const { question } = entry;
  return { ...entry, passage: unit(question.map((value, axis) => value + (passage[axis] ?? 0))) };
}

/** A vector made as long as one. */
export function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(dot(vector, vector));
  return vector.map((value) => value / length);
}

function openVectorCache() {
  const database = openDatabase(join(tmpdir(), 'bench-scale-vectors.sqlite'));
  database.exec('CREATE TABLE IF NOT EXISTS vectors (key TEXT PRIMARY KEY, bytes BLOB NOT NULL)');
  const select = database.prepare<[string], Buffer>('SELECT bytes FROM vectors WHERE key = ?').pluck();
  const insert = database.prepare<[string, Uint8Array]>('INSERT OR REPLACE INTO vectors VALUES (?, ?)');

  async function kept(name: string, embed: () => Promise<Float32Array>): Promise<Float32Array> {
    const key = createHash('sha256').update(name).digest('hex');
    const known = select.get(key);
    if (known) return new Float32Array(Uint8Array.from(known).buffer);
    const vector = await embed();
    insert.run(key, new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength));
    return vector;
  }
  return {
    /** The same model, but what it embedded before comes from the file. */
    of: ({
      id,
      embedQuestion,
      embedPassage,
    }: Embedder): Pick<Embedder, 'embedQuestion' | 'embedPassage'> => ({
      embedQuestion: (text) => kept(`${id} question ${text}`, () => embedQuestion(text)),
      embedPassage: (text) => kept(`${id} passage ${text}`, () => embedPassage(text)),
    }),
    close: () => database.close(),
  };
}
