import { describe, expect, it } from 'vitest';
import { createReleaseStore } from '../../../../index/releases/create-release-store.js';
import { openRelease } from '../../../../index/releases/open-release.js';
import { centreOf } from '../../../../index/search/centring.js';
import { createDenseScores } from '../../../../index/search/dense-scores.js';
import { createWordingVectors } from '../../../../index/search/wording-vectors.js';
import { dot } from '../../../../index/vector/vector-table.js';
import { embeddedItem, exampleItem } from '../../../support/embedded-items.js';
import { createFakeEmbedder, FAKE_DIMENSIONS, fakeVector } from '../../../support/embedding.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const meanVector = fakeVector('a mean of its own');
const embedder = { ...createFakeEmbedder(), meanVector };
const items = [
  ['s:1', 'How do I activate my SIM?', 'Put it in and switch it on.'],
  ['s:2', 'Where is my invoice?', 'In the app, under your name.'],
  ['s:3', 'Why is the light of the router red?', ''],
].map(([id = '', question = '', answer = '']) =>
  embeddedItem(exampleItem({ id, question, answer, phrasings: id === 's:2' ? ['invoice gone'] : [] })),
);

describe('the graph of wordings', () => {
  it('orders wordings as the dense score does', async () => {
    const directory = temporaryFolder();
    const store = createReleaseStore({ directory, now: () => new Date(0) });
    const { index, close } = await openRelease(directory, (await store.build(items, embedder)).id, embedder);
    const centre = centreOf(index.corpusMean, index.items, meanVector);
    const passageOfRow = Int32Array.from(index.itemOfWording, (item) => index.passageOfItem[item] ?? -1);
    const vectors = createWordingVectors({ ...index, passageOfRow }, centre);
    const denseScores = createDenseScores(index, centre);
    expect(vectors.size).toBe(4);

    for (const text of ['activate SIM', 'my invoice in the app', 'red router light', 'gone']) {
      const vector = fakeVector(text);
      const denseOf = denseScores(vector);
      const scores = [...index.itemOfWording].map((item, wording) => denseOf(item, wording).dense);
      const centred = vector.map((value, axis) => value - (centre[axis] ?? 0));
      const length = Math.sqrt(dot(centred, centred));
      scores.forEach((score, wording) => {
        // Bytes in place of floats, and lengths of 1 taken for granted, move a score by about a hundredth.
        expect(dot(centred, vectors.row(wording)) / length).toBeCloseTo(score, 1.5);
      });
      const best = scores.indexOf(Math.max(...scores));
      expect(index.proposals.byVector(vector, 1)).toEqual([best]);
      expect(index.proposals.byVector(vector, 9)).toHaveLength(4);
    }
    expect(vectors.row(0)).toHaveLength(FAKE_DIMENSIONS);
    close();
  });
});
