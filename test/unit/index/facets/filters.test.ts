import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SearchFilter } from '../../../../index/contracts/filters.js';
import type { Item } from '../../../../index/contracts/items.js';
import { filterOf } from '../../../../index/facets/filter-of-words.js';
import { kindOf } from '../../../../index/facets/kind-of.js';
import { fileDigest } from '../../../../index/file-digest.js';
import { openKnowledgeBase, type WatchingKnowledgeBase } from '../../../../index/knowledge-base.js';
import { openDatabase } from '../../../../index/platform/database.js';
import { silentLog } from '../../../../index/platform/log.js';
import { createReleaseStore } from '../../../../index/releases/create-release-store.js';
import { embeddedItem, exampleItem } from '../../../support/embedded-items.js';
import { createFakeEmbedder } from '../../../support/embedding.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const ITEMS: readonly Item[] = [
  ['s:net', 'How do I reset the box?', { category: 'Internet', tags: ['Router', 'reset'], product: 'Box 2' }],
  [
    's:tv',
    'Pairing the remote control with a television',
    { category: 'TV', tags: ['remote'], product: 'TV Box' },
  ],
  ['s:fault', 'The box does not work after a reset', { category: 'Internet', tags: [], product: 'Box 2' }],
  ['s:nl', 'Hoe reset ik de box?', { category: 'internet', tags: [], language: 'nl' }],
].map(([id, question, changes]) =>
  exampleItem({
    id: id as string,
    question: question as string,
    answer: `Hold the button of ${id}.`,
    ...(changes as Partial<Item>),
  }),
);

let directory: string;
let opened: WatchingKnowledgeBase[];
beforeEach(() => {
  directory = temporaryFolder();
  opened = [];
});
afterEach(() => Promise.all(opened.map((each) => each.close())));

async function build(): Promise<string> {
  const store = createReleaseStore({ directory, now: () => new Date(0) });
  const { id } = await store.build(ITEMS.map(embeddedItem), createFakeEmbedder());
  store.publish(id);
  return id;
}

async function found(filter?: SearchFilter, limit = 5): Promise<string[]> {
  const knowledgeBase = await openKnowledgeBase({
    directory,
    embedder: createFakeEmbedder(),
    log: silentLog,
  });
  opened.push(knowledgeBase);
  const { hits } = await knowledgeBase.search('How do I reset the box?', {
    limit,
    ...(filter ? { filter } : {}),
  });
  return hits.map(({ item }) => item.id).sort();
}

describe('a search with a filter', () => {
  it('finds only what the filter allows, by category or tag in whatever case', async () => {
    await build();
    expect(await found({ topics: ['INTERNET'] })).toEqual(['s:fault', 's:net', 's:nl']);
    expect(await found({ topics: ['router'] })).toEqual(['s:net']);
    expect(await found({ topics: ['router', 'tv'] })).toEqual(['s:net', 's:tv']);
    expect(await found({ products: ['box 2'] })).toEqual(['s:fault', 's:net']);
    expect(await found({ kinds: ['fault'] })).toEqual(['s:fault']);
    expect(await found({ languages: ['nl'] })).toEqual(['s:nl']);
  });

  it('wants something of each list, and finds nothing where nothing has it', async () => {
    await build();
    expect(await found({ topics: ['internet'], kinds: ['how-to'], languages: ['en'] })).toEqual(['s:net']);
    expect(await found({ topics: ['gardening'] })).toEqual([]);
    expect(await found({ topics: [] })).toEqual([]);
    expect((await found({})).length).toBe(ITEMS.length);
    expect((await found()).length).toBe(ITEMS.length);
  });

  it('cuts candidates only after it: what is allowed is found, however far behind it stands', async () => {
    await build();
    expect(await found({ topics: ['tv'] }, 1)).toEqual(['s:tv']);
  });

  it('works in a release of an earlier version, which kept no facets', async () => {
    const id = await build();
    const file = join(directory, id, 'items.sqlite');
    const database = openDatabase(file);
    database.exec('DROP TABLE facets');
    database.close();
    const manifestFile = join(directory, id, 'manifest.json');
    const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
    manifest.checksums['items.sqlite'] = await fileDigest(file);
    writeFileSync(manifestFile, JSON.stringify(manifest));
    expect(await found({ topics: ['router'] })).toEqual(['s:net']);
    expect((await found()).length).toBe(ITEMS.length);
  });
});

describe('the kind of a question', () => {
  it.each([
    ['Hoe reset ik de Box naar fabrieksinstellingen?', 'how-to'],
    ['eSIM overzetten naar nieuwe telefoon', 'how-to'],
    ['wifi wachtwoord wijzigen hoe doe ik dat', 'how-to'],
    ['Turn off voicemail or get it in English', 'how-to'],
    ['Can I pay with a foreign bank account?', 'how-to'],
    ['Foutcode TV-203 op tv-kastje', 'fault'],
    ['QR code esim werkt niet (meer)', 'fault'],
    ['Red light on the box, internet down', 'fault'],
    ['5G not showing on my phone', 'fault'],
    ['Melding TV-417 in de app', 'fault'],
    ['Hoe lang duurt het activeren van een simkaart?', 'explanation'],
    ['Verschil Box en Box 2', 'explanation'],
    ['Why is the first bill so much higher?', 'explanation'],
    ['What does it cost to move my eSIM?', 'explanation'],
    ['', 'explanation'],
  ] as const)('"%s" is %s', (question, kind) => {
    expect(kindOf(question)).toBe(kind);
  });
});

describe('a filter that is typed', () => {
  it('has what was given, and refuses a kind that is none', () => {
    expect(filterOf({ topic: 'internet, tv', kind: 'fault' })).toEqual({
      topics: ['internet', 'tv'],
      kinds: ['fault'],
    });
    expect(filterOf({})).toEqual({});
    expect(() => filterOf({ kind: 'joke' })).toThrow(expect.objectContaining({ code: 'COMMAND_INVALID' }));
  });
});
