import type { Activity } from '../../../bot/contracts/activities.js';
import type { BotEntry } from '../../../bot/contracts/channels.js';
import { createBoundedSet } from '../../../index/platform/bounded-map.js';
import type { Log } from '../../../index/platform/log.js';
import { createRunningSet } from '../../../index/platform/running-set.js';
import { CHANNEL_ID } from './event-scene.js';

/** Asks Meta for the name behind a page-scoped id; null where it does not tell. */
export type LookUpName = (psid: string) => Promise<string | null>;

interface CustomerNames {
  /** Finds out the name of who sent an activity, once in the life of the program, in the background. Never throws. */
  meet(activity: Activity): void;
  /** Resolves when no name is being asked for. */
  idle(): Promise<void>;
}

const REMEMBERED = 10_000;
/** Names are a nicety: a rush of customers must not use up the calls that messages need. */
const MOST_AT_ONCE = 10;

/** Learns the names of customers, which Messenger's events do not carry, and tells them to the bot. */
export function createCustomerNames(
  lookUpName: LookUpName,
  bot: Pick<BotEntry, 'takeEvent'>,
  log: Log,
): CustomerNames {
  const asked = createBoundedSet<string>(REMEMBERED);
  const underWay = createRunningSet();

  async function find(psid: string, conversationId: string): Promise<void> {
    try {
      const name = await lookUpName(psid);
      if (name === null) return;
      await bot.takeEvent({ kind: 'name', of: { channelId: CHANNEL_ID, conversationId }, name });
    } catch (error) {
      log.debug('The name of a customer was not found out.', { error });
    }
  }

  return {
    meet({ from, conversation }) {
      if (!from || !conversation) return;
      if (asked.has(conversation.id) || underWay.size >= MOST_AT_ONCE) return;
      asked.add(conversation.id);
      underWay.add(find(from.id, conversation.id));
    },
    idle: () => underWay.idle(),
  };
}
