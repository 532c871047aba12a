import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { erasedWording, openErasureLedger } from '../../../../index/learning/erasure-ledger.js';
import { createReleaseStore } from '../../../../index/releases/create-release-store.js';
import { dropErased } from '../../../../ingest/releasing/drop-erased.js';
import { embeddedItem, exampleItem } from '../../../support/embedded-items.js';
import { createFakeEmbedder } from '../../../support/embedding.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const SAID = 'the gizmo of my aunt blinks';

it('deletes older releases that hold what was erased, and neither the live one nor those without it', async () => {
  const folder = temporaryFolder();
  const directory = join(folder, 'releases');
  let day = 1;
  const releases = createReleaseStore({ directory, now: () => new Date(Date.UTC(2026, 0, day++)) });
  const build = async (question: string, ...phrasings: string[]) => {
    const item = exampleItem({ id: 's:1', question, phrasings });
    return (await releases.build([embeddedItem(item)], createFakeEmbedder())).id;
  };
  const [without, holding, live] = [
    await build('How do I start it?', 'Another wording'),
    await build('How do I start it?', 'Another wording', SAID),
    await build('How do I start it now?', SAID),
  ];
  releases.publish(live);
  expect(dropErased(folder, releases)).toEqual([]);
  openErasureLedger(folder).add([erasedWording('s:1', SAID)], '2026-05-01T00:00:00.000Z');
  expect(dropErased(folder, releases)).toEqual([holding]);
  expect(readdirSync(directory).filter((name) => name !== 'current')).toEqual([without, live]);
  releases.publish(await build('How do I start it at last?', 'Another wording'));
  expect(dropErased(folder, releases)).toEqual([live]);
});
