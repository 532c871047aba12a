import { createHmac, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Item } from '../../../../index/contracts/items.js';
import type { Withdrawals } from '../../../../index/contracts/withdrawals.js';
import { type Log, silentLog } from '../../../../index/platform/log.js';
import { parseSettings } from '../../../../index/platform/settings.js';
import { indexSettings } from '../../../../index/settings.js';
import { openWithdrawals } from '../../../../index/withdrawals/open-withdrawals.js';
import type { SourceHooks } from '../../../../ingest/hooks/contracts.js';
import { createSourceHooks } from '../../../../ingest/hooks/create-source-hooks.js';
import { openSources } from '../../../../ingest/reading/open-sources.js';
import { readRules } from '../../../../ingest/reading/read-rules.js';
import { publishRelease, rollbackRelease } from '../../../../ingest/releasing/switch-release.js';
import { runIngest } from '../../../../ingest/run-ingest.js';
import { ingestSettings } from '../../../../ingest/settings.js';
import { DiscourseCommunity, type DiscourseTopic } from '../../../support/communities/discourse-community.js';
import { instantPatience, startCommunity } from '../../../support/communities/local-community.js';
import { createFakeEmbedder } from '../../../support/embedding.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { createMemoryReleases, type MemoryReleases } from '../memory-releases.js';

const server = await startCommunity(() => ({ status: 503 }));
afterAll(() => server.close());

const DAY = '2026-02-01T10:00:00.000Z';
const SECRET = 'shared-with-the-forum';

let folder: string;
let releases: MemoryReleases;
let community: DiscourseCommunity;
let withdrawals: Withdrawals;
let hooks: SourceHooks;
let isReachable: boolean;

beforeEach(async () => {
  folder = temporaryFolder();
  releases = createMemoryReleases();
  community = new DiscourseCommunity('several answers');
  isReachable = true;
  server.respond = (request) => (isReachable ? community.answer(request) : { status: 503 });
  withdrawals = openWithdrawals(folder);
  hooks = open();
});
afterEach(() => {
  hooks.stop();
  withdrawals.close();
  rmSync(folder, { recursive: true });
});

const settings = () =>
  parseSettings(
    { ...indexSettings, ...ingestSettings },
    {
      INGEST_INTRANET_HOSTS: server.host,
      INGEST_REQUESTS_PER_MINUTE: '100000',
      DISCOURSE_HOOK_SECRETS: `${server.host}=${SECRET}`,
    },
  );
const named = () => [{ name: 'forum', kind: 'discourse', path: server.base, options: {} }];

async function openForum() {
  const tools = { settings: settings(), workDirectory: folder, patience: instantPatience() };
  return openSources(named(), tools);
}

function open(log: Log = silentLog): SourceHooks {
  return createSourceHooks({
    named: named(),
    settings: settings(),
    rules: readRules(settings()),
    withdrawals,
    heldItem: (id) => live().find((item) => item.id === id) ?? null,
    open: async () => {
      const [source] = await openForum();
      if (!source) throw new Error('no source was opened');
      return source;
    },
    patience: instantPatience(),
    log,
  });
}

async function run() {
  const own = { runtimeDirectory: folder, settings: settings(), releases, embedder: createFakeEmbedder() };
  return runIngest({ ...own, sources: await openForum() });
}

const live = (): Item[] => releases.itemsOf(releases.currentId()).map(({ item }) => item);
/** What customers may be told. */
const told = () =>
  Object.fromEntries(
    live()
      .filter((item) => !withdrawals.hides(item))
      .map((item) => [item.id, item.answer]),
  );

function solved(title: string, answer: string): DiscourseTopic {
  const topic = community.addTopic(title, '<p>Please help.</p>', DAY);
  topic.accepted = [community.reply(topic, 'Expert', `<p>${answer}</p>`, DAY).number];
  return topic;
}

/** Calls the hook as Discourse does; each call with an event of its own where none is given. */
function call(body: unknown, { secret = SECRET, id = randomUUID() as string, name = 'forum' } = {}) {
  const bytes = Buffer.from(JSON.stringify(body));
  const headers: Record<string, string> = {
    'x-discourse-event-id': id,
    'x-discourse-event-signature': `sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`,
  };
  return hooks.take(name, (header) => headers[header], bytes);
}
const tell = async (body: unknown) => {
  expect(call(body)).toBe('taken');
  await hooks.idle();
};

