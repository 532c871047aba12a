import type { Clock } from '../../index/platform/clock.js';
import type { BotFigures } from '../contracts/bot-watch.js';
import type { AgentPresence } from '../handoff/agent-presence.js';
import type { Doors } from '../outbox/doors.js';
import { countHandoffs, countQueued } from '../store/figures.js';
import { signedInAgents } from '../store/handoffs/assignment-rows.js';
import type { Store } from '../store/store.js';

export interface FigureParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly doors: Pick<Doors, 'notices'>;
  readonly presence: Pick<AgentPresence, 'hereUntil'>;
}

/** Reads how much there is to do. */
export async function readFigures({ store, clock, doors, presence }: FigureParts): Promise<BotFigures> {
  const now = clock.now();
  const at = now.toISOString();
  const agents = await signedInAgents(store, at);
  const here = agents.filter(({ id, awayAt }) => awayAt === null && presence.hereUntil(id) > now.getTime());
  return {
    ...(await countHandoffs(store, at)),
    outbox: await countQueued(store),
    agentsHere: here.length,
    doors: doors.notices().map(({ door, alert }) => ({ door, alert })),
  };
}
