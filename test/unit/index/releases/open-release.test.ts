import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createReleaseStore } from '../../../../index/releases/create-release-store.js';
import { openRelease } from '../../../../index/releases/open-release.js';
import { embeddedItems } from '../../../support/embedded-items.js';
import { createFakeEmbedder, fakeTokens, fakeVector, withTokens } from '../../../support/embedding.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const FILES = [
  'items.sqlite',
  'questions.i8',
  'passages.i8',
  'wordings.hnsw',
  'tokens.i8',
  'calibration.json',
];
const embedder = withTokens(createFakeEmbedder());
let directory: string;
let id: string;

beforeEach(async () => {
  directory = temporaryFolder();
  const items = embeddedItems([
    ['s:1', 'How do I activate my SIM?', 'Switch it on.'],
    ['s:2', 'Where is my invoice?', 'In the app.'],
  ]).map((embedded) => ({
    ...embedded,
    tokens: { question: fakeTokens(embedded.item.question), passage: fakeTokens(embedded.item.answer) },
  }));
  id = (await createReleaseStore({ directory, now: () => new Date(0) }).build(items, embedder)).id;
});

describe('openRelease', () => {
  it.each(FILES)('refuses a release whose %s was changed', async (file) => {
    const path = join(directory, id, file);
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0xff;
    writeFileSync(path, bytes);
    const damaged = { code: 'RELEASE_DAMAGED', message: expect.stringContaining(file) };
    await expect(openRelease(directory, id, embedder)).rejects.toMatchObject(damaged);
  });

  it.each(FILES)('refuses a release whose %s is cut or gone', async (file) => {
    truncateSync(join(directory, id, file), 10);
    await expect(openRelease(directory, id, embedder)).rejects.toMatchObject({ code: 'RELEASE_DAMAGED' });
    rmSync(join(directory, id, file));
    await expect(openRelease(directory, id, embedder)).rejects.toMatchObject({
      code: 'RELEASE_DAMAGED',
      facts: { id, reason: `${file} is missing` },
    });
  });

  it.each([
    ['is not JSON', '{'],
    ['is not complete', '{"format": 3}'],
    ['is not complete', '[]'],
  ])('refuses a manifest that %s', async (reason, text) => {
    writeFileSync(join(directory, id, 'manifest.json'), text);
    await expect(openRelease(directory, id, embedder)).rejects.toMatchObject({
      code: 'RELEASE_DAMAGED',
      message: expect.stringContaining(reason),
    });
  });

  it.each([1, 2, 5])('refuses format %i and says what to do', async (format) => {
    // Other formats have other files and fields.
    writeFileSync(join(directory, id, 'manifest.json'), JSON.stringify({ format, id }));
    await expect(openRelease(directory, id, embedder)).rejects.toMatchObject({
      code: 'RELEASE_OUTDATED',
      facts: { id, format, reads: 4 },
      message: expect.stringContaining('Run "npm run ingest"'),
    });
  });

  it('refuses another embedder and names both', async () => {
    await expect(openRelease(directory, id, createFakeEmbedder('other'))).rejects.toMatchObject({
      code: 'RELEASE_EMBEDDER_MISMATCH',
      facts: { id, builtWith: 'fake/tokens', running: 'other' },
    });
  });

  it('goes on searching when its folder is removed', async () => {
    const release = await openRelease(directory, id, embedder);
    rmSync(join(directory, id), { recursive: true });
    const text = 'activate my SIM';
    const hits = release.findHits(
      { text, vector: fakeVector(text), tokens: null },
      { limit: 1, exclude: [] },
    );
    expect(hits[0]?.item.id).toBe('s:1');
    expect(release.rank({ text, vector: fakeVector(text), tokens: null }, { mode: 'propose' })).toHaveLength(
      2,
    );
    release.close();
  });
});
