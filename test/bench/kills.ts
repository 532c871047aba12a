import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Random, randomFrom } from '../../index/platform/random.js';
import { startFakeConnector } from '../support/fake-connector.js';
import { startFakeGraph } from '../support/fake-graph.js';
import { type ActCounts, openKillAgents, work } from './kills/kill-agents.js';
import type { Confirmed } from './kills/kill-contracts.js';
import { type KillLedger, openKillLedger } from './kills/kill-count.js';
import { type Edges, echoAll, openKillCustomers, talk } from './kills/kill-customers.js';
import { createKilledServer, type KilledServer } from './kills/kill-server-life.js';
import { quantile, round } from './machine.js';

export interface KillsResult {
  readonly seed: number;
  readonly kills: number;
  /** Of them, those that came before the server listened. */
  readonly duringStart: number;
  readonly seconds: number;
  readonly startP50Ms: number;
  /** Messages of customers and replies of agents whose taking was confirmed. */
  readonly confirmed: { readonly customers: number; readonly agents: number };
  readonly acts: ActCounts;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Neither dealt with nor sent two minutes after the last start. */
  readonly leftOpen: number;
  readonly failed: number;
  /** Messages that a channel shows twice, because the crash came between its taking one and our writing that down. */
  readonly shownTwice: { readonly facebook: number; readonly msteams: number };
  readonly errors: readonly string[];
}

const KILLS = 50;
const APP_SECRET = 'an-app-secret-only-for-measuring';
const PAGE = '104400000000000';
/** A server lives until so many more things were confirmed, or so long, and then a moment that ends anywhere. */
const MOST_CONFIRMED = 12;
const LONGEST_LIFE_MS = 5_000;
const LONGEST_MOMENT_MS = 40;
/** One kill of so many comes while the server starts. */
const DURING_START = 0.2;
const PATIENCE_MS = 120_000;

/**
 * Ends a server by SIGKILL at random moments while a customer on the website, one in Messenger and one in Teams talk without a
 * pause and two agents take, answer, pass on, give back and close; everybody repeats what was not confirmed, as clients, Meta and
 * Azure do. Behind each start the store is held against what was confirmed, at the end what each customer was shown.
 * @param argument how many kills, and the seed behind an @; both may be left out
 */
