import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomFrom } from '../../index/platform/random.js';
import { startFakeConnector } from '../support/fake-connector.js';
import { startFakeGraph } from '../support/fake-graph.js';
import { DOORS, type DoorName, type OpenCustomer } from './channels/channel-customer.js';
import type { ChannelsResult, DoorFigures, RoundResult } from './channels/format-channels.js';
import { keptMessages } from './channels/kept-messages.js';
import { messengerDoor } from './channels/messenger-door.js';
import { runRound, type Visit } from './channels/run-round.js';
import { addTallies, type KeptMessage, tally } from './channels/tally.js';
import { teamsDoor } from './channels/teams-door.js';
import { webchatDoor } from './channels/webchat-door.js';
import { type Memory, memoryOf, quantile, round } from './machine.js';
import { createQuestions } from './questions.js';
import { type RunningServer, startServer } from './running-server.js';
import type { LoopReport } from './watch-loop.js';

/** Customers by door, and how fast their questions come in each round. */
const CUSTOMERS: Readonly<Record<DoorName, number>> = { webchat: 80, messenger: 60, teams: 60 };
const ROUNDS_PER_SECOND = [10, 20];
const QUESTIONS_EACH = 3;
const WARM_UP = { customers: 30, perSecond: 15 };
const SEED = 5;

const APP_SECRET = 'an-app-secret-only-for-measuring';
const PAGE_ID = '104400000000000';

/**
 * How long customers of web chat, Messenger and Teams wait for an answer while they all ask together, and whether every
 * message arrives once. Customers, the Graph API and the Bot Connector are of this process and answer at once; Meta's
 * echoes come back to the webhook. A time ends when the first message to a question goes out to its channel. Questions are
 * those of the sample community's evaluation, each in a spelling of its own; the pause that collects short messages is
 * off. What arrived is held against the server's store after it has stopped.
 * @param rates questions a second of each round, such as "10,20"; these where empty
 */
export async function measureChannels(rates: string): Promise<ChannelsResult> {
  const perSeconds = rates === '' ? ROUNDS_PER_SECOND : rates.split(',').map(Number);
  const folder = mkdtempSync(join(tmpdir(), 'bench-channels-'));
  const graph = await startFakeGraph({ appSecret: APP_SECRET, pageId: PAGE_ID });
  const connector = await startFakeConnector();
  try {
    const server = await startServer({
      RUNTIME_DIR: folder,
      COLLECT_MESSAGES_MS: '0',
      AZURE_LOCAL: 'true',
      WEBCHAT_TOKENS_PER_MINUTE: '1000000',
      MESSENGER_APP_SECRET: APP_SECRET,
      MESSENGER_VERIFY_TOKEN: 'a-verify-token-only-for-measuring',
      MESSENGER_PAGE_ACCESS_TOKEN: 'a-page-token-only-for-measuring',
      MESSENGER_GRAPH_URL: graph.url,
    });
    const webhook = `${server.url}/messenger/webhook`;
    graph.echoTo(webhook);
    const doors = {
      webchat: webchatDoor(server.url),
      messenger: messengerDoor(graph, webhook, PAGE_ID),
      teams: teamsDoor(connector, `${server.url}/api/messages`),
    };
    const measured = await letThemAsk(server, doors, perSeconds).finally(async () => {
      await graph.idle();
      await server.stop();
    });
    const kept = keptMessages(join(folder, 'conversations.sqlite'));
    const rounds = measured.map((one) => figuresOfRound(one, kept));
    return { seed: SEED, questionsEach: QUESTIONS_EACH, customers: CUSTOMERS, rounds };
  } finally {
    await graph.stop();
    await connector.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Measured {
  readonly perSecond: number;
  readonly visits: readonly Visit[];
  readonly seconds: number;
  readonly serverLoop: LoopReport;
  readonly memory: Memory;
}

async function letThemAsk(
  server: RunningServer,
  doors: Readonly<Record<DoorName, OpenCustomer>>,
  perSeconds: readonly number[],
): Promise<Measured[]> {
  const parts = { doors, questions: createQuestions(), random: randomFrom(SEED) };
  const crowd = DOORS.flatMap((door) => new Array<DoorName>(CUSTOMERS[door]).fill(door));
  const some = crowd.filter((_, index) => index % Math.round(crowd.length / WARM_UP.customers) === 0);
  const { perSecond: warmly } = WARM_UP;
  const warmUp = { name: 'warm', customers: some, questionsEach: QUESTIONS_EACH, perSecond: warmly };
  await runRound(warmUp, { ...parts, whenIn: () => {} });

  const measured: Measured[] = [];
  for (const [number, perSecond] of perSeconds.entries()) {
    let endWatching = server.watchLoop();
    let startedAt = performance.now();
    const whenIn = () => {
      endWatching = server.watchLoop();
      startedAt = performance.now();
    };
    const plan = { name: `round${number + 1}`, customers: crowd, questionsEach: QUESTIONS_EACH, perSecond };
    const visits = await runRound(plan, { ...parts, whenIn });
    const seconds = (performance.now() - startedAt) / 1_000;
    const serverLoop = await endWatching();
    measured.push({ perSecond, visits, seconds, serverLoop, memory: memoryOf(server.process.pid) });
  }
  return measured;
}

function figuresOfRound(
  { perSecond, visits, seconds, serverLoop, memory }: Measured,
  kept: ReadonlyMap<string, readonly KeptMessage[]>,
): RoundResult {
  const tallies = visits.map(({ customer, exchanges }) => {
    const seen = { questions: exchanges, received: customer.received() };
    const areEventsShown = customer.door === 'webchat';
    return tally({ ...seen, areEventsShown }, kept.get(customer.conversationId) ?? []);
  });
  return {
    wantedPerSecond: perSecond,
    perSecond: round(visits.flatMap(({ exchanges }) => exchanges).length / seconds),
    seconds: round(seconds),
    ...addTallies(tallies),
    doors: {
      webchat: figuresOf(visits, ['webchat']),
      messenger: figuresOf(visits, ['messenger']),
      teams: figuresOf(visits, ['teams']),
      all: figuresOf(visits, DOORS),
    },
    serverLoop,
    cores: round(serverLoop.allThreadsSeconds / seconds),
    ...memory,
  };
}

function figuresOf(visits: readonly Visit[], doors: readonly DoorName[]): DoorFigures {
  const exchanges = visits
    .filter(({ customer }) => doors.includes(customer.door))
    .flatMap((visit) => visit.exchanges);
  const answered = exchanges
    .map(({ answeredAfterMs }) => answeredAfterMs)
    .filter((afterMs) => afterMs !== null);
  const taken = exchanges.map(({ takenAfterMs }) => takenAfterMs);
  return {
    questions: exchanges.length,
    p50Ms: round(quantile(answered, 0.5)),
    p95Ms: round(quantile(answered, 0.95)),
    p99Ms: round(quantile(answered, 0.99)),
    maxMs: round(Math.max(...answered)),
    takenP50Ms: round(quantile(taken, 0.5)),
    takenP95Ms: round(quantile(taken, 0.95)),
    takenMaxMs: round(Math.max(...taken)),
  };
}
