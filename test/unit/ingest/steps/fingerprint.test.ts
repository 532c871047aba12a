import { describe, expect, it } from 'vitest';
import type { Item } from '../../../../index/contracts/items.js';
import { fingerprint } from '../../../../ingest/steps/fingerprint.js';
import { exampleItem } from '../../../support/embedded-items.js';

const CHANGES: { [Field in keyof Item]: Item[Field] } = {
  id: 'source:other',
  source: 'other',
  question: 'Other?',
  phrasings: ['Another wording'],
  answer: 'Other.',
  language: 'nl',
  author: { name: 'other', rank: 'Expert' },
  votes: 1,
  askedAt: '2024-01-01T00:00:00.000Z',
  answeredAt: '2024-01-01T00:00:00.000Z',
  tags: ['other'],
  licence: 'CC0',
  url: 'https://x.example',
};

describe('the fingerprint of an item', () => {
  it('does not depend on the order of the fields', () => {
    const item = exampleItem();
    const turned = Object.fromEntries(Object.entries(item).reverse()) as unknown as Item;
    expect(fingerprint(turned)).toBe(fingerprint(item));
  });

  it.each(Object.keys(CHANGES) as (keyof Item)[])('changes with %s', (field) => {
    expect(fingerprint(exampleItem({ [field]: CHANGES[field] }))).not.toBe(fingerprint(exampleItem()));
  });
});
