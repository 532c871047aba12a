import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../../../index/platform/random.js';
import type { Questions } from '../questions.js';
import { askTimes } from './ask-times.js';
import type { ChannelCustomer, DoorName, Exchange, OpenCustomer } from './channel-customer.js';

/** A customer's part in a round; of more conversations than one where the bot handed them to a person. */
export interface Visit {
  readonly customer: ChannelCustomer;
  readonly exchanges: Exchange[];
}

export interface RoundPlan {
  /** Who comes, by the door they come through. */
  readonly customers: readonly DoorName[];
  readonly questionsEach: number;
  readonly perSecond: number;
  /** Begins the name of every customer, so that those of two rounds differ. */
  readonly name: string;
}

/** Nobody asks on before they have read this long. */
const READ_MS = 1_000;
/** So many come in at once before the round begins. */
const COME_IN_TOGETHER = 10;

/**
 * Lets everybody come in, then ask at their times, whether or not others have been answered.
 * @param whenIn called when all have been welcomed; the first question follows
 */
export async function runRound(
  plan: RoundPlan,
  parts: {
    readonly doors: Readonly<Record<DoorName, OpenCustomer>>;
    readonly questions: Questions;
    readonly random: Random;
    readonly whenIn: () => void;
  },
): Promise<readonly Visit[]> {
  const { customers: comers, questionsEach, perSecond } = plan;
  const open = (index: number, times: number) => {
    const door = comers[index] ?? 'webchat';
    return parts.doors[door](`${plan.name}-${index}-${times}`);
  };
  const first: ChannelCustomer[] = [];
  for (let from = 0; from < comers.length; from += COME_IN_TOGETHER) {
    const some = comers.slice(from, from + COME_IN_TOGETHER);
    first.push(...(await Promise.all(some.map((_, index) => open(from + index, 1)))));
  }
  const times = askTimes({ customers: comers.length, questionsEach, perSecond }, parts.random);
  parts.whenIn();
  const startedAt = performance.now();
  const visits = first.map(async (customer, index) => {
    const own: Visit[] = [{ customer, exchanges: [] }];
    for (const at of times[index] ?? []) {
      await pause(Math.max(0, startedAt + at - performance.now()));
      let visit = own.at(-1);
      if (!visit || visit.customer.isHandedOver()) {
        visit = { customer: await open(index, own.length + 1), exchanges: [] };
        own.push(visit);
      }
      visit.exchanges.push(await visit.customer.ask(parts.questions()));
      await pause(READ_MS);
    }
    return own;
  });
  return (await Promise.all(visits)).flat();
}
