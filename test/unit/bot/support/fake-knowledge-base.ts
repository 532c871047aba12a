import type { SearchFilter } from '../../../../index/contracts/filters.js';
import type { Item } from '../../../../index/contracts/items.js';
import type { Hit, KnowledgeBase, SearchOptions, SearchResult } from '../../../../index/contracts/search.js';
import { shownOf } from '../../../support/hit-trees.js';

/** Answers every question about a known word with high confidence, every other one with low confidence. */
export class FakeKnowledgeBase implements KnowledgeBase {
  readonly searched: string[] = [];
  /** The language that each search named; null for none. */
  readonly languages: (string | null)[] = [];
  /** What each search was kept to; null for everything. */
  readonly filters: (SearchFilter | null)[] = [];
  /** Called before each search; may wait or throw. */
  beforeSearch: (question: string) => Promise<void> = async () => {};
  private readonly items: Item[];

  constructor(answers: Readonly<Record<string, string>>) {
    this.items = Object.entries(answers).map(([word, answer]) => itemOf(word, answer));
  }

  async search(question: string, { language, filter }: SearchOptions = {}): Promise<SearchResult> {
    this.searched.push(question);
    this.languages.push(language ?? null);
    this.filters.push(filter ?? null);
    await this.beforeSearch(question);
    const known = this.items.filter((item) => question.toLowerCase().includes(item.id.slice('test:'.length)));
    return {
      hits: (known.length > 0 ? known : this.items).map((item) =>
        hitOf(item, known.length > 0 ? 0.97 : 0.02),
      ),
      bands: { answer: 0.8, doubt: 0.5, askBack: 0.2 },
      releaseId: 'r1',
    };
  }

  item(id: string): Item | null {
    return this.items.find((item) => item.id === id) ?? null;
  }

  status() {
    return null;
  }

  async refresh(): Promise<void> {}

  async close(): Promise<void> {}
}

function hitOf(item: Item, probability: number): Hit {
  const reason = probability > 0.5 ? 'clear' : 'weak-match';
  return { item, confidence: { probability, reason }, ...shownOf(item.answer) };
}

function itemOf(word: string, answer: string): Item {
  return {
    id: `test:${word}`,
    source: 'test',
    question: `Hoe werkt ${word}?`,
    phrasings: [],
    answer,
    language: 'nl',
    author: { name: 'Pieter', rank: null },
    votes: 1,
    askedAt: null,
    answeredAt: '2026-01-05T10:00:00.000Z',
    tags: [],
    licence: null,
    url: null,
  };
}
