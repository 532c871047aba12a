import type { Activity } from '../../../bot/contracts/activities.js';
import type { BotEntry, Reading, Transport } from '../../../bot/contracts/channels.js';
import { createLanes } from '../../../index/platform/lanes.js';

export interface Intake {
  /**
   * Gives readings to the bot; resolves when it has kept them all. Those of one conversation go in one after the other,
   * behind what came for it before; conversations do not wait for each other.
   * @throws what the bot threw, once all other conversations are done; the rest of that conversation is left to the next
   *   delivery
   */
  take(readings: readonly Reading[]): Promise<void>;
  /** Resolves when nothing is being taken in. */
  idle(): Promise<void>;
}

/** @param onKept called with each activity that the bot has kept; must not throw */
export function createIntake(
  bot: Pick<BotEntry, 'accept' | 'takeEvent'>,
  transport: Transport,
  onKept: (activity: Activity) => void,
): Intake {
  const lanes = createLanes();

  async function takeInOrder(readings: readonly Reading[]): Promise<void> {
    const taken = new Set<string>();
    for (const reading of readings) {
      if (reading.kind === 'event') {
        await bot.takeEvent(reading.event);
        continue;
      }
      const { activity } = reading;
      // Meta may put an event twice into one delivery; across deliveries the bot knows it by its id.
      const isMessage = activity.type === 'message';
      if (isMessage && activity.id !== undefined && taken.has(activity.id)) continue;
      await bot.accept(activity, transport);
      if (isMessage && activity.id !== undefined) taken.add(activity.id);
      onKept(activity);
    }
  }

  return {
    async take(readings) {
      const tasks = [...byConversation(readings)].map(([id, own]) =>
        lanes.serially(id, () => takeInOrder(own)),
      );
      const results = await Promise.allSettled(tasks);
      const failed = results.find((result) => result.status === 'rejected');
      if (failed) throw failed.reason;
    },
    idle: () => lanes.idle(),
  };
}

function byConversation(readings: readonly Reading[]): ReadonlyMap<string, readonly Reading[]> {
  const groups = new Map<string, Reading[]>();
  for (const reading of readings) {
    const id =
      reading.kind === 'event' ? reading.event.of.conversationId : (reading.activity.conversation?.id ?? '');
    const group = groups.get(id);
    if (group) group.push(reading);
    else groups.set(id, [reading]);
  }
  return groups;
}
