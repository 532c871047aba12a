import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openOperations } from '../../../../bot/operations/open-operations.js';
import { createProgramMetrics } from '../../../../bot/operations/program-metrics.js';
import { readReadiness } from '../../../../bot/operations/readiness.js';
import { createServer } from '../../../../channels/server/create-server.js';
import { createOpenFiles } from '../../../../channels/server/operations/open-files.js';
import { channelSettings } from '../../../../channels/settings.js';
import { createSourceHooksDoor } from '../../../../channels/source-hooks/create-source-hooks-door.js';
import type { Embedder } from '../../../../index/contracts/embedder.js';
import { silentLog } from '../../../../index/platform/log.js';
import { parseSettings } from '../../../../index/platform/settings.js';
import { ROOT } from '../../../support/product-files.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { SetClock } from '../support/set-clock.js';
import { signIn } from '../support/sign-in.js';
import { TestBot } from '../support/test-bot.js';

const TOKEN = 'a-token-only-for-these-tests';
/** Fails the reading of a figure that could not be read. */
function neverFails(name: string, error: unknown): never {
  throw new Error(`${name} could not be read: ${error}`);
}

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** The real bot, counted, behind the real web server. */
async function operate(
  token: string | null = TOKEN,
  onFailure: (name: string, error: unknown) => void = neverFails,
) {
  const clock = new SetClock();
  const metrics = createProgramMetrics(clock, onFailure);
  const test = await TestBot.open({ metrics, clock });
  const directory = temporaryFolder();
  let embedderReason: string | null = null;
  const operations = openOperations(metrics, directory, {
    bot: test.bot,
    life: { notReadyBecause: () => embedderReason },
    knowledgeBase: test.knowledgeBase,
    openFiles: createOpenFiles(silentLog),
    releaseReason: () => (test.knowledgeBase.status() ? null : 'the first ingest is running'),
    readSourceReads: () => ({ forum: '2026-01-01T00:00:00.000Z' }),
  });
  const server = createServer({
    settings: { ...parseSettings(channelSettings, {}), OPERATIONS_TOKEN: token ?? undefined },
    log: silentLog,
    doors: [createSourceHooksDoor({ take: () => 'refused', stop: () => {} })],
    operations,
    notReadyBecause: operations.notReadyBecause,
    pagesDirectory: null,
  });
  const running = await server.listen(0);
  ends.push(
    () => test.bot.stop(),
    () => running.stop(),
  );
  const get = (path: string, bearer: string | null = TOKEN) =>
    fetch(`http://127.0.0.1:${running.port}${path}`, {
      headers: bearer === null ? {} : { authorization: `Bearer ${bearer}` },
    });
  return {
    test,
    clock,
    get,
    failModel: () => {
      embedderReason = 'the embedding model is over';
    },
    call: async (path: string) =>
      void (await (await fetch(`http://127.0.0.1:${running.port}${path}`, { method: 'POST' })).text()),
    figures: async () => readFigures(await (await get('/metrics')).text()),
  };
}

/** Samples by their whole name, labels in it. */
function readFigures(text: string): ReadonlyMap<string, number> {
  const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    samples.map((line) => [
      line.slice(0, line.lastIndexOf(' ')),
      Number(line.slice(line.lastIndexOf(' ') + 1)),
    ]),
  );
}

