import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Embedder } from '../../../../index/contracts/embedder.js';
import type { Item } from '../../../../index/contracts/items.js';
import type { ReleaseStore } from '../../../../index/contracts/releases.js';
import { openKnowledgeBase } from '../../../../index/knowledge-base.js';
import { openVerdictStore } from '../../../../index/learning/open-verdict-store.js';
import type { SettledWording } from '../../../../index/learning/verdict-store.js';
import { openDatabase } from '../../../../index/platform/database.js';
import { silentLog } from '../../../../index/platform/log.js';
import { parseSettings } from '../../../../index/platform/settings.js';
import { createReleaseStore } from '../../../../index/releases/create-release-store.js';
import { openRelease } from '../../../../index/releases/open-release.js';
import { indexSettings } from '../../../../index/settings.js';
import { findOutdated } from '../../../../ingest/releasing/find-outdated.js';
import { upgradeRelease } from '../../../../ingest/releasing/upgrade-release.js';
import { ingestSettings } from '../../../../ingest/settings.js';
import { createFakeEmbedder, withTokens } from '../../../support/embedding.js';
import { copyOutdatedRelease, OUTDATED_ID, OUTDATED_ITEMS } from '../../../support/outdated-release.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

let folder: string;
let directory: string;
let releases: ReleaseStore;
const embedder: Embedder = withTokens(createFakeEmbedder());

beforeEach(() => {
  folder = temporaryFolder();
  directory = join(folder, 'releases');
  copyOutdatedRelease(folder);
  releases = createReleaseStore({ directory, now: () => new Date() });
});

describe('a release of an older format', () => {
  it('is told with its sources, and refused by whoever would search it', async () => {
    expect(findOutdated(directory, releases.currentId())).toEqual({
      ...{ id: OUTDATED_ID, format: 2, sources: { community: 5 } },
    });
    const options = { directory, embedder, log: silentLog };
    await expect(openKnowledgeBase(options)).rejects.toMatchObject({ code: 'RELEASE_OUTDATED' });
    const waiting = await openKnowledgeBase({ ...options, isUpgrading: true });
    expect(waiting.status()).toBeNull();
    await waiting.close();
  });

  it('is built anew of what is kept, and no source is read', async () => {
    const report = await upgrade();
    expect(report).toMatchObject({ outcome: 'published', sources: [], read: 0, items: 5, removed: 0 });
    expect((await liveItems()).map(({ id }) => id)).toEqual(OUTDATED_ITEMS);
    expect(findOutdated(directory, releases.currentId())).toBeNull();
    expect(existsSync(join(directory, OUTDATED_ID))).toBe(true);
  });

  it('needs one upgrade only', async () => {
    await upgrade();
    const id = releases.currentId();
    expect(await upgrade()).toBeNull();
    expect(releases.currentId()).toBe(id);
  });

  it('is taken up by a server that waits for it', async () => {
    const options = { directory, embedder, log: silentLog, isUpgrading: true };
    const knowledgeBase = await openKnowledgeBase(options);
    await expect(knowledgeBase.refresh()).rejects.toMatchObject({ code: 'RELEASE_OUTDATED' });
    await upgrade();
    await knowledgeBase.refresh();
    expect(knowledgeBase.status()).toMatchObject({ items: 5 });
    const { hits } = await knowledgeBase.search('Pincode geblokkeerd, waar vind ik de puk-code?');
    expect(hits[0]?.item.id).toBe('community:nl-001');
    await knowledgeBase.close();
  });

  it('keeps wordings that were learned, and leaves out what an editor refused', async () => {
    const store = await openVerdictStore(folder);
    await store.review([
      settled('w1', 'hoe kom ik aan mijn ontgrendelcode', 'accepted'),
      settled('w2', 'wat eten we vanavond', 'refused'),
    ]);
    await store.close();
    await upgrade();
    const [item] = (await liveItems()).filter(({ id }) => id === 'community:nl-001');
    expect(item?.phrasings).toContain('hoe kom ik aan mijn ontgrendelcode');
    expect(item?.phrasings).not.toContain('wat eten we vanavond');
    const after = await openVerdictStore(folder);
    expect((await after.wordings()).map(({ id, standing }) => [id, standing])).toEqual([
      ['w1', 'accepted'],
      ['w2', 'refused'],
    ]);
    await after.close();
  });

  it('stays live when the upgrade breaks off, and the next one goes on behind it', async () => {
    const broken = breaking(10);
    await expect(upgrade(broken)).rejects.toThrow('power cut');
    expect(releases.currentId()).toBe(OUTDATED_ID);
    const counting = breaking(Number.POSITIVE_INFINITY);
    expect(await upgrade(counting)).toMatchObject({ outcome: 'published', items: 5 });
    const alone = breaking(Number.POSITIVE_INFINITY);
    copyOutdatedRelease(folder);
    rmSync(join(folder, 'ingest.sqlite-wal'), { force: true });
    await upgrade(alone);
    expect(counting.texts()).toBe(alone.texts() - 10);
  });

  it('is not built of nothing where ingest.sqlite is gone', async () => {
    rmSync(join(folder, 'ingest.sqlite'));
    await expect(upgrade()).rejects.toMatchObject({
      code: 'UPGRADE_IMPOSSIBLE',
      facts: { id: OUTDATED_ID, items: 5 },
      message: expect.stringContaining('npm run ingest'),
    });
    expect(releases.currentId()).toBe(OUTDATED_ID);
  });

  it('is not brought back by itself where somebody went back behind the newest', async () => {
    change(`INSERT INTO builtRelease VALUES ('20261129T020000000-00000000', 'x', 'y', 1)`);
    expect(await upgrade()).toMatchObject({ outcome: 'held-back' });
    expect(releases.currentId()).toBe(OUTDATED_ID);
  });

  it('is held back where most items of a source would go', async () => {
    change(
      `WITH RECURSIVE more (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM more WHERE n < 20)
       INSERT INTO releaseItem SELECT '${OUTDATED_ID}', 'community:gone-' || n, 'community' FROM more`,
    );
    expect(await upgrade()).toMatchObject({
      outcome: 'guarded',
      heldBackBecause: ['20 of the 25 items of "community" would go'],
    });
    expect(releases.currentId()).toBe(OUTDATED_ID);
  });
});

