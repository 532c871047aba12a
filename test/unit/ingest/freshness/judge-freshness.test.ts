import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../../index/contracts/items.js';
import type { FreshnessEvidence } from '../../../../ingest/freshness/contracts.js';
import { judgeFreshness } from '../../../../ingest/freshness/judge-freshness.js';
import { productsNamed } from '../../../../ingest/freshness/products-named.js';
import { readProducts } from '../../../../ingest/freshness/read-products.js';
import { exampleItem } from '../../../support/embedded-items.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const product = (name: string, endedAt: string | null = null, ...words: string[]) => ({
  name,
  words: [name.toLowerCase(), ...words],
  endedAt,
});
const BOX = product('Kettle One', '2024-05-01T00:00:00.000Z', 'first kettle');
const PRODUCTS = [BOX, product('Kettle One Plus'), product('Moka')];

function judge(item: Partial<Item>, evidence: Partial<FreshnessEvidence> = {}) {
  const known = {
    now: new Date('2026-03-01T00:00:00Z'),
    products: PRODUCTS,
    votesSince: () => 0,
    isDead: () => false,
    isConfirmed: () => false,
  };
  const old = { question: 'How do I brew?', answer: 'Slowly.', answeredAt: '2019-01-01T00:00:00.000Z' };
  return judgeFreshness(exampleItem({ ...old, ...item }), { ...known, ...evidence });
}

describe('whether an answer still holds', () => {
  it('is not doubted for its age alone, however old it is', () => {
    expect(judge({ answeredAt: '2005-01-01T00:00:00.000Z' })).toMatchObject({ staleness: 0, because: null });
    expect(judge({ answeredAt: null }).staleness).toBe(0);
  });

  it('is doubted where its product ended after it was written', () => {
    const asked = { question: 'My first kettle leaks' };
    expect(judge(asked)).toMatchObject({ because: 'product-ended', product: 'Kettle One', staleness: 0.8 });
    expect(judge({ ...asked, answeredAt: '2024-06-01T00:00:00.000Z' }).staleness).toBe(0);
    expect(judge(asked, { now: new Date('2024-01-01T00:00:00Z') }).staleness).toBe(0);
  });

  it('is not doubted for a product that only stands in the name of another, or beside others', () => {
    expect(judge({ question: 'Kettle One Plus leaks' }).staleness).toBe(0);
    expect(judge({ question: 'Moka leaks', answer: 'As with the Kettle One.' }).staleness).toBe(0);
    expect(judge({ answer: 'In the Kettle One, or in the Moka.' }).staleness).toBe(0);
    expect(judge({ answer: 'In the Kettle One.' }).because).toBe('product-ended');
  });

  it('is doubted the more, the more people contradict it later, and never wholly', () => {
    const [one, two, many] = [1, 2, 1_000].map((laterDoubts) => judge({ laterDoubts }).staleness);
    expect(one).toBe(0.4);
    expect(two).toBeGreaterThan(one ?? 1);
    expect(many).toBeGreaterThan(two ?? 1);
    expect(many).toBeLessThan(1);
  });

  it('is doubted less where it was written lately, and where people vote for it still', () => {
    const doubted = { laterDoubts: 1 };
    const old = judge(doubted).staleness;
    expect(judge({ ...doubted, answeredAt: '2025-12-01T00:00:00.000Z' }).staleness).toBeLessThan(old);
    expect(judge(doubted, { votesSince: () => 5 }).staleness).toBe(old / 2);
  });

  it('is doubted where it lost votes, and not for a single one', () => {
    expect(judge({}, { votesSince: () => -1 }).staleness).toBe(0);
    expect(judge({}, { votesSince: () => -2 }).because).toBe('votes-fell');
  });

  it('is doubted for the share of its links that lead nowhere', () => {
    const answer = 'See [a](https://tea.example.com/a#top) and [b](https://tea.example.com/b).';
    const dead = (...links: string[]) => judge({ answer }, { isDead: (link) => links.includes(link) });
    const [one, both] = [
      dead('https://tea.example.com/a'),
      dead('https://tea.example.com/a', 'https://tea.example.com/b'),
    ];
    expect(one).toMatchObject({ because: 'links-dead', staleness: 0.15 });
    expect(both.staleness).toBe(0.3);
  });

  it('is judged by the words of the company where it wrote them anew, and by the votes for them', () => {
    const edited = { by: 'Zwaluw', at: '2026-02-01T00:00:00.000Z', original: 'Slowly.' };
    expect(judge({ question: 'My first kettle leaks', edited }).staleness).toBe(0);
    expect(judge({ edited }, { votesSince: () => -5 }).staleness).toBe(0);
    const doubted = judge({ laterDoubts: 1, edited: { ...edited, at: '2019-01-01T00:00:00.000Z' } });
    expect(judge({ laterDoubts: 1, edited }).staleness).toBeLessThan(doubted.staleness);
  });

  it('is not doubted where a person looked at all of that', () => {
    const answer = 'See [a](https://tea.example.com/a) and [b](https://tea.example.com/b).';
    const seen = ['contradicted 1', 'links-dead https://tea.example.com/a'];
    const isConfirmed = (_: unknown, grounds: readonly string[]) =>
      grounds.every((ground) => seen.includes(ground));
    const dead = (...links: string[]) => ({ isConfirmed, isDead: (link: string) => links.includes(link) });
    expect(judge({ answer, laterDoubts: 1 }, dead('https://tea.example.com/a')).staleness).toBe(0);
    expect(judge({ answer, laterDoubts: 1 }, dead('https://tea.example.com/b')).staleness).toBeGreaterThan(0);
    expect(judge({ answer, laterDoubts: 2 }, dead()).staleness).toBeGreaterThan(0);
  });

  it('names every sign, the heaviest first', () => {
    const all = judge({ question: 'first kettle', laterDoubts: 1 }, { votesSince: () => -3 });
    expect(all.signs).toEqual(['product-ended', 'contradicted', 'votes-fell']);
  });
});

describe('the list of products', () => {
  const file = (text: string) => {
    const path = join(temporaryFolder(), 'products.jsonl');
    writeFileSync(path, text);
    return path;
  };

  it('is read, with what each is called', () => {
    const rows = '{"product":"Kettle One","words":["K1"],"ended":"2024-05-01"}\n\n{"product":"Moka"}\n';
    expect(readProducts(file(rows))).toEqual([
      { name: 'Kettle One', words: ['kettle one', 'k1'], endedAt: '2024-05-01T00:00:00.000Z' },
      { name: 'Moka', words: ['moka'], endedAt: null },
    ]);
    expect(readProducts(join(temporaryFolder(), 'none.jsonl'))).toEqual([]);
  });

  it.each([
    ['no JSON', 'Kettle'],
    ['no name', '{"words":["a"]}'],
    ['words that are none', '{"product":"A","words":"b"}'],
    ['a date that is none', '{"product":"A","ended":"soon"}'],
  ])('is refused with its line for %s', (_what, row) => {
    expect(() => readProducts(file(`{"product":"Moka"}\n${row}`))).toThrow(
      expect.objectContaining({ code: 'PRODUCTS_INVALID', message: expect.stringContaining('line 2') }),
    );
  });

  it('is found in words as a whole, the longest name first', () => {
    const named = (text: string) => productsNamed(text, PRODUCTS).map(({ name }) => name);
    expect(named('Is the kettle-one, plus the Moka?')).toEqual(['Kettle One Plus', 'Moka']);
    expect(named('Kettle One and Kettle One Plus')).toEqual(['Kettle One Plus', 'Kettle One']);
    expect(named('mokas')).toEqual([]);
  });
});