describe('figures', () => {
  it('count what the bot decides and sends, and what waits for people', async () => {
    const { test, clock, figures } = await operate();
    await test.say('wifi');
    await test.say('Ik wil een medewerker spreken');
    clock.forward({ seconds: 90 });
    const found = await figures();
    expect(found.get('supportbot_turns_total{channel="test",decision="answer"}')).toBe(1);
    expect(found.get('supportbot_turn_seconds_count{channel="test"}')).toBe(2);
    expect(found.get('supportbot_search_seconds_count')).toBeGreaterThan(0);
    expect(found.get('supportbot_sendings_total{door="webchat",outcome="sent"}')).toBeGreaterThan(1);
    expect(found.get('supportbot_store_commit_seconds_count')).toBeGreaterThan(1);
    expect(found.get('supportbot_handoffs_waiting')).toBe(1);
    expect(found.get('supportbot_handoff_longest_wait_seconds')).toBeCloseTo(90, 0);
    expect(found.get('supportbot_agents_here')).toBe(0);
    expect(found.get('supportbot_source_read_seconds{source="forum"}')).toBe(1_767_225_600);
    expect(found.get('supportbot_ready{part="store"}')).toBe(1);
  });

  it('show agents who are there, and messages that a channel does not take', async () => {
    const { test, figures } = await operate();
    const { agent } = await signIn(test);
    await test.bot.desk.present(agent.id);
    test.transport.failWith({
      kind: 'later',
      reason: 'the token has ended',
      waitMs: 60_000,
      scope: 'door',
      alert: 'access-ended',
    });
    await test.say('wifi');
    const found = await figures();
    expect(found.get('supportbot_agents_here')).toBe(1);
    expect(found.get('supportbot_outbox_messages{channel="test"}')).toBeGreaterThan(0);
    expect(found.get('supportbot_door_held{door="webchat",alert="access-ended"}')).toBe(1);
    expect(found.get('supportbot_ready{part="doors"}')).toBe(0);
    expect(found.get('supportbot_troubles_total{level="error",code="none"}')).toBe(1);
  });

  it('hold no word, name or id of a customer', async () => {
    const { test, get } = await operate();
    await test.say('Mijn naam is Kanarievogel, wifi', { from: { id: 'kanarie-id', name: 'Kanarie' } });
    const text = await (await get('/metrics')).text();
    expect(text).toContain('supportbot_turns_total{');
    expect(text).not.toMatch(/kanarie/i);
    const [conversation] = test.rows('select id from conversations');
    expect(text).not.toContain(String(conversation?.id));
  });

  it('are for the operator alone, and for nobody where no token is set', async () => {
    const { get } = await operate();
    expect((await get('/metrics', null)).status).toBe(401);
    expect((await get('/metrics', `${TOKEN}x`)).status).toBe(401);
    expect((await get('/metrics')).status).toBe(200);
    const without = await operate(null);
    expect((await without.get('/metrics')).status).toBe(404);
  });

  it('count calls of a door that were refused, by its code', async () => {
    const { call, figures } = await operate();
    await call('/hooks/sources/forum');
    await call('/nothing/here');
    const found = await figures();
    const code = 'supportbot_http_refusals_total';
    expect(found.get(`${code}{door="source-hooks",code="SignatureWrong"}`)).toBe(1);
    expect(found.get(`${code}{door="none",code="NotFound"}`)).toBe(1);
    expect(found.get('supportbot_http_answer_seconds_count{door="source-hooks",status="4xx"}')).toBe(1);
  });

  it('go on where the store cannot be read', async () => {
    const unread: string[] = [];
    const { test, figures } = await operate(TOKEN, (name) => unread.push(name));
    test.database.exec('alter table handoffs rename to gone');
    const found = await figures();
    expect(unread).toContain('supportbot_handoffs_waiting');
    expect(found.has('supportbot_handoffs_waiting')).toBe(false);
    expect(found.has('process_open_fds')).toBe(true);
    test.database.exec('alter table gone rename to handoffs');
  });

  it('keep the values of a label few, whoever names them', async () => {
    const metrics = createProgramMetrics(new SetClock(), neverFails);
    for (let number = 0; number < 500; number += 1) {
      const channelId = number % 2 === 0 ? `channel-${number}` : `"}\n${number} ${'x'.repeat(100)}`;
      metrics.watch.turnEnded({ channelId, decision: 'answer', seconds: 0.1 });
    }
    const found = readFigures((await metrics.read()).text);
    const turns = [...found.keys()].filter((name) => name.startsWith('supportbot_turns_total'));
    expect(turns).toHaveLength(41);
    expect(found.get('supportbot_turns_total{channel="other",decision="answer"}')).toBe(460);
  });

  it('count texts that wait for the model', async () => {
    const metrics = createProgramMetrics(new SetClock(), neverFails);
    let finish = (_: Float32Array) => {};
    const embedder = metrics.watchModel({
      id: 'model',
      dimensions: 1,
      meanVector: null,
      embedQuestion: () => new Promise((resolve) => (finish = resolve)),
      embedPassage: async () => new Float32Array(),
      close: async () => {},
    } satisfies Embedder);
    const read = embedder.embedQuestion('wifi');
    const queue = async () => readFigures((await metrics.read()).text).get('supportbot_embedder_queue');
    expect(await queue()).toBe(1);
    finish(new Float32Array());
    await read;
    expect(await queue()).toBe(0);
  });
});

