import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeskAgent } from '../../../bot/contracts/desk.js';
import type { Hear } from '../../../index/contracts/hearing.js';
import { TestBot } from '../../unit/bot/support/test-bot.js';
import { quantile, round } from '../machine.js';
import { addAgents } from './add-agents.js';
import { enter } from './enter.js';

const AGENTS = 50;
const TEAMS = {
  capacity: 1,
  weights: { '*': 1 },
  teams: [{ id: 'all', name: { nl: 'Allen', en: 'All' } }],
};

export interface FreedPlaces {
  readonly agents: number;
  readonly waiting: number;
  /** Milliseconds from an agent's closing to the offer that took its place, one after the other. */
  readonly oneMs: { readonly p50: number; readonly p95: number; readonly most: number };
  /** Milliseconds from fifty closings at once to the last of fifty offers. */
  readonly allAtOnceMs: number;
}

/** Measures how soon a place that became free is offered, on the real store with the real desk. @param folder empty */
export async function measureFreedPlaces(hear: Hear, folder: string): Promise<FreedPlaces> {
  const file = join(folder, 'desk-teams.json');
  writeFileSync(file, JSON.stringify(TEAMS));
  const settings = { DESK_ASSIGNMENT: 'offer', DESK_TEAMS: file };
  const test = await TestBot.open({ path: join(folder, 'conversations.sqlite'), hear, settings });
  const { desk } = test.bot;
  const agents = addAgents(test.database, AGENTS, 'agent');
  for (const { id } of agents) await desk.present(id);
  const waiting = 3 * AGENTS;
  for (let at = 0; at < waiting + AGENTS; at++) {
    const asking = { channelId: 'test', customerId: `customer-${at}`, priority: 'normal' } as const;
    await enter(test.store, asking, test.clock.now());
  }
  await test.bot.runDueTimers();
  const openOffers = () =>
    test.rows("select conversationId, agentId from offers where state = 'open'") as {
      conversationId: string;
      agentId: string;
    }[];
  const byId = new Map(agents.map((agent) => [agent.id, agent]));
  const takeAll = async () => {
    for (const { conversationId, agentId } of openOffers())
      await desk.claim(conversationId, byId.get(agentId) as DeskAgent);
    await test.bot.runDueTimers();
  };
  const heldBy = (agentId: string) =>
    String(
      test.rows(
        `select conversationId as id from handoffs where state = 'with-agent' and agentId = '${agentId}'`,
      )[0]?.id,
    );
  /** Resolves when so many offers are open. */
  const until = async (count: number) => {
    while (openOffers().length < count) await new Promise((next) => setImmediate(next));
  };
  await takeAll();
  const oneMs: number[] = [];
  for (const agent of agents) {
    const id = heldBy(agent.id);
    const startedAt = performance.now();
    await desk.close(id, agent);
    await until(1);
    oneMs.push(performance.now() - startedAt);
    await takeAll();
  }
  const held = agents.map((agent) => ({ agent, id: heldBy(agent.id) }));
  const startedAt = performance.now();
  await Promise.all(held.map(({ agent, id }) => desk.close(id, agent)));
  await until(AGENTS);
  const allAtOnceMs = round(performance.now() - startedAt);
  await test.bot.stop();
  return {
    agents: AGENTS,
    waiting,
    oneMs: {
      p50: round(quantile(oneMs, 0.5)),
      p95: round(quantile(oneMs, 0.95)),
      most: round(Math.max(...oneMs)),
    },
    allAtOnceMs,
  };
}