const VINEGAR = 'Use vinegar, then rinse it twice.';
const RING = 'Put in a new rubber ring.';

describe('a web hook of a community', () => {
  let kettle: DiscourseTopic;
  beforeEach(async () => {
    kettle = solved('How do I descale the kettle?', VINEGAR);
    for (const part of ['moka pot', 'grinder', 'milk frother']) solved(`Why does the ${part} leak?`, RING);
    await run();
    server.requests.length = 0;
  });

  it.each([
    [
      'un-accepts it',
      () => {
        kettle.accepted = [];
      },
      { solved: { id: 2, topic_id: 1 } },
    ],
    [
      'deletes the topic',
      () => {
        kettle.state = 'deleted';
      },
      { topic: { id: 1 } },
    ],
    [
      'makes the topic private',
      () => {
        kettle.state = 'private';
      },
      { topic: { id: 1 } },
    ],
    [
      'deletes the post',
      () => {
        for (const post of kettle.posts) post.isDeleted = post.number > 1;
        kettle.accepted = [];
      },
      { post: { id: 2, topic_id: 1 } },
    ],
    [
      'accepts another reply',
      () => {
        kettle.accepted = [community.reply(kettle, 'Another', '<p>Use lemon juice instead.</p>', DAY).number];
      },
      { solved: { id: 99, topic_id: 1 } },
    ],
  ])('withdraws an answer at once when somebody %s', async (_what, happen, body) => {
    expect(told()['forum:1']).toBe(VINEGAR);
    happen();
    await tell(body);
    expect(told()['forum:1']).toBeUndefined();
    expect(Object.keys(told())).toHaveLength(3);
  });

  it('leaves an answer alone that was edited, or about which nothing changed', async () => {
    await tell({ topic: { id: 1 } });
    const [, answer] = kettle.posts;
    if (answer) community.edit(kettle, answer, '<p>Use vinegar, then rinse it three times.</p>', DAY);
    await tell({ post: { id: 2, topic_id: 1 } });
    expect(told()['forum:1']).toBe(VINEGAR);
    await run();
    expect(told()['forum:1']).toBe('Use vinegar, then rinse it three times.');
  });

  it('leaves to the next run what was spoken of again and could not be read then', async () => {
    await tell({ topic: { id: 1 } });
    const ofOneReading = server.requests.length;
    expect(withdrawals.noted()).toEqual([]);
    let asked = 0;
    server.respond = (request) => {
      asked += 1;
      if (asked === 1) call({ topic: { id: 1 } });
      return asked > ofOneReading ? { status: 503 } : community.answer(request);
    };
    await tell({ topic: { id: 1 } });
    expect(asked).toBeGreaterThan(ofOneReading);
    expect(withdrawals.noted()).toEqual(['forum:1']);
  });

  it('reads what it is told of at the very end of a reading', async () => {
    for (let hops = 0; hops < 8; hops += 1) {
      hooks.stop();
      let isTold = false;
      const later = async () => {
        for (let hop = 0; hop < hops; hop += 1) await null;
        call({ topic: { id: 2 } });
      };
      const info = () => {
        if (!isTold) void later();
        isTold = true;
      };
      hooks = open({ ...silentLog, info });
      await tell({ topic: { id: 1 } });
      await hooks.idle();
      expect([hops, withdrawals.noted()]).toEqual([hops, []]);
    }
  });

  it('tells an answer again that was accepted again', async () => {
    const { accepted } = kettle;
    kettle.accepted = [];
    await tell({ solved: { topic_id: 1 } });
    kettle.accepted = accepted;
    await tell({ solved: { topic_id: 1 } });
    expect(told()['forum:1']).toBe(VINEGAR);
  });

  it('withdraws for good: after a restart, after the next run, and when an older release comes back', async () => {
    kettle.accepted = [];
    await tell({ solved: { topic_id: 1 } });
    hooks.stop();
    withdrawals.close();
    withdrawals = openWithdrawals(folder);
    expect(told()['forum:1']).toBeUndefined();
    expect(await run()).toMatchObject({ outcome: 'published', removed: 1 });
    expect(withdrawals.noted()).toEqual([]);
    releases.rollback();
    expect(live().map(({ id }) => id)).toContain('forum:1');
    expect(told()['forum:1']).toBeUndefined();
  });

  it('is settled by the next run, which tells the new answer and never the old one', async () => {
    kettle.accepted = [community.reply(kettle, 'Another', '<p>Use lemon juice instead.</p>', DAY).number];
    await tell({ solved: { topic_id: 1 } });
    await run();
    expect(told()['forum:1']).toBe('Use lemon juice instead.');
    releases.rollback();
    expect(told()['forum:1']).toBeUndefined();
  });

  it('counts only with the signature of its source over the bytes as they came', () => {
    expect(call({ topic: { id: 1 } }, { secret: 'guessed' })).toBe('refused');
    expect(hooks.take('forum', () => undefined, Buffer.from('{"topic":{"id":1}}'))).toBe('refused');
    expect(call({ topic: { id: 1 } }, { name: 'nobody' })).toBe('unknown');
    expect(server.requests).toEqual([]);
    expect(withdrawals.noted()).toEqual([]);
  });

  it('is followed once, however often it is repeated', async () => {
    call({ topic: { id: 1 } }, { id: 'same' });
    await hooks.idle();
    const { length } = server.requests;
    expect(call({ topic: { id: 1 } }, { id: 'same' })).toBe('taken');
    await hooks.idle();
    expect(server.requests).toHaveLength(length);
  });

  it('reads nothing for a ping or an event about people', async () => {
    await tell({ ping: 'OK' });
    await tell({ user: { id: 1, username: 'somebody' } });
    expect(server.requests).toEqual([]);
  });

  it('is kept while the community cannot be reached, and followed after a start', async () => {
    kettle.state = 'deleted';
    isReachable = false;
    await tell({ topic: { id: 1 } });
    expect(told()['forum:1']).toBe(VINEGAR);
    isReachable = true;
    hooks = open();
    hooks.start();
    await hooks.idle();
    expect(told()['forum:1']).toBeUndefined();
  });

  it('is left to the next run where that comes first, also where no list shows the change', async () => {
    isReachable = false;
    const [, answer] = kettle.posts;
    const last = community.reply(kettle, 'Guest', '<p>Thanks.</p>', DAY);
    isReachable = true;
    await run();
    isReachable = false;
    if (answer) community.edit(kettle, answer, '<p>Use lemon juice instead.</p>', DAY);
    await tell({ post: { id: last.id, topic_id: 1 } });
    isReachable = true;
    await run();
    expect(told()['forum:1']).toBe('Use lemon juice instead.');
  });
});

