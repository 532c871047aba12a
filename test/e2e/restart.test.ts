import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskEntry } from '../../bot/contracts/desk.js';
import { openDatabase } from '../../index/platform/database.js';
import { createDeskClient, type DeskClient } from '../support/desk-client.js';
import {
  answeredFrom,
  openCustomer,
  type ProductCustomer,
  placeToldIn,
} from '../support/product-customer.js';
import { ROOT } from '../support/product-files.js';
import { runProgram } from '../support/run-program.js';
import { type RunningProduct, startProduct } from '../support/running-product.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const QUESTION = 'Waar vind ik de puk-code van mijn simkaart?';
/** The bot waits for more words after this one. */
const UNFINISHED = 'Puk-code vinden,';
const ITEM = 'samples:nl-001';
const ACCOUNT = { email: 'sanne@example.com', password: 'een zin van een paar woorden' };
const OPERATIONS_TOKEN = 'a-token-only-for-these-tests';
const PERSON = 'Ik wil graag een medewerker spreken.';

/** The community that the first start reads by itself: the first rows of the samples, one of which has the PUK code. */
const ROWS = 18;
const SOURCES = { INGEST_SOURCES: 'samples=file:community.jsonl' };

/** One folder for all tests, so that the community is read once. */
let directory: string;
let product: RunningProduct;
/** What /healthz and /readyz said during the very first start, in order. */
const firstStart: { readonly healthz: number; readonly readyz: number }[] = [];

beforeAll(async () => {
  directory = temporaryFolder();
  const samples = readFileSync(join(ROOT, 'data/samples/threads-nl.jsonl'), 'utf8');
  writeFileSync(join(directory, 'community.jsonl'), samples.split('\n').slice(0, ROWS).join('\n'));
  const port = await freePort();
  const starting = startProduct({ directory, port, settings: { ...SOURCES, OPERATIONS_TOKEN } });
  while (firstStart.at(-1)?.readyz !== 200) {
    const url = `http://127.0.0.1:${port}`;
    const answers = await Promise.all([fetch(`${url}/healthz`), fetch(`${url}/readyz`)]).catch(() => null);
    if (answers) firstStart.push({ healthz: answers[0].status, readyz: answers[1].status });
    await pause(20);
  }
  product = await starting;
});
afterAll(async () => {
  await product.stop();
  rmSync(directory, { recursive: true, force: true });
});

/** Starts it again on the same folder; its customers find it at its new address. */
async function startAgain(...customers: ProductCustomer[]): Promise<void> {
  product = await startProduct({ directory, settings: { ...SOURCES, COLLECT_MESSAGES_MS: '2000' } });
  for (const customer of customers) customer.url = product.url;
}

/** How often a customer got the answer, once all that was under way for them has ended. */
async function answersTo(customer: ProductCustomer): Promise<number> {
  const isAnswered = await customer.until((said) => answeredFrom(said) === ITEM).catch(() => false);
  if (!isAnswered) return 0;
  // Turns of one conversation run one after the other: what comes for these words comes after everything else.
  await customer.say('Dank u wel!');
  await customer.until((said) => /^(Graag gedaan|Geen dank)/.test(said.text ?? ''));
  return (await customer.heard()).filter((said) => answeredFrom(said) === ITEM).length;
}

