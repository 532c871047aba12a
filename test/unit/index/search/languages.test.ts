import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Embedder } from '../../../../index/contracts/embedder.js';
import { openEmbedder } from '../../../../index/embedder/open-embedder.js';
import { embedItems } from '../../../../index/evaluation/embed-items.js';
import { openKnowledgeBase, type WatchingKnowledgeBase } from '../../../../index/knowledge-base.js';
import { silentLog } from '../../../../index/platform/log.js';
import { createReleaseStore } from '../../../../index/releases/create-release-store.js';
import { exampleItem } from '../../../support/embedded-items.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const ROWS = [
  [
    'en:esim',
    'en',
    'How do I move my eSIM to a new phone?',
    'Delete it on the old phone and scan the code anew.',
  ],
  [
    'en:roaming',
    'en',
    'What does calling cost outside Europe?',
    'See the list of countries; buy a bundle first.',
  ],
  ['en:port', 'en', 'Can I keep my phone number when I switch?', 'Yes, that takes one working day.'],
  ['nl:router', 'nl', 'Het lampje van mijn modem blijft rood', 'Trek de stekker eruit en wacht een minuut.'],
  [
    'nl:verhuizen',
    'nl',
    'Ik ga verhuizen, wat moet ik doen?',
    'Geef je nieuwe adres vier weken vooraf door.',
  ],
  [
    'nl:factuur',
    'nl',
    'Waarom is mijn rekening hoger dan normaal?',
    'De eerste rekening telt een halve maand mee.',
  ],
] as const;

describe('the bundled model across languages', () => {
  let embedder: Embedder;
  let knowledgeBase: WatchingKnowledgeBase;
  beforeAll(async () => {
    const workerFile = new URL('../../../../dist/index/embedder/embedding-worker.js', import.meta.url);
    const model = 'e5-small-community-nl-en';
    embedder = await openEmbedder({ model, modelsDirectory: 'data/models', allowRemote: false, workerFile });
    const directory = temporaryFolder();
    const store = createReleaseStore({ directory, now: () => new Date() });
    const items = ROWS.map(([id, language, question, answer]) =>
      exampleItem({ id, language, question, answer }),
    );
    store.publish((await store.build(await embedItems(items, embedder), embedder)).id);
    knowledgeBase = await openKnowledgeBase({ directory, embedder, log: silentLog });
  });
  afterAll(async () => {
    await knowledgeBase?.close();
    await embedder?.close();
  });

  it.each([
    ['mijn esim overzetten naar een ander toestel', 'en:esim'],
    ['kan ik mijn nummer houden als ik overstap', 'en:port'],
    ['wat kost bellen in amerika', 'en:roaming'],
    ['red light on the modem', 'nl:router'],
    ['we are moving house', 'nl:verhuizen'],
    ['why is my bill so high this month', 'nl:factuur'],
    ['Mein Modem leuchtet rot', 'nl:router'],
    ['Je déménage bientôt', 'nl:verhuizen'],
    ['waarom is me rekening zo hoog', 'nl:factuur'],
  ])('finds what "%s" asks for', async (question, id) => {
    const { hits } = await knowledgeBase.search(question);
    expect(hits[0]?.item.id).toBe(id);
  });

  it('is less sure of what nothing answers', async () => {
    const sure = (await knowledgeBase.search('red light on the modem')).hits[0];
    const unsure = (await knowledgeBase.search('welke wijn past bij zalm')).hits[0];
    expect(unsure?.confidence.probability).toBeLessThan(sure?.confidence.probability ?? 0);
    expect(unsure?.confidence.reason).not.toBe('clear');
  });
});
