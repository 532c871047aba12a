import { createHash } from 'node:crypto';
import { parseAnswer } from '../answers/parse-answer.js';
import { treeWords } from '../answers/tree-words.js';
import type { Item, Statement } from '../contracts/items.js';
import type { EmbeddedItem } from '../contracts/releases.js';
import { createFacetWriter } from '../facets/facet-table.js';
import { termsOf } from '../lexical/tokenize.js';
import type { Database } from '../platform/database.js';
import { searchedTree } from '../search/item-texts.js';
import { createPackedWriter } from '../vector/packed-table.js';
import { checkItem } from './check-item.js';
import { releaseFile } from './release-files.js';
import { arrayWriter, createArrays } from './stored-arrays.js';
import { createItemTokenWriter } from './token-writer.js';
import { createVectorMean } from './vector-mean.js';
import { createWordWriter } from './word-writer.js';

/** Writes items into the files of a release, one after the other. */
interface ItemWriter {
  /** @throws ITEM_NOT_USABLE */
  add(entry: EmbeddedItem): void;
  /** Writes what is known only at the end and closes the vector files; the database stays open. */
  finish(): Promise<ItemCounts>;
  /** Closes the vector files, of a build that failed too. */
  close(): void;
}

export interface ItemCounts {
  readonly items: number;
  readonly wordings: number;
  readonly passages: number;
  readonly sentences: number;
  readonly languages: readonly string[];
  readonly sources: Readonly<Record<string, number>>;
  /** sha256 over all items in order. */
  readonly contentHash: string;
}

/** Numbers in the vectors of texts and of tokens; 0 where tokens are not compared. */
export interface Dimensions {
  readonly texts: number;
  readonly tokens: number;
}

export function createItemWriter(folder: string, database: Database, dimensions: Dimensions): ItemWriter {
  database.exec(`
    CREATE TABLE items (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, json TEXT NOT NULL, tree TEXT NOT NULL);
  `);
  createArrays(database);
  const facets = createFacetWriter(database);
  const insertItem = database.prepare<[number, string, string, string]>(
    'INSERT INTO items VALUES (?, ?, ?, ?)',
  );
  const questionRows = createPackedWriter(releaseFile(folder, 'questions'), dimensions.texts);
  const passageRows = createPackedWriter(releaseFile(folder, 'passages'), dimensions.texts);
  const sentenceRows = createPackedWriter(releaseFile(folder, 'sentences'), dimensions.texts);
  const tokens = createItemTokenWriter(folder, dimensions.tokens);
  const words = createWordWriter(database);
  const itemOfWording: number[] = [];
  const firstWordingOfItem: number[] = [];
  const firstAskedOfItem: number[] = [];
  const answerOfItem: number[] = [];
  const passageOfItem: number[] = [];
  const itemOfPassage: number[] = [];
  const firstSentenceOfItem: number[] = [];
  let sentences = 0;
  const ids = new Set<string>();
  const numberOfAnswer = createAnswerNumbers();
  const sources = new Map<string, number>();
  const languages = new Set<string>();
  const hash = createHash('sha256');
  const mean = createVectorMean(dimensions.texts);

  function close(): void {
    questionRows.close();
    passageRows.close();
    sentenceRows.close();
    tokens.close();
  }

  return {
    add(entry) {
      checkItem(entry, dimensions, ids);
      const { shown, questionVectors, passageVector, sentenceVectors = [] } = entry;
      const item = shown ? { ...entry.item, answer: shown.answer } : entry.item;
      const number = answerOfItem.push(numberOfAnswer(item)) - 1;
      const json = JSON.stringify(withTrees(item));
      const tree = shown?.tree ?? parseAnswer(item.answer);
      insertItem.run(number, item.id, json, JSON.stringify(tree));
      facets.add(number, item);
      hash.update(json).update('\n');
      ids.add(item.id);
      languages.add(item.language);
      sources.set(item.source, (sources.get(item.source) ?? 0) + 1);

      passageOfItem.push(passageVector ? itemOfPassage.push(number) - 1 : -1);
      if (passageVector) passageRows.add(passageVector);
      const [questionVector] = questionVectors;
      if (questionVector) mean.add(questionVector, passageVector ?? questionVector);
      firstSentenceOfItem.push(sentences);
      sentences += sentenceVectors.length;
      sentenceVectors.forEach(sentenceRows.add);
      tokens.add(entry.tokens);

      // An item without a passage vector has no answer to search by; what stands there is a placeholder.
      const answerTerms = passageVector ? termsOf(treeWords(searchedTree(item, tree))) : [];
      firstWordingOfItem.push(itemOfWording.length);
      const titles = [item.question, ...item.phrasings];
      firstAskedOfItem.push(itemOfWording.length + titles.length);
      [...titles, ...(item.asked ?? [])].forEach((text, at) => {
        const vector = questionVectors[at];
        if (!vector) return;
        words.add(itemOfWording.push(number) - 1, text, answerTerms);
        questionRows.add(vector);
      });
    },
    async finish() {
      close();
      facets.finish();
      const { write, writeDocumentTerms } = arrayWriter(database);
      write('itemOfWording', Uint32Array.from(itemOfWording));
      write('firstWordingOfItem', Uint32Array.from([...firstWordingOfItem, itemOfWording.length]));
      write('firstAskedOfItem', Uint32Array.from(firstAskedOfItem));
      write('answerOfItem', Uint32Array.from(answerOfItem));
      write('passageOfItem', Int32Array.from(passageOfItem));
      write('itemOfPassage', Uint32Array.from(itemOfPassage));
      write('firstSentenceOfItem', Uint32Array.from([...firstSentenceOfItem, sentences]));
      write('corpusMean', mean.value());
      tokens.finish(write);
      await words.finish(writeDocumentTerms);
      return {
        items: answerOfItem.length,
        wordings: itemOfWording.length,
        passages: itemOfPassage.length,
        sentences,
        languages: [...languages].sort(),
        sources: Object.fromEntries([...sources].sort(([left], [right]) => (left < right ? -1 : 1))),
        contentHash: hash.digest('hex'),
      };
    },
    close,
  };
}

/** An item with the trees of what others wrote on it, so that no turn reads Markdown. */
function withTrees(item: Item): Item {
  const read = (statements: readonly Statement[]) =>
    statements.map((statement) => ({ ...statement, tree: parseAnswer(statement.text) }));
  const { earlier, additions } = item;
  return {
    ...item,
    ...(earlier ? { earlier: read(earlier) } : {}),
    ...(additions ? { additions: read(additions) } : {}),
  };
}

/** Items with the same answer text get the same number; an item without text is an answer of its own. */
function createAnswerNumbers(): (item: Item) => number {
  const numbers = new Map<string, number>();
  return (item) => {
    const text = item.answer.replace(/\s+/g, ' ').trim();
    const key = text === '' ? `item ${item.id}` : `text ${text}`;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
}