describe('a start', () => {
  it('is alive at once and ready when questions are answered', () => {
    expect(firstStart[0]).toEqual({ healthz: 200, readyz: 503 });
    expect(firstStart.at(-1)).toEqual({ healthz: 200, readyz: 200 });
  });

  it('shows operators that it is ready, the release that is live and when its sources were read', async () => {
    const headers = { authorization: `Bearer ${OPERATIONS_TOKEN}` };
    const figures = await (await fetch(`${product.url}/metrics`, { headers })).text();
    for (const part of ['embedder', 'store', 'release', 'doors']) {
      expect(figures).toContain(`supportbot_ready{part="${part}"} 1\n`);
    }
    expect(figures).toMatch(/^supportbot_release_live_since_seconds \d{10}/m);
    expect(figures).toMatch(/^supportbot_source_read_seconds\{source="samples"\} \d{10}/m);
    expect(figures).toMatch(/^supportbot_embedder_seconds_count [1-9]/m);
  });

  it('says in one line that its port is taken', async () => {
    const settings = { PORT: String(product.port), RUNTIME_DIR: temporaryFolder() };
    const end = await runProgram('bot/main.js', [], { directory, settings });
    expect(end.complaints).toMatch(/^PORT_UNUSABLE: Port \d+ cannot be listened on .+\n$/);
    expect(end.complaints).toContain(String(product.port));
    expect(end.exitCode).toBe(1);
    const customer = await openCustomer(product.url);
    await customer.say(QUESTION);
    await customer.until((said) => answeredFrom(said) === ITEM);
  });

  const WRONG = {
    PORT: 'three',
    LOG_LEVEL: 'loud',
    COLLECT_MESSAGES_MS: '-5',
    WEBCHAT_SECRET: 'too-short',
    INGEST_KEEP_RELEASES: '1.5',
  };

  it.each([
    ['bot/main.js', ['PORT', 'LOG_LEVEL', 'COLLECT_MESSAGES_MS', 'WEBCHAT_SECRET', 'INGEST_KEEP_RELEASES']],
    ['ingest/main.js', ['LOG_LEVEL', 'INGEST_KEEP_RELEASES']],
    ['index/main.js', ['LOG_LEVEL']],
  ])('names every wrong setting at once: %s', async (main, names) => {
    const end = await runProgram(main, [], { directory, settings: { ...WRONG, RUNTIME_DIR: directory } });
    expect(end.complaints).toMatch(/^SETTINGS_INVALID: The settings cannot be used:\n/);
    for (const name of names) expect(end.complaints).toContain(`\n- ${name} is `);
    expect(end.complaints).not.toContain(WRONG.WEBCHAT_SECRET);
    expect(end.complaints).not.toMatch(/^ +at /m);
    expect(end.output).toBe('');
    expect(end.exitCode).toBe(1);
  });
});

// Each test begins with a product that runs on `directory` and leaves one.
describe('a stop', () => {
  it('ends with 0 and leaves nothing that listens', async () => {
    expect(await product.stop()).toBe(0);
    await expect(fetch(`${product.url}/healthz`)).rejects.toThrow();
    expect(product.output()).not.toContain('"level":50');
    await startAgain();
  });

  it('loses no turn that is under way', async () => {
    const customer = await openCustomer(product.url);
    await customer.say(UNFINISHED);
    expect(await product.stop()).toBe(0);
    await startAgain(customer);
    expect(await answersTo(customer)).toBe(1);
  });
});

