import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { EmbeddedItem, ReleaseStore } from '../../../../index/contracts/releases.js';
import { fileDigest } from '../../../../index/file-digest.js';
import { openDatabase } from '../../../../index/platform/database.js';
import { createReleaseStore } from '../../../../index/releases/create-release-store.js';
import { readOutdated } from '../../../../index/releases/manifest.js';
import { openRelease } from '../../../../index/releases/open-release.js';
import { releaseFile } from '../../../../index/releases/release-files.js';
import { readArrays } from '../../../../index/releases/stored-arrays.js';
import { embeddedItem, exampleItem } from '../../../support/embedded-items.js';
import { createFakeEmbedder, fakeVector } from '../../../support/embedding.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const embedder = createFakeEmbedder();
let directory: string;
let store: ReleaseStore;
let nights = 0;

function item(number: number): EmbeddedItem {
  const question = `How does part ${number} of ${number * 7} work?`;
  return embeddedItem(exampleItem({ id: `s:${number + 100}`, question, answer: `Turn it ${number} times.` }));
}
const items = Array.from({ length: 40 }, (_, number) => item(number));

beforeEach(() => {
  directory = temporaryFolder();
  store = createReleaseStore({
    directory,
    now: () => {
      nights += 1;
      return new Date(nights * 1_000);
    },
  });
});

/** Makes of a release what format 3 was: the same files, and nothing said of labels, as each wording was its own. */
async function asFormat3(id: string): Promise<void> {
  const path = releaseFile(join(directory, id), 'items');
  const database = openDatabase(path);
  database.pragma('journal_mode = DELETE');
  database.exec("DELETE FROM arrays WHERE name IN ('graphLabels', 'graphLabelsUsed')");
  database.close();
  const manifestPath = join(directory, id, 'manifest.json');
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
  const checksums = { ...manifest.checksums, 'items.sqlite': await fileDigest(path) };
  writeFileSync(manifestPath, JSON.stringify({ ...manifest, format: 3, checksums }));
}

/** What the graph proposes for the question of each item. */
async function proposals(id: string): Promise<string[][]> {
  const release = await openRelease(directory, id, embedder);
  try {
    return items.map(({ item: { question } }) =>
      release.index.proposals
        .byVector(fakeVector(question), 5)
        .map((wording) => release.itemAt(release.index.itemOfWording[wording] ?? 0).id),
    );
  } finally {
    release.close();
  }
}

describe('a release of format 3', () => {
  it('is searched as it was, and needs no upgrade', async () => {
    const { id } = await store.build(items, embedder);
    const before = await proposals(id);
    await asFormat3(id);
    expect(await proposals(id)).toEqual(before);
    expect(readOutdated(directory, id)).toBeNull();
  });

  it('is what the next one takes its graph from, and what is gone back to', async () => {
    const { id } = await store.build(items, embedder);
    await asFormat3(id);
    store.publish(id);
    const next = await store.build([...items.slice(1), item(90)], embedder);
    expect(next.format).toBe(4);
    store.publish(next.id);
    const database = openDatabase(releaseFile(join(directory, next.id), 'items'), { isReadOnly: true });
    // One label more than there are wordings: that of the one that is gone.
    expect(readArrays(database).uint32('graphLabelsUsed')[0]).toBe(items.length + 1);
    database.close();
    const found = await proposals(next.id);
    expect(found.slice(1).every((ids, place) => ids.includes(`s:${place + 101}`))).toBe(true);
    expect(found.flat()).not.toContain('s:100');
    expect(store.rollback()).toBe(id);
  });
});
