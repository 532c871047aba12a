import { join } from 'node:path';
import { openDatabase } from '../../../index/platform/database.js';
import { randomFrom } from '../../../index/platform/random.js';
import { parseSettings } from '../../../index/platform/settings.js';
import { indexSettings } from '../../../index/settings.js';
import { openSources } from '../../../ingest/reading/open-sources.js';
import { runIngest } from '../../../ingest/run-ingest.js';
import { ingestSettings } from '../../../ingest/settings.js';
import { createMemoryReleases } from '../../unit/ingest/memory-releases.js';
import { createFakeEmbedder } from '../embedding.js';
import type { DiscourseCommunity } from './discourse-community.js';
import { instantPatience, startCommunity } from './local-community.js';
import { LivingCommunity } from './nights-of-discourse.js';

interface NightsOptions {
  readonly shape: DiscourseCommunity['shape'];
  readonly seed: number;
  readonly topics: number;
  readonly nights: number;
  /** An empty folder. */
  readonly folder: string;
}

interface NightsResult {
  /** After which night an item was lost, stale or too many; empty where the release was the truth each time. */
  readonly differences: string[];
  readonly events: Readonly<Record<string, number>>;
  readonly items: number;
  readonly tombstones: number;
  readonly requests: number;
}

/** Every how many requests the community stumbles, and every how many somebody writes while it is read. */
const STUMBLES_EACH = 97;
const BUMPS_EACH = 31;

/** Lets a community live and ingests it each night, while it stumbles and people write; compares each release with the truth. */
export async function playNights({
  shape,
  seed,
  topics,
  nights,
  folder,
}: NightsOptions): Promise<NightsResult> {
  const living = new LivingCommunity(shape, randomFrom(seed), topics);
  let requests = 0;
  const server = await startCommunity((request) => {
    requests += 1;
    if (requests % BUMPS_EACH === 0) living.bump();
    if (requests % STUMBLES_EACH === 0) return { status: 429, headers: { 'retry-after': '0' } };
    return living.community.answer(request);
  });
  const settings = parseSettings(
    { ...indexSettings, ...ingestSettings },
    {
      INGEST_INTRANET_HOSTS: server.host,
      INGEST_REQUESTS_PER_MINUTE: '100000',
      DISCOURSE_REREAD_TOPICS: '1000000',
    },
  );
  const releases = createMemoryReleases();
  const embedder = createFakeEmbedder();
  const differences: string[] = [];
  const everLive = new Set<string>();
  try {
    for (let night = 0; night <= nights; night += 1) {
      if (night > 0) living.live(0.05);
      const named = [{ name: 'forum', kind: 'discourse', path: server.base, options: {} }];
      const sources = await openSources(named, {
        settings,
        workDirectory: folder,
        patience: instantPatience(),
      });
      // Chance may take more of a small community than goes without a person; that is another test's matter.
      await runIngest({
        runtimeDirectory: folder,
        settings,
        releases,
        embedder,
        sources,
        isEmptyAllowed: true,
      });
      server.requests.length = 0;
      const live = new Map(
        releases
          .itemsOf(releases.currentId())
          .map(({ item }) => [item.id.slice('forum:'.length), item.answer]),
      );
      for (const id of live.keys()) everLive.add(id);
      differences.push(...compare(living.truth(), live).map((difference) => `night ${night}: ${difference}`));
    }
    const gone = [...everLive].filter((id) => !living.truth().has(id)).map((id) => `forum:${id}`);
    const tombstones = tombstonesOf(folder);
    if (gone.toSorted().join() !== tombstones.join())
      differences.push('tombstones are not those of what went');
    return {
      differences,
      events: living.events,
      items: living.truth().size,
      tombstones: tombstones.length,
      requests,
    };
  } finally {
    await server.close();
  }
}

function compare(truth: ReadonlyMap<string, string>, live: ReadonlyMap<string, string>): string[] {
  return [
    ...[...truth].filter(([id]) => !live.has(id)).map(([id]) => `${id} is lost`),
    ...[...live].filter(([id]) => !truth.has(id)).map(([id]) => `${id} is too many`),
    ...[...truth]
      .filter(([id, answer]) => live.has(id) && live.get(id) !== answer)
      .map(([id]) => `${id} is stale`),
  ];
}

function tombstonesOf(folder: string): string[] {
  const database = openDatabase(join(folder, 'ingest.sqlite'));
  try {
    return database.prepare<[], string>('SELECT id FROM tombstone').pluck().all().sort();
  } finally {
    database.close();
  }
}
