import type { Activity } from '../../../bot/contracts/activities.js';
import type { BotEntry, Transport } from '../../../bot/contracts/channels.js';
import { createBoundedSet } from '../../../index/platform/bounded-map.js';
import type { Log } from '../../../index/platform/log.js';
import { createRunningSet } from '../../../index/platform/running-set.js';
import { channelErrors } from '../../errors.js';
import { randomId } from '../tokens.js';
import type { IdentifiedActivity } from './incoming-activity.js';
import type { LiveConversations } from './live-conversations.js';

/** The line between conversations and the bot: activities in, in the background; the bot's activities out. */
export interface BotLine {
  /**
   * Gives an activity to the bot and returns at once.
   * @param addressKey of the network it came from
   */
  deliver(activity: IdentifiedActivity, addressKey: string): void;
  readonly transport: Transport;
  /** Resolves when the bot has ended all turns that were delivered. */
  idle(): Promise<void>;
}

/** How many delivered ids are remembered, so that answers to them keep their `replyToId`. */
const REMEMBERED = 5_000;

export function createBotLine(bot: Pick<BotEntry, 'receive'>, live: LiveConversations, log: Log): BotLine {
  const turns = createRunningSet();
  const delivered = createBoundedSet<string>(REMEMBERED);

  const transport: Transport = {
    door: 'webchat',
    takesFiles: () => true,
    async showRead({ id, ...read }) {
      const conversationId = read.conversation?.id;
      if (conversationId) await live.pushSign(conversationId, { ...read, id: id ?? randomId() });
    },
    async send(activity) {
      const conversationId = activity.conversation?.id;
      if (!conversationId) throw channelErrors.BAD_ARGUMENT({ reason: 'the activity names no conversation' });
      const outgoing = {
        ...withoutOrphanReply(activity),
        id: activity.id ?? `${conversationId}|${randomId()}`,
      };
      // The protocol keeps membership for bots alone.
      if (activity.type === 'conversationUpdate') return { kind: 'sent', id: outgoing.id };
      if (activity.type === 'typing') await live.pushOnly(conversationId, outgoing);
      else await appendOrShow(conversationId, outgoing);
      return { kind: 'sent', id: outgoing.id };
    },
  };

  /** What cannot be kept is at least shown in the windows that are open; the bot learns that it was not kept. */
  async function appendOrShow(conversationId: string, outgoing: IdentifiedActivity): Promise<void> {
    try {
      await live.append(conversationId, outgoing);
    } catch (error) {
      await live.pushOnly(conversationId, outgoing);
      throw error;
    }
  }

  /** Web Chat holds back an answer to an activity it does not know for five seconds. */
  function withoutOrphanReply(activity: Activity): Activity {
    const { replyToId, ...rest } = activity;
    return replyToId !== undefined && delivered.has(replyToId) ? activity : rest;
  }

  return {
    transport,
    deliver(activity, addressKey) {
      if (activity.type === 'message' || activity.type === 'event') delivered.add(activity.id);
      turns.add(receive(activity, addressKey));
    },
    idle: () => turns.idle(),
  };

  async function receive(activity: IdentifiedActivity, addressKey: string): Promise<void> {
    try {
      await bot.receive(activity, transport, { addressKey });
    } catch (error) {
      // The message is stored and echoed already: the customer sees it as sent, and the log tells what failed.
      log.error('The bot did not take an activity.', { activityId: activity.id, error });
    }
  }
}
