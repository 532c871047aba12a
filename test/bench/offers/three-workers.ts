import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDeskAssignment } from '../../../bot/assignment/desk-assignment.js';
import type { BotParts } from '../../../bot/bot-parts.js';
import { createBotParts } from '../../../bot/bot-parts.js';
import type { DeskAgent } from '../../../bot/contracts/desk.js';
import { createDesk } from '../../../bot/desk/desk.js';
import { returnConversationsOf } from '../../../bot/handoff/return-to-queue.js';
import { botSettings } from '../../../bot/settings.js';
import type { Store } from '../../../bot/store/store.js';
import type { Hear } from '../../../index/contracts/hearing.js';
import { createVerdictStore } from '../../../index/learning/create-verdict-store.js';
import type { Database } from '../../../index/platform/database.js';
import { createLog } from '../../../index/platform/log.js';
import { parseSettings } from '../../../index/platform/settings.js';
import { FakeKnowledgeBase } from '../../unit/bot/support/fake-knowledge-base.js';
import { SetClock } from '../../unit/bot/support/set-clock.js';
import { addAgents } from './add-agents.js';
import { enter } from './enter.js';
import { connect, Died, type Draw, drawsOf, makeTables, openFast, Scheduler } from './scheduled-stores.js';

const WORKERS = 3;
const AGENTS = 4;
/** Units that an agent can have; a web chat takes 2, everything else 1. */
const CAPACITY = 3;
const TEAMS = {
  capacity: CAPACITY,
  weights: { directline: 2, '*': 1 },
  teams: [{ id: 'all', name: { nl: 'Allen', en: 'All' } }],
};
const CHANNELS = ['directline', 'facebook', 'msteams'] as const;
const CUSTOMERS = 14;

/** One program on the store. */
interface Worker {
  readonly store: Store;
  readonly parts: BotParts;
  readonly desk: ReturnType<typeof createDesk>;
  readonly assignment: ReturnType<typeof createDeskAssignment>;
}

export interface Told {
  readonly transactions: number;
  readonly deaths: number;
  readonly offers: number;
  readonly claims: number;
  readonly refusedFull: number;
  /** What was wrong, at which round; null where nothing was. */
  readonly wrong: string | null;
}

/**
 * Three workers on one store, each with a connection of its own: in every round each does something by itself, and at the
 * border of every transaction is drawn whose is next. After each transaction nobody may have more than they can have, nothing
 * may be offered twice, and nothing may be offered that does not wait.
 * @param folder empty, for the store
 */
export async function tellRounds(
  { rounds, seed, hear }: { readonly rounds: number; readonly seed: number; readonly hear: Hear },
  folder: string,
): Promise<Told> {
  const path = join(folder, 'conversations.sqlite');
  await makeTables(path);
  const eyes = openFast(path);
  const draw = drawsOf(seed);
  const agents = addAgents(eyes, AGENTS, 'administrator');
  const look = lookerOf(eyes);
  let wrong: string | null = null;
  let [round, claims, refusedFull] = [0, 0, 0];
  const scheduler = new Scheduler(draw, () => {
    wrong ??= look(round);
  });
  const clock = new SetClock();
  const workers: Worker[] = [];
  const teams = join(folder, 'desk-teams.json');
  writeFileSync(teams, JSON.stringify(TEAMS));
  for (let at = 0; at < WORKERS; at++)
    workers.push(await startWorker(connect(path, scheduler), { clock, hear, teams }));
  for (const { parts } of workers) for (const { id } of agents) await parts.presence.present(id);
  scheduler.deathsIn = 60;
  for (; round < rounds && wrong === null; round++) {
    await Promise.all(
      workers.map(async (worker) => {
        const outcome = await actOf(worker, agents, draw, clock, eyes)().catch(ignoreDeath);
        if (outcome === 'done') claims += 1;
        if (outcome === 'full') refusedFull += 1;
      }),
    );
    for (const { parts } of workers) await parts.background.idle();
    if (draw(3) === 0) clock.forward({ seconds: [1, 10, 31, 61, 91, 200][draw(6)] ?? 1 });
  }
  const offers = Number((eyes.prepare('select count(*) as n from offers').get() as { n: number }).n);
  for (const { store, parts } of workers) {
    await parts.outbox.idle();
    await store.destroy();
  }
  eyes.close();
  const { transactions, deaths } = scheduler;
  return { transactions, deaths, offers, claims, refusedFull, wrong };
}

