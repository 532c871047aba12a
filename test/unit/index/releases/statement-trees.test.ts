import { expect, it } from 'vitest';
import type { Statement } from '../../../../index/contracts/items.js';
import { createReleaseStore } from '../../../../index/releases/create-release-store.js';
import { openRelease } from '../../../../index/releases/open-release.js';
import { embeddedItem, exampleItem } from '../../../support/embedded-items.js';
import { createFakeEmbedder } from '../../../support/embedding.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

it('a release holds what others wrote on an answer as trees', async () => {
  const statement = (text: string): Statement => ({
    text,
    ...{ author: { name: 'Wim', rank: null }, at: null, url: null },
  });
  const item = exampleItem({
    earlier: [statement('It costs **five**.')],
    additions: [statement('Take a picture along.')],
  });
  const directory = temporaryFolder();
  const embedder = createFakeEmbedder();
  const store = createReleaseStore({ directory, now: () => new Date(0) });
  const { id } = await store.build([embeddedItem(item)], embedder);
  const release = await openRelease(directory, id, embedder);
  const kept = release.itemAt(0);
  release.close();
  expect(kept.earlier?.[0]?.tree).toEqual([
    {
      type: 'paragraph',
      children: [
        { type: 'text', value: 'It costs ' },
        { type: 'strong', children: [{ type: 'text', value: 'five' }] },
        { type: 'text', value: '.' },
      ],
    },
  ]);
  expect(kept.additions?.[0]?.tree).toHaveLength(1);
});