export async function measureKills(argument: string): Promise<KillsResult> {
  const [count = '', seedWord = ''] = argument.split('@');
  const kills = Number(count) || KILLS;
  const seed = seedWord === '' ? Date.now() % 2 ** 31 : Number(seedWord);
  const random = randomFrom(seed);
  const folder = mkdtempSync(join(tmpdir(), 'kills-'));
  const graph = await startFakeGraph({ appSecret: APP_SECRET, pageId: PAGE });
  const connector = await startFakeConnector();
  let port = 0;
  const server = createKilledServer(() => ({
    ...{ folder, port, graphUrl: graph.url, appSecret: APP_SECRET, pageId: PAGE },
  }));
  const beganAt = performance.now();
  try {
    const first = await server.start();
    if (first?.invitation == null) throw new Error('The server did not begin with an invitation.');
    port = first.port;
    const edges: Edges = { url: `http://127.0.0.1:${port}`, graph, connector, pageId: PAGE };
    const lives = await beginLives(edges, first.invitation, seed);
    const ledger = openKillLedger(folder, edges);
    const killed = await killAgainAndAgain({ server, random, kills, ledger, confirmed: lives.confirmed });
    await lives.end();
    const { lost, doubled, ...outcome } = await settle(ledger, lives.confirmed);
    const { confirmed, acts } = lives;
    return {
      seed,
      kills,
      duringStart: killed.duringStart,
      seconds: Math.round((performance.now() - beganAt) / 1_000),
      startP50Ms: round(quantile(killed.startsMs, 0.5)),
      confirmed: {
        customers: confirmed.filter(({ by }) => by === 'customer').length,
        agents: confirmed.filter(({ by }) => by === 'agent').length,
      },
      acts,
      lost: [...new Set([...killed.lost, ...lost])],
      doubled: [...new Set([...killed.doubled, ...doubled])],
      ...outcome,
      errors: [...new Set(server.errors)].slice(0, 20),
    };
  } finally {
    await server.close();
    await graph.stop();
    await connector.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Everybody who talks, until they are told to end. */
async function beginLives(edges: Edges, invitation: string, seed: number) {
  const confirmed: Confirmed[] = [];
  const acts: ActCounts = { claim: 0, reply: 0, transfer: 0, close: 0, 'give-back': 0 };
  let isOver = false;
  let isSilent = false;
  const customers = await openKillCustomers(edges);
  const [sanne, bram] = await openKillAgents(edges.url, invitation);
  if (!sanne || !bram) throw new Error('There are no two agents.');
  const notes = { confirmed, acts };
  const over = () => isOver;
  const talking = [
    ...customers.map((customer, place) => talk(customer, randomFrom(seed + 10 + place), over, confirmed)),
    work(sanne, bram, randomFrom(seed + 20), over, notes),
    work(bram, sanne, randomFrom(seed + 21), over, notes),
  ];
  const echoes = echoAll(edges, () => isSilent);
  return {
    confirmed,
    acts,
    async end() {
      isOver = true;
      await Promise.all(talking);
      await pause(ECHOES_MS);
      isSilent = true;
      await echoes;
    },
  };
}

const ECHOES_MS = 3_000;
const ON_ITS_WAY_MS = 50;

/** Kills and starts; the last start is left to live. */
async function killAgainAndAgain(parts: {
  readonly server: KilledServer;
  readonly random: Random;
  readonly kills: number;
  readonly ledger: KillLedger;
  readonly confirmed: readonly Confirmed[];
}) {
  const { server, random, kills, ledger, confirmed } = parts;
  const startsMs: number[] = [];
  const lost: string[] = [];
  const doubled: string[] = [];
  let duringStart = 0;
  let checked = 0;
  await live(random, confirmed);
  for (let kill = 1; kill <= kills; kill += 1) {
    await server.kill();
    // What was on its way to a channel is there by then, and the next start has sent nothing yet.
    await pause(ON_ITS_WAY_MS);
    ledger.killed();
    const starting = server.start();
    if (kill < kills && random() < DURING_START) {
      await pause(random() * (startsMs[0] ?? LONGEST_MOMENT_MS));
      duringStart += 1;
      continue;
    }
    const started = await starting;
    if (started === null)
      throw new Error(`The server did not start after kill ${kill}: ${server.errors.at(-1)}`);
    startsMs.push(started.afterMs);
    const news = confirmed.slice(checked);
    checked += news.length;
    const misses = ledger.stored(news);
    lost.push(...misses.lost);
    doubled.push(...misses.doubled);
    await live(random, confirmed);
    if (kill % 20 === 0) console.log(`${kill} kills, ${confirmed.length} confirmed, ${lost.length} lost`);
  }
  return { startsMs, lost, doubled, duringStart };
}

async function live(random: Random, confirmed: readonly Confirmed[]): Promise<void> {
  const enough = confirmed.length + Math.floor(random() * MOST_CONFIRMED);
  const until = performance.now() + LONGEST_LIFE_MS;
  while (confirmed.length < enough && performance.now() < until) await pause(1);
  await pause(random() * LONGEST_MOMENT_MS);
}

async function settle(ledger: KillLedger, confirmed: readonly Confirmed[]) {
  const until = performance.now() + PATIENCE_MS;
  while (ledger.open() > 0 && performance.now() < until) await pause(200);
  const stored = ledger.stored(confirmed);
  const shown = ledger.shown(confirmed);
  const { facebook, msteams } = ledger.strangers();
  const outcome = {
    lost: [...stored.lost, ...shown.lost],
    doubled: [...stored.doubled, ...shown.doubled, ...ledger.unexplained()],
    leftOpen: ledger.open(),
    failed: ledger.failed(),
    shownTwice: { facebook: facebook.length, msteams: msteams.length },
  };
  ledger.close();
  return outcome;
}

/** The measurement in a few lines of plain text. */
export function formatKills(result: KillsResult): string {
  const { seed, kills, duringStart, seconds, startP50Ms, confirmed, acts } = result;
  const { lost, doubled, leftOpen, failed, shownTwice, errors } = result;
  const goal = (isMet: boolean) => (isMet ? 'held ' : 'WRONG');
  return [
    `${kills} kills of seed ${seed} in ${seconds} s, ${duringStart} of them while it started; a start takes ${startP50Ms} ms`,
    `  confirmed: ${confirmed.customers} messages of customers, ${confirmed.agents} replies of agents; ` +
      Object.entries(acts)
        .map(([act, times]) => `${act} ${times}`)
        .join(', '),
    `  ${goal(lost.length === 0)} ${lost.length} lost${listed(lost)}`,
    `  ${goal(doubled.length === 0)} ${doubled.length} doubled${listed(doubled)}`,
    `  ${goal(leftOpen === 0)} ${leftOpen} left open, ${failed} failed`,
    `  shown twice by a channel that was cut off: Messenger ${shownTwice.facebook}, Teams ${shownTwice.msteams}`,
    `  ${errors.length} kinds of errors logged`,
  ].join('\n');
}

function listed(words: readonly string[]): string {
  return words.length === 0 ? '' : `: ${words.slice(0, 10).join('; ')}`;
}
