import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import type { EmbeddedItem, Item } from '../contracts.js';
import { createFullText, fullTextWriter } from '../lexical/full-text.js';
import { createPostingsBuilder } from '../lexical/postings.js';
import { trigramsOf, wordsOf } from '../lexical/tokenize.js';
import type { Database } from '../platform/database.js';
import { plainText } from '../search/plain-text.js';
import { checkItem } from './check-item.js';
import { releaseFile } from './release-files.js';
import { arrayWriter, createArrays } from './stored-arrays.js';

/** Writes items into the files of a release, one after the other. */
export interface ItemWriter {
  /** @throws ITEM_NOT_USABLE */
  add(entry: EmbeddedItem): void;
  /** Writes what is known only at the end and closes the vector files; the database stays open. */
  finish(): ItemCounts;
  /** Closes the vector files, of a build that failed too. */
  close(): void;
}

export interface ItemCounts {
  readonly items: number;
  readonly wordings: number;
  readonly passages: number;
  readonly languages: readonly string[];
  readonly sources: Readonly<Record<string, number>>;
  /** sha256 over all items in order. */
  readonly contentHash: string;
}

export function createItemWriter(folder: string, database: Database, dimensions: number): ItemWriter {
  database.exec(`
    CREATE TABLE items (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, json TEXT NOT NULL);
  `);
  createArrays(database);
  createFullText(database);
  const insertItem = database.prepare<[number, string, string]>('INSERT INTO items VALUES (?, ?, ?)');
  const addWords = fullTextWriter(database, 'words');
  const addTrigrams = fullTextWriter(database, 'trigrams');
  const questionFile = openSync(releaseFile(folder, 'questions'), 'w');
  const passageFile = openSync(releaseFile(folder, 'passages'), 'w');
  const questionWords = createPostingsBuilder();
  const itemWords = createPostingsBuilder();
  const questionTrigrams = createPostingsBuilder();
  const itemOfWording: number[] = [];
  const firstWordingOfItem: number[] = [];
  const answerOfItem: number[] = [];
  const passageOfItem: number[] = [];
  const itemOfPassage: number[] = [];
  const ids = new Set<string>();
  const answers = new Map<string, number>();
  const sources = new Map<string, number>();
  const languages = new Set<string>();
  const hash = createHash('sha256');
  const sum = new Float64Array(dimensions);

  function addWording(
    item: number,
    text: string,
    vector: Float32Array,
    answerTerms: readonly string[],
  ): void {
    const wording = itemOfWording.push(item) - 1;
    const words = wordsOf(text);
    const trigrams = trigramsOf(text);
    questionWords.add(words);
    itemWords.add([...words, ...answerTerms]);
    questionTrigrams.add(trigrams);
    addWords(wording, [...words, ...answerTerms]);
    addTrigrams(wording, trigrams);
    writeVector(questionFile, vector);
  }

  let isClosed = false;
  function close(): void {
    if (isClosed) return;
    isClosed = true;
    closeSync(questionFile);
    closeSync(passageFile);
  }

  return {
    add(entry) {
      checkItem(entry, dimensions, ids);
      const { item, questionVectors, passageVector } = entry;
      const number = answerOfItem.push(answerNumber(answers, item)) - 1;
      const json = JSON.stringify(item);
      insertItem.run(number, item.id, json);
      hash.update(json).update('\n');
      ids.add(item.id);
      languages.add(item.language);
      sources.set(item.source, (sources.get(item.source) ?? 0) + 1);

      passageOfItem.push(passageVector ? itemOfPassage.push(number) - 1 : -1);
      if (passageVector) writeVector(passageFile, passageVector);
      const [questionVector] = questionVectors;
      if (questionVector) addBoth(sum, questionVector, passageVector ?? questionVector);

      // An item without a passage vector has no answer to search by; what stands there is a placeholder.
      const answerTerms = passageVector ? wordsOf(plainText(item.answer)) : [];
      firstWordingOfItem.push(itemOfWording.length);
      [item.question, ...item.phrasings].forEach((text, at) => {
        const vector = questionVectors[at];
        if (vector) addWording(number, text, vector, answerTerms);
      });
    },
    finish() {
      close();
      const items = answerOfItem.length;
      const { write, writePostings } = arrayWriter(database);
      write('itemOfWording', Uint32Array.from(itemOfWording));
      write('firstWordingOfItem', Uint32Array.from([...firstWordingOfItem, itemOfWording.length]));
      write('answerOfItem', Uint32Array.from(answerOfItem));
      write('passageOfItem', Int32Array.from(passageOfItem));
      write('itemOfPassage', Uint32Array.from(itemOfPassage));
      write(
        'corpusMean',
        Float32Array.from(sum, (value) => value / Math.max(1, 2 * items)),
      );
      writePostings('questionWords', questionWords.finish());
      writePostings('itemWords', itemWords.finish());
      writePostings('questionTrigrams', questionTrigrams.finish());
      return {
        items,
        wordings: itemOfWording.length,
        passages: itemOfPassage.length,
        languages: [...languages].sort(),
        sources: Object.fromEntries([...sources].sort(([left], [right]) => (left < right ? -1 : 1))),
        contentHash: hash.digest('hex'),
      };
    },
    close,
  };
}

/** Items with the same answer text get the same number; an item without text is an answer of its own. */
function answerNumber(answers: Map<string, number>, item: Item): number {
  const text = item.answer.replace(/\s+/g, ' ').trim();
  const key = text === '' ? `item ${item.id}` : `text ${text}`;
  const number = answers.get(key) ?? answers.size;
  answers.set(key, number);
  return number;
}

function addBoth(sum: Float64Array, left: Float32Array, right: Float32Array): void {
  for (let axis = 0; axis < sum.length; axis++) {
    sum[axis] = (sum[axis] as number) + (left[axis] as number) + (right[axis] as number);
  }
}

function writeVector(file: number, vector: Float32Array): void {
  writeSync(file, Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength));
}