/** What a worker does in a round, as drawn; resolves with what became of a claim. */
function actOf(
  { store, parts, desk, assignment }: Worker,
  agents: readonly DeskAgent[],
  draw: Draw,
  clock: SetClock,
  eyes: Database,
): () => Promise<string | null> {
  const agent = agents[draw(agents.length)] as DeskAgent;
  const idFrom = (query: string): string => {
    const rows = eyes.prepare(query).all(agent.id) as { id: string }[];
    return rows.length === 0 ? 'none' : (rows[draw(rows.length)]?.id ?? 'none');
  };
  const offered = () =>
    idFrom("select conversationId as id from offers where state = 'open' and agentId = ?");
  const waiting = () =>
    idFrom("select conversationId as id from handoffs where state = 'waiting' and ? is not null");
  const held = () =>
    idFrom("select conversationId as id from handoffs where state = 'with-agent' and agentId = ?");
  const taken = () =>
    eyes
      .prepare("select conversationId as id, agentId from handoffs where state = 'with-agent' limit 1")
      .get() as { id: string; agentId: string } | undefined;
  const nothing = async (work: Promise<unknown>) => work.then(() => null);
  const acts: readonly [number, () => Promise<string | null>][] = [
    [
      5,
      () => {
        const channelId = CHANNELS[draw(CHANNELS.length)] ?? 'msteams';
        const priority = (['normal', 'normal', 'high', 'urgent'] as const)[draw(4)] ?? 'normal';
        const customerId = `customer-${draw(CUSTOMERS)}`;
        return nothing(enter(store, { channelId, customerId, priority }, clock.now()));
      },
    ],
    [4, async () => (await desk.claim(offered(), agent)).kind],
    [3, async () => (await desk.claim(waiting(), agent)).kind],
    [1, () => nothing(assignment.decline(offered(), agent.id))],
    [3, () => nothing(desk.close(held(), agent))],
    [1, () => nothing(desk.giveBack(held(), agent))],
    [1, () => nothing(desk.reply(held(), agent, 'Ik kijk het na.', `key-${draw(1_000_000_000)}`))],
    [1, async () => (await desk.takeOver(taken()?.id ?? 'none', agent, taken()?.agentId ?? '')).kind],
    [4, () => nothing(parts.offering.run())],
    [3, () => nothing(parts.timers.runDue())],
    [1, () => nothing(assignment.setStatus(agent.id, draw(3) === 0 ? 'away' : 'available'))],
    [1, () => nothing(returnConversationsOf(parts, agent.id).then(() => parts.presence.present(agent.id)))],
  ];
  let left = draw(acts.reduce((sum, [weight]) => sum + weight, 0));
  const found = acts.find(([weight]) => {
    left -= weight;
    return left < 0;
  });
  return found ? found[1] : async () => null;
}

/** Looks at the store as it was committed: what is wrong with it, or null. */
function lookerOf(eyes: Database): (round: number) => string | null {
  // Who is in danger may always be taken by hand, so that they count for nobody's limit.
  const over = eyes.prepare(`select agentId, sum(units) as units from (
      select handoffs.agentId, case channelId when 'directline' then 2 else 1 end as units
        from handoffs join conversations on conversations.id = conversationId
        where state = 'with-agent' and handoffs.agentId is not null and priority < 2
      union all select offers.agentId, case channelId when 'directline' then 2 else 1 end
        from offers join conversations on conversations.id = offers.conversationId
        join handoffs on handoffs.id = offers.handoffId where offers.state = 'open' and priority < 2)
    group by agentId having sum(units) > ${CAPACITY}`);
  const twice = eyes.prepare(
    "select conversationId as id from offers where state = 'open' group by conversationId having count(*) > 1",
  );
  const idle =
    eyes.prepare(`select offers.conversationId as id from offers join handoffs on handoffs.id = handoffId
    where offers.state = 'open' and handoffs.state <> 'waiting'`);
  return (round) => {
    const found = [
      ...over.all().map((row) => `over capacity: ${JSON.stringify(row)}`),
      ...twice.all().map((row) => `offered twice: ${JSON.stringify(row)}`),
      ...idle.all().map((row) => `offered and not waiting: ${JSON.stringify(row)}`),
    ];
    return found.length === 0 ? null : `round ${round}: ${found.join('; ')}`;
  };
}

async function startWorker(
  store: Store,
  { clock, hear, teams }: { readonly clock: SetClock; readonly hear: Hear; readonly teams: string },
): Promise<Worker> {
  const verdicts = await createVerdictStore(store, null);
  const parts = createBotParts({
    store: {
      name: 'three workers',
      tables: store,
      verdicts,
      notWritableBecause: () => null,
      look: async () => {},
      purge: async () => {},
      scrubWords: async () => {},
      findInBytes: async () => new Set(),
      compact: async () => {},
      close: async () => {},
    },
    knowledgeBase: new FakeKnowledgeBase({}),
    hear,
    filesDirectory: '',
    settings: parseSettings(botSettings, { DESK_ASSIGNMENT: 'offer', DESK_TEAMS: teams }),
    clock,
    log: createLog('silent', () => {}),
    passwordThread: { derive: async () => new Uint8Array(), close: async () => {} },
  });
  return {
    store,
    parts,
    desk: createDesk({ ...parts, onGone: async () => {} }),
    assignment: createDeskAssignment(parts),
  };
}

function ignoreDeath(error: unknown): null {
  if (error instanceof Died) return null;
  throw error;
}