describe('/readyz', () => {
  it('says of each part what is wrong, to the operator alone', async () => {
    const { get, failModel } = await operate();
    failModel();
    const reason = 'the embedding model is over';
    const asStranger = await get('/readyz', null);
    expect(asStranger.status).toBe(503);
    expect(await asStranger.json()).toEqual({ isReady: false, reason });
    const { parts } = (await (await get('/readyz')).json()) as { parts: { name: string; reason: unknown }[] };
    expect(parts.map(({ name }) => name)).toEqual(['embedder', 'store', 'disk', 'release', 'doors', 'files']);
    expect(parts.find(({ name }) => name === 'embedder')?.reason).toBe(reason);
    expect(parts.find(({ name }) => name === 'store')?.reason).toBeNull();
  });

  it('says so while the store takes nothing, and no more once it does', async () => {
    const { test, get } = await operate();
    const storeOf = async () => {
      const { parts } = (await (await get('/readyz')).json()) as {
        parts: { name: string; reason: unknown }[];
      };
      return parts.find(({ name }) => name === 'store')?.reason;
    };
    test.database.pragma('query_only = ON');
    await test.say('wifi');
    expect(await storeOf()).toMatch(/may not be written/);
    expect((await get('/readyz', null)).status).toBe(503);
    test.database.pragma('query_only = OFF');
    await test.look();
    expect(await storeOf()).toBeNull();
  });

  it('tells of a disk that is nearly full before the store refuses, and of one that is gone', async () => {
    const nothing = () => null;
    const asked = {
      ...{ embedder: nothing, store: nothing, release: nothing, openFiles: nothing, doors: () => [] },
      directory: join(temporaryFolder(), 'gone'),
    };
    const diskOf = async (freeBytes?: () => Promise<number>) =>
      (await readReadiness({ ...asked, ...(freeBytes ? { freeBytes } : {}) })).find(
        ({ name }) => name === 'disk',
      )?.reason;
    expect(await diskOf(async () => 150_000_000)).toBe('only 150 MB are left on the disk: make room');
    expect(await diskOf(async () => 900_000_000)).toBeNull();
    expect(await diskOf()).toContain('check that RUNTIME_DIR is there');
  });
});

describe('dashboard, alerts and runbook', () => {
  const read = (name: string) => readFileSync(join(ROOT, 'data/operations', name), 'utf8');
  const alerts = read('alerts.yml');
  const runbook = read('README.md');

  it('name only figures that there are', () => {
    const { names } = allMetrics();
    const named = [...`${alerts}${expressionsOf(read('dashboard.json'))}${runbook}`.matchAll(FIGURE)].map(
      ([name]) => name.replace(/_(bucket|sum|count)$/, ''),
    );
    expect(named.length).toBeGreaterThan(40);
    expect([...new Set(named)].filter((name) => !names.includes(name))).toEqual([]);
  });

  it('show every figure of ours somewhere', () => {
    const { names } = allMetrics();
    const ours = names.filter((name) => name.startsWith('supportbot_'));
    const dashboard = read('dashboard.json');
    expect(ours.filter((name) => !dashboard.includes(name))).toEqual([]);
  });

  it('have one section an alert, and lead to it', () => {
    const named = [...alerts.matchAll(/- alert: (\w+)/g)].map((match) => match[1] ?? '');
    const sections = [...runbook.matchAll(/^### (\w+)$/gm)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(15);
    expect(sections).toEqual(named);
    const links = [...alerts.matchAll(/README\.md#(\w+)'/g)].map((match) => match[1] ?? '');
    expect(links).toEqual(named.map((name) => name.toLowerCase()));
  });
});

describe('a figure that cannot be read', () => {
  it('is told by its name, at most once an hour, and keeps no other from being read', async () => {
    const clock = new SetClock();
    const told: string[] = [];
    const metrics = createProgramMetrics(clock, (name) => told.push(name));
    metrics.show({
      figures: async () => Promise.reject(new Error('the store is broken')),
      readiness: async () => [{ name: 'store', reason: 'the store is broken', isNeeded: true }],
      releaseLiveSince: () => null,
      sourceReads: () => ({}),
    });
    const { text } = await metrics.read();
    expect(text).toContain('supportbot_ready{part="store"} 0\n');
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told).size).toBe(told.length);
    const first = [...told];
    await metrics.read();
    expect(told).toEqual(first);
    clock.forward({ minutes: 60 });
    await metrics.read();
    expect(told).toEqual([...first, ...first]);
  });
});

const FIGURE = /\b(supportbot|process|nodejs)_[a-z0-9_]+\b/g;

/** Every figure that the program can show. */
function allMetrics(): { readonly names: readonly string[] } {
  const metrics = createProgramMetrics(new SetClock(), neverFails);
  metrics.watchModel(NO_MODEL);
  metrics.show({
    figures: async () => Promise.reject(new Error('nobody asks')),
    readiness: async () => [],
    releaseLiveSince: () => null,
    sourceReads: () => ({}),
  });
  return { names: metrics.names() };
}

const NO_MODEL: Embedder = {
  id: 'model',
  dimensions: 1,
  meanVector: null,
  embedQuestion: async () => new Float32Array(),
  embedPassage: async () => new Float32Array(),
  close: async () => {},
};

function expressionsOf(dashboard: string): string {
  const { panels } = JSON.parse(dashboard) as { panels: { targets: { expr: string }[] }[] };
  return panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)).join('\n');
}