describe('going back', () => {
  it('says what to do where the release before has an older format', async () => {
    await upgrade();
    const live = releases.currentId();
    expect(() => releases.rollback()).toThrow(
      expect.objectContaining({
        code: 'ROLLBACK_OUTDATED',
        facts: { id: OUTDATED_ID, format: 2, reads: 4 },
        message: expect.stringContaining(`npm run ingest -- publish ${OUTDATED_ID}`),
      }),
    );
    expect(releases.currentId()).toBe(live);
  });
});

/** Without sources: their file is not there, and must not be missed. */
function upgrade(by: Embedder = embedder) {
  const settings = parseSettings(
    { ...indexSettings, ...ingestSettings },
    { INGEST_SOURCES: `community=file:${join(folder, 'not-there.jsonl')}`, INGEST_LABELS: ',' },
  );
  return upgradeRelease({ runtimeDirectory: folder, settings, releases, embedder: by });
}

async function liveItems(): Promise<Item[]> {
  const release = await openRelease(directory, releases.currentId() ?? '', embedder);
  const items = Array.from({ length: release.manifest.items }, (_, number) => release.itemAt(number));
  release.close();
  return items;
}

/** An embedder that fails behind so many texts. */
function breaking(after: number): Embedder & { texts(): number } {
  const fake = createFakeEmbedder();
  let texts = 0;
  const count = async (text: string) => {
    if (texts >= after) throw new Error('power cut');
    texts += 1;
    return fake.embedQuestion(text);
  };
  return { ...fake, embedQuestion: count, embedPassage: count, texts: () => texts };
}

function change(statement: string): void {
  const database = openDatabase(join(folder, 'ingest.sqlite'));
  database.exec(statement);
  database.close();
}

function settled(id: string, wording: string, standing: SettledWording['standing']): SettledWording {
  const counts = { confirmations: 3, rejections: 0, knownConfirmations: 3 };
  return { id, itemId: 'community:nl-001', wording, standing, ...counts, at: '2026-11-01T09:00:00.000Z' };
}