describe('a run of ingest', () => {
  const PARTS = [
    'moka pot',
    'grinder',
    'milk frother',
    'tray',
    'lid',
    'cable',
    'filter',
    'tap',
    'scale',
    'pump',
  ];

  it('withdraws what is gone from older releases too, and lets it be told again when it comes back', async () => {
    const kettle = solved('How do I descale the kettle?', VINEGAR);
    for (const part of PARTS) solved(`Why does the ${part} leak?`, RING);
    await run();
    kettle.state = 'deleted';
    await run();
    releases.rollback();
    expect(told()['forum:1']).toBeUndefined();
    kettle.state = 'public';
    await run();
    expect(told()['forum:1']).toBe(VINEGAR);
  });

  it('that is held back for its losses withdraws nothing before somebody publishes it', async () => {
    const topics = ['kettle', ...PARTS, 'cup'].map((part) => solved(`Why does the ${part} leak?`, RING));
    await run();
    for (const topic of topics.slice(0, 11)) topic.state = 'private';
    const { outcome, releaseId } = await run();
    expect(outcome).toBe('guarded');
    expect(Object.keys(told())).toHaveLength(12);
    publishRelease(String(releaseId), folder, releases);
    rollbackRelease(folder, releases);
    expect(live()).toHaveLength(12);
    expect(Object.keys(told())).toEqual(['forum:12']);
  });
});
