import { delay } from '../../index/platform/clock.js';
import { randomFrom } from '../../index/platform/random.js';
import { openBrowser, type TestBrowser } from '../e2e/browser.js';
import type { DeskClient } from '../support/desk-client.js';
import { type AgentStream, openAgentStream } from './desk/agent-stream.js';
import { openWaitingCustomer, signInAgents, type WaitingCustomer } from './desk/desk-people.js';
import { memoryOf, quantile, round } from './machine.js';
import { startServer } from './running-server.js';
import type { LoopReport } from './watch-loop.js';

const AGENTS = 50;
const CONVERSATIONS = 1_000;
const PER_SECOND = 10;
const SECONDS = 30;
/** Every so many messages one comes from the customer whose conversation the page shows. */
const SHOWN_EACH = 5;
const SEED = 11;

interface Times {
  readonly count: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly maxMs: number;
}

export interface DeskResult {
  readonly seed: number;
  readonly agents: number;
  readonly conversations: number;
  readonly messagesPerSecond: number;
  /** From posting a customer's message to the moment an agent's stream has told of it, over all streams. */
  readonly toStreams: Times;
  /** From posting it to its words standing in the page of the agent who has the conversation. */
  readonly toPage: Times;
  /** Of a processor, that the page's own thread took while they wrote. */
  readonly pageBusyShare: number;
  /** That each stream brought, for each message. */
  readonly bytesPerAgentAndMessage: number;
  /** Resident memory of the server; null but on Linux. */
  readonly memoryMb: number | null;
  readonly serverLoop: LoopReport;
}

/**
 * How soon agents see what customers write: 50 agents at the desk, one of them with a real page, 1,000 customers who wait,
 * ten messages a second from customers drawn at random, every fifth from the one whose conversation the page shows. The
 * server is a process of its own; people and page are of this one.
 */
export async function measureDesk(): Promise<DeskResult> {
  const server = await startServer({
    COLLECT_MESSAGES_MS: '0',
    WEBCHAT_TOKENS_PER_MINUTE: '1000000',
    DESK_SIGN_INS_PER_MINUTE: '10000',
  });
  const browser = await openBrowser();
  const streams: AgentStream[] = [];
  try {
    const [agent, ...others] = await signInAgents(server.url, server.output(), AGENTS);
    if (!agent) throw new Error('there is no agent');
    const heard: Heard = new Map();
    for (const [index, { cookie }] of others.entries()) {
      const hear = (id: string) => heard.get(id)?.(index, performance.now());
      streams.push(await openAgentStream(server.url, cookie, hear));
    }
    const customers = await openCustomers(server.url, agent);
    const [shown] = customers as [Listed];
    await agent.post(`/conversation/${shown.id}/claim`);
    const page = await openDeskPage(browser, server.url, agent.cookie, shown.id);

    for (const stream of streams) stream.takeBytes();
    const endWatching = server.watchLoop();
    const endTiming = await page.timeWork();
    const sent = await letThemWrite(customers, shown, heard);
    const pageBusyShare = round(await endTiming());
    const serverLoop = await endWatching();
    const inPage = await page.shownAt();
    const bytes = streams.reduce((sum, stream) => sum + stream.takeBytes(), 0);
    return {
      seed: SEED,
      agents: AGENTS,
      conversations: Math.min(...streams.map((stream) => stream.rows())),
      messagesPerSecond: PER_SECOND,
      toStreams: timesOf(sent.flatMap(({ toStreams }) => toStreams)),
      toPage: timesOf(
        sent.filter(({ isShown }) => isShown).map(({ text, at }) => (inPage[text] ?? Number.NaN) - at),
      ),
      pageBusyShare,
      bytesPerAgentAndMessage: Math.round(bytes / streams.length / sent.length),
      memoryMb: memoryOf(server.process.pid).memoryMb,
      serverLoop,
    };
  } finally {
    for (const stream of streams) stream.close();
    await browser.close();
    await server.stop();
  }
}

/** By conversation: told of the stream that named it, and when. */
type Heard = Map<string, (stream: number, at: number) => void>;

interface Listed extends WaitingCustomer {
  /** Of the conversation, as the desk knows it. */
  readonly id: string;
}

