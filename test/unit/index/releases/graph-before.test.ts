import { beforeAll, expect, it } from 'vitest';
import type { EmbeddedItem } from '../../../../index/contracts/releases.js';
import { openDatabase } from '../../../../index/platform/database.js';
import { createReleaseStore } from '../../../../index/releases/create-release-store.js';
import { openRelease } from '../../../../index/releases/open-release.js';
import { releaseFile } from '../../../../index/releases/release-files.js';
import { readArrays } from '../../../../index/releases/stored-arrays.js';
import { embeddedItem, exampleItem } from '../../../support/embedded-items.js';
import { createFakeEmbedder, fakeVector } from '../../../support/embedding.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const embedder = createFakeEmbedder();
const ITEMS = 80;
let directory: string;
let nights = 0;

/** An item of a community, in a version of its own for each edit. */
function item(number: number, edit = 0): EmbeddedItem {
  const question = `How does part ${number} of ${number * 7} work${edit === 0 ? '' : ` since ${edit}`}?`;
  const id = `s:${String(number).padStart(4, '0')}`;
  return embeddedItem(exampleItem({ id, question, answer: `Turn part ${number} ${number * 3} times.` }));
}

async function publish(items: readonly EmbeddedItem[]): Promise<string> {
  nights += 1;
  const store = createReleaseStore({ directory, now: () => new Date(nights * 1_000) });
  const { id } = await store.build(items, embedder);
  store.publish(id);
  return id;
}

/** Labels in the graph of a release; none where wordings are their labels. */
function labelsOf(id: string): number[] {
  const database = openDatabase(releaseFile(`${directory}/${id}`, 'items'), { isReadOnly: true });
  const labels = [...readArrays(database).uint32('graphLabels')];
  database.close();
  return labels;
}

const base = Array.from({ length: ITEMS }, (_, number) => item(number));

beforeAll(() => {
  directory = temporaryFolder();
});

it('takes the graph of the live release with what changed, and finds what is there now', async () => {
  expect(labelsOf(await publish(base))).toEqual([]);
  const community = new Map(base.map((each, number) => [number, each]));
  for (let night = 1; night <= 2; night++) {
    community.delete(night * 10);
    community.set(night * 10 + 3, item(night * 10 + 3, night));
    community.set(ITEMS + night, item(ITEMS + night));
    const items = [...community.values()];
    const id = await publish(items);
    expect(new Set(labelsOf(id)).size).toBe(items.length);
    const release = await openRelease(directory, id, embedder);
    expect(release.index.proposals.size).toBe(items.length);
    for (let wording = 0; wording < items.length; wording += 9) {
      const { question } = release.itemAt(release.index.itemOfWording[wording] ?? 0);
      const found = release.index.proposals.byVector(fakeVector(question), 5);
      expect(found).toContain(wording);
      expect(Math.max(...found)).toBeLessThan(items.length);
    }
    expect(release.index.proposals.byVector(fakeVector('part'), 1_000)).toHaveLength(items.length);
    release.close();
  }
});

it('builds one anew where much of it changed, and where most of the old one is gone', async () => {
  expect(labelsOf(await publish(base.map((_, number) => item(number, 9))))).toEqual([]);
  expect(labelsOf(await publish(base.slice(0, 40)))).toEqual([]);
});
