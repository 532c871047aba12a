import { readSafetyTexts } from '../../../../bot/company/safety-texts.js';
import type { TurnFacts } from '../../../../bot/turn/contracts.js';
import type { Item } from '../../../../index/contracts/items.js';
import type { Bands, Hit, SearchResult } from '../../../../index/contracts/search.js';
import { shownOf } from '../../../support/hit-trees.js';

/** Results, items and facts made up for tests of a turn. */
export const BANDS: Bands = { answer: 0.7, doubt: 0.5, askBack: 0.25 };

export function item(id: string, changes: Partial<Item> = {}): Item {
  return {
    id,
    source: 'samples',
    question: `Vraag over ${id}?`,
    phrasings: [],
    answer: `Antwoord over ${id}. En nog meer daarover.`,
    language: 'nl',
    author: { name: 'Pieter_K', rank: 'Superuser' },
    votes: 3,
    askedAt: '2026-01-01T00:00:00Z',
    answeredAt: '2026-03-03T10:00:00Z',
    tags: [],
    licence: null,
    url: `https://community.example/t/${id}`,
    ...changes,
  };
}

export function hit(id: string, probability: number, changes: Partial<Item> = {}): Hit {
  const found = item(id, changes);
  const passage = found.answer === '' ? '' : `Antwoord over ${id}.`;
  return {
    item: found,
    confidence: { probability, reason: 'clear' },
    ...shownOf(found.answer, passage),
  };
}

export function result(...hits: Hit[]): SearchResult {
  return { hits, bands: BANDS, releaseId: 'r1' };
}

export function facts(changes: Partial<TurnFacts> = {}): TurnFacts {
  return {
    turnId: 't1',
    now: new Date('2026-06-01T12:00:00Z'),
    botName: 'Robin',
    companyName: 'Voorbeeld',
    handoff: 'with-bot',
    queuePosition: 1,
    isAttended: true,
    oldAfterMonths: 24,
    safetyTexts: readSafetyTexts(),
    findItem: () => null,
    ...changes,
  };
}