describe('a crash', () => {
  it('loses no message that was taken, and answers once', async () => {
    const customers = await Promise.all(Array.from({ length: 6 }, () => openCustomer(product.url)));
    await Promise.all(customers.map((customer) => customer.until((said) => said.from.role === 'bot')));
    const taken: ProductCustomer[] = [];
    let crash: Promise<void> | undefined;
    const posts = customers.map(async (customer, number) => {
      await customer.say(number % 2 === 0 ? QUESTION : UNFINISHED);
      taken.push(customer);
      // Others are on their way at this moment, at whatever point.
      if (taken.length === 3) crash = product.kill();
    });
    await Promise.allSettled(posts);
    await crash;

    await startAgain(...customers);
    expect(taken.length).toBeGreaterThanOrEqual(3);
    const answers = await Promise.all(taken.map(answersTo));
    expect(answers).toEqual(taken.map(() => 1));
  });

  it('keeps places in the queue and what agents have claimed', async () => {
    const agent = createDeskClient(product.url);
    const waiting: ProductCustomer[] = [];
    for (const place of [1, 2, 3]) {
      const customer = await openCustomer(product.url);
      await customer.say(PERSON);
      await customer.until((said) => placeToldIn(said) === place);
      waiting.push(customer);
    }
    const [first, second] = waiting;
    if (!first || !second) throw new Error('three customers wait');
    await acceptFirstInvitation(agent, product);
    const before = await entriesOf(agent);
    expect(before.map((entry) => entry.state)).toEqual(['waiting', 'waiting', 'waiting']);
    const claimed = before[0]?.conversationId ?? '';
    expect((await agent.post(`/conversation/${claimed}/claim`)).status).toBe(200);
    const claimedBefore = await entriesOf(agent);
    await first.until((said) => said.text?.startsWith('Sanne') === true);

    await product.kill();
    await startAgain(...waiting);
    const sameAgent = createDeskClient(product.url);
    sameAgent.cookie = agent.cookie;
    const after = await entriesOf(sameAgent);
    // Who works by requests alone, without the page, is away as of the last of them.
    const isKept = (entry: DeskEntry) => ({ ...entry, awayFrom: null });
    expect(after.map(isKept)).toEqual(claimedBefore.map(isKept));
    expect(after.find((entry) => entry.conversationId === claimed)).toMatchObject({
      state: 'with-agent',
      holder: { kind: 'agent', name: 'Sanne' },
    });

    const fourth = await openCustomer(product.url);
    await fourth.say(PERSON);
    await fourth.until((said) => placeToldIn(said) === 3);

    // The bot stays silent where an agent has the conversation, and the agent's words arrive.
    await first.say(QUESTION);
    const reply = { text: 'Ik kijk het voor u na', key: 'reply-after-crash' };
    expect((await sameAgent.post(`/conversation/${claimed}/reply`, reply)).status).toBe(200);
    await first.until((said) => said.text?.includes(reply.text) === true);
    const heard = await first.heard();
    expect(heard.filter((said) => said.text === QUESTION)).toHaveLength(1);
    expect(heard.some((said) => answeredFrom(said) !== null)).toBe(false);
  });

  it.each([
    ['before it was stored', 0, killBeforeStored],
    ['after it was stored', 1, killAfterStored],
  ])('says a reply once that comes again, when it came %s', async (_, stored, kill) => {
    const agent = await signedIn();
    const customer = await openCustomer(product.url);
    await customer.say(PERSON);
    await customer.until((said) => placeToldIn(said) !== null);
    // The newest of those that wait.
    const waiting = (await entriesOf(agent)).filter(({ state }) => state === 'waiting');
    const id = waiting.at(-1)?.conversationId ?? '';
    expect((await agent.post(`/conversation/${id}/claim`)).status).toBe(200);
    const reply = { text: `Een antwoord ${stored}`, key: `reply-before-crash-${stored}` };

    await kill(agent, `/conversation/${id}/reply`, reply);
    expect(storedUnder(reply.key)).toBe(stored);
    await startAgain(customer);
    const again = createDeskClient(product.url);
    again.cookie = agent.cookie;
    const answers = await Promise.all([1, 2].map(() => again.post(`/conversation/${id}/reply`, reply)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    // The end of the conversation comes after everything that was said in it.
    expect((await again.post(`/conversation/${id}/close`)).status).toBe(200);
    expect((await again.post(`/conversation/${id}/reply`, reply)).status).toBe(200);
    await customer.until((said) => said.channelData?.message?.status?.handoff === 'solved');
    const heard = await customer.heard();
    expect(heard.filter((said) => said.text?.includes(reply.text))).toHaveLength(1);
  });
});

type Reply = { readonly text: string; readonly key: string };

async function killAfterStored(agent: DeskClient, path: string, reply: Reply): Promise<void> {
  expect((await agent.post(path, reply)).status).toBe(200);
  await product.kill();
}

/** Ends the product while it has the whole request and cannot write what it says. */
async function killBeforeStored(agent: DeskClient, path: string, reply: Reply): Promise<void> {
  const database = openDatabase(join(directory, 'conversations.sqlite'));
  database.exec('begin immediate');
  try {
    await takenInWhole(agent.cookie, path, reply);
    await product.kill();
  } finally {
    database.exec('rollback');
    database.close();
  }
}

/** Posts a reply; resolves when the product has read the head of the request and all of it is on its way there. */
function takenInWhole(cookie: string, path: string, reply: Reply): Promise<void> {
  return new Promise((resolve, reject) => {
    const post = request(`${product.url}/desk/api${path}`, {
      method: 'POST',
      headers: {
        ...{ 'Content-Type': 'application/json', 'X-Desk': '1', Cookie: cookie },
        Expect: '100-continue',
      },
    });
    post.on('continue', () => post.end(JSON.stringify(reply), resolve));
    post.on('response', ({ statusCode }) => reject(new Error(`it was answered: ${statusCode}`)));
    // The crash cuts it off.
    post.on('error', () => {});
    post.flushHeaders();
  });
}

function storedUnder(key: string): unknown {
  const database = openDatabase(join(directory, 'conversations.sqlite'));
  const count = database.prepare('select count(*) from messages where replyKey = ?').pluck().get(key);
  database.close();
  return count;
}

/** The agent of the tests, signed in. */
async function signedIn(): Promise<DeskClient> {
  const agent = createDeskClient(product.url);
  const { status } = await agent.signIn(ACCOUNT.email, ACCOUNT.password);
  if (status !== 200) await acceptFirstInvitation(agent, product);
  return agent;
}

async function acceptFirstInvitation(agent: DeskClient, { firstInvitation }: RunningProduct): Promise<void> {
  const token = firstInvitation?.split('#')[1];
  const { status } = await agent.post('/invitation/accept', {
    token,
    name: 'Sanne',
    ...ACCOUNT,
  });
  expect(status).toBe(200);
}

async function entriesOf(agent: DeskClient) {
  const { status, body } = await agent.get('/entries');
  expect(status).toBe(200);
  return body?.entries ?? [];
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
