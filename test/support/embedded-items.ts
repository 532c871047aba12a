import type { Item } from '../../index/contracts/items.js';
import type { EmbeddedItem } from '../../index/contracts/releases.js';
import { itemTexts } from '../../index/search/item-texts.js';
import { fakeVector } from './embedding.js';

/** An item with something in every field; `changes` replaces what a test is about. */
export function exampleItem(changes: Partial<Item> = {}): Item {
  return {
    id: 'samples:1',
    source: 'samples',
    question: 'How do I activate my SIM card?',
    phrasings: [],
    answer: 'Put the card in your phone and switch it on.',
    language: 'en',
    author: { name: 'Robin', rank: 'Expert' },
    votes: 3,
    askedAt: '2025-01-02T10:00:00.000Z',
    answeredAt: '2025-01-02T12:00:00.000Z',
    tags: ['sim'],
    licence: 'CC BY-SA 4.0',
    url: 'https://community.example/a/1',
    ...changes,
  };
}

/** An item with the vectors of the fake embedder. */
export function embeddedItem(item: Item): EmbeddedItem {
  const { questions, passage, sentences } = itemTexts(item);
  return {
    item,
    questionVectors: questions.map(fakeVector),
    passageVector: passage === null ? null : fakeVector(passage),
    sentenceVectors: sentences.map(fakeVector),
  };
}

/** Items from rows of id, question and answer, each in a source of its own name before the colon. */
export function embeddedItems(rows: readonly (readonly [string, string, string])[]): EmbeddedItem[] {
  return rows.map(([id, question, answer]) =>
    embeddedItem(exampleItem({ id, source: id.split(':')[0] ?? id, question, answer })),
  );
}
