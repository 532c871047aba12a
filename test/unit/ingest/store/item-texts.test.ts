import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Item } from '../../../../index/contracts/items.js';
import type { Database } from '../../../../index/platform/database.js';
import { openItemTexts } from '../../../../ingest/store/made/item-texts.js';
import { openIngestDatabase } from '../../../../ingest/store/open-ingest-database.js';
import { exampleItem } from '../../../support/embedded-items.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

let folder: string;
let database: Database;

beforeEach(() => {
  folder = temporaryFolder();
  database = openIngestDatabase(join(folder, 'ingest.sqlite'));
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const item: Item = exampleItem({
  id: 's:1',
  question: 'How?',
  answer: 'Press the red button. Then call [phone number] now.',
});
const ids = () => database.prepare<[], string>('SELECT id FROM itemText ORDER BY id').pluck().all();

it('gives the same texts whether they were kept or not', () => {
  const first = openItemTexts(database).of(item);
  expect(openItemTexts(database).of(item)).toEqual(first);
  expect(first).toMatchObject({
    shown: { answer: 'Press the red button.' },
    sentences: ['How? Press the red button.'],
    hasAnswer: true,
  });
});

it('cuts an answer anew when it changes, or what it corrects does', () => {
  const texts = openItemTexts(database);
  texts.of(item);
  expect(texts.of({ ...item, answer: 'Press the blue button.' }).passage).toContain('Press the blue button.');
  const author = { name: 'somebody', rank: null };
  const earlier = [{ text: 'Press the green button.', author, at: null, url: null, votes: 0 }];
  expect(texts.of({ ...item, answer: 'Press the blue button.', earlier }).passage).toContain(
    'Press the green button.',
  );
});

it('keeps nothing of items that are gone, and no wording of a customer', () => {
  const texts = openItemTexts(database);
  texts.of({ ...item, phrasings: ['a customer said this'] });
  texts.of({ ...item, id: 's:2' });
  const next = openItemTexts(database);
  next.of(item);
  next.prune();
  expect(ids()).toEqual(['s:1']);
  const kept = database.prepare<[], string>('SELECT texts FROM itemText').pluck().all().join();
  expect(kept).not.toContain('customer');
});