/** Opens all, waits until all are in the queue, and finds out which row is whose. */
async function openCustomers(url: string, agent: DeskClient): Promise<Listed[]> {
  const opened = new Map<string, WaitingCustomer>();
  while (opened.size < CONVERSATIONS) {
    const names = Array.from({ length: 10 }, (_, index) => `Klant ${opened.size + index}.`);
    const some = await Promise.all(names.map((name) => openWaitingCustomer(url, name)));
    for (const [index, name] of names.entries()) opened.set(name, some[index] as WaitingCustomer);
  }
  let ids: string[] = [];
  while (ids.length < CONVERSATIONS) {
    await delay(500);
    ids = ((await agent.get('/entries')).body?.entries ?? []).map(({ conversationId }) => conversationId);
  }
  const listed: Listed[] = [];
  for (const id of ids) {
    const { body } = await agent.get(`/conversation/${id}`);
    const said = (body?.conversation?.messages ?? []).map(({ text }) => text).join(' ');
    const customer = opened.get(/Klant \d+\./.exec(said)?.[0] ?? '');
    if (customer) listed.push({ id, say: customer.say });
  }
  return listed;
}

interface Sent {
  readonly text: string;
  readonly isShown: boolean;
  /** On the clock of `performance`. */
  readonly at: number;
  /** Milliseconds until each stream had told of it. */
  readonly toStreams: readonly number[];
}

async function letThemWrite(customers: readonly Listed[], shown: Listed, heard: Heard): Promise<Sent[]> {
  const random = randomFrom(SEED);
  const waits = customers.filter((customer) => customer !== shown);
  const sent: Sent[] = [];
  const posts: Promise<void>[] = [];
  for (let number = 0; number < PER_SECOND * SECONDS; number += 1) {
    const isShown = number % SHOWN_EACH === 0;
    const customer = isShown ? shown : (waits[Math.floor(random() * waits.length)] as Listed);
    const [text, at, toStreams]: [string, number, number[]] = [`meting-${number}`, performance.now(), []];
    heard.set(customer.id, (stream, heardAt) => {
      toStreams[stream] ??= heardAt - at;
    });
    sent.push({ text, isShown, at, toStreams });
    posts.push(customer.say(text));
    await delay(1_000 / PER_SECOND);
  }
  await Promise.all(posts);
  await delay(2_000);
  return sent;
}

/** Runs in the page: keeps when each line of the measurement came to stand in it, in milliseconds since 1970. */
const WATCH_LINES = `
  window.times = {};
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes)
        for (const [text] of (node.textContent ?? '').matchAll(/meting-\\d+/g))
          window.times[text] ??= performance.timeOrigin + performance.now();
  }).observe(document.body, { childList: true, subtree: true });
`;

/** The desk's page with a conversation open; says when each line of a measurement came to stand in it. */
async function openDeskPage(browser: TestBrowser, url: string, cookie: string, id: string) {
  const page = await browser.newPage();
  const [name = '', value = ''] = cookie.split('=');
  await page.context().addCookies([{ name, value, url: `${url}/desk`, httpOnly: true, sameSite: 'Strict' }]);
  await page.goto(`${url}/desk#/conversation/${id}`);
  await page.getByText('Klant').first().waitFor();
  await page.evaluate(WATCH_LINES);
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const taskSeconds = async () => {
    const { metrics } = await devTools.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  };
  return {
    /** Begins to time the work of the page's thread; what is returned ends it and gives the share of a processor. */
    async timeWork(): Promise<() => Promise<number>> {
      const [from, before] = [performance.now(), await taskSeconds()];
      return async () => (1_000 * ((await taskSeconds()) - before)) / (performance.now() - from);
    },
    /** By text, on the clock of this process. */
    async shownAt(): Promise<Record<string, number>> {
      const times = await page.evaluate<Record<string, number>>('window.times');
      return Object.fromEntries(
        Object.entries(times).map(([text, at]) => [text, at - performance.timeOrigin]),
      );
    },
  };
}

function timesOf(times: readonly number[]): Times {
  return {
    count: times.length,
    p50Ms: round(quantile(times, 0.5)),
    p95Ms: round(quantile(times, 0.95)),
    maxMs: round(Math.max(...times)),
  };
}

/** The measurement in a few lines of plain text. */
export function formatDesk(result: DeskResult): string {
  const { toStreams, toPage } = result;
  return [
    `Desk: ${result.agents} agents, ${result.conversations} conversations, ${result.messagesPerSecond} messages a second`,
    `  to a stream  p50 ${toStreams.p50Ms} ms, p95 ${toStreams.p95Ms} ms, at most ${toStreams.maxMs} ms (${toStreams.count})`,
    `  to the page  p50 ${toPage.p50Ms} ms, p95 ${toPage.p95Ms} ms, at most ${toPage.maxMs} ms (${toPage.count}), its thread busy ${result.pageBusyShare}`,
    `  ${result.bytesPerAgentAndMessage} bytes an agent and message, ${result.memoryMb} MB, loop p99 ${result.serverLoop.p99Ms} ms`,
  ].join('\n');
}
