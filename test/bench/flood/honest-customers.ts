import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { randomFrom } from '../../../index/platform/random.js';
import { ChatCustomer } from '../chat-customer.js';
import type { Questions } from '../questions.js';

/** Customers who ask while somebody else floods, each from an address of their own. */
export interface HonestCrowd {
  readonly url: string;
  /** Addresses of this machine, one for each customer. */
  readonly addresses: readonly string[];
  readonly seed: number;
  readonly questions: Questions;
  /** How many questions each asks; until `isOver` where null. */
  readonly each: number | null;
  /** The shortest time between an answer and the next question; half as long again at most. */
  readonly restMs: number;
  readonly isOver: () => boolean;
}

export interface HonestTimes {
  /** Milliseconds from posting a question to the first message to it. */
  readonly times: readonly number[];
  /** What customers were told, or met, in place of an answer. */
  readonly failures: readonly string[];
}

const QUESTIONS_EACH_CHAT = 3;

/** Lets the customers ask, each one question after the other. */
export async function letHonestAsk(crowd: HonestCrowd): Promise<HonestTimes> {
  const times: number[] = [];
  const failures: string[] = [];
  const visit = async (address: string, place: number) => {
    const random = randomFrom(crowd.seed + place);
    const agent = new Agent({ keepAlive: true, localAddress: address });
    let left = crowd.each ?? Number.POSITIVE_INFINITY;
    while (!crowd.isOver() && left > 0) {
      try {
        const customer = await ChatCustomer.open(crowd.url, agent);
        for (let asked = 0; asked < QUESTIONS_EACH_CHAT && !crowd.isOver() && left > 0; asked += 1) {
          left -= 1;
          const answered = await customer.ask(crowd.questions());
          times.push(answered.afterMs);
          if (!answered.isWithBot) break;
          await pause(crowd.restMs * (1 + random() / 2));
        }
        customer.close();
      } catch (error) {
        failures.push(String(error));
        left -= 1;
      }
    }
    agent.destroy();
  };
  await Promise.all(crowd.addresses.map(visit));
  return { times, failures };
}
