import { isCoded } from '../../../index/platform/errors.js';
import type { Request, Response } from '../../server/http.js';
import { type Arrival, type IdentifiedActivity, isPassing } from '../live/incoming-activity.js';
import { CUSTOMER_ROOM, conversationFull } from './conversation-full.js';
import type { DirectLineParts } from './direct-line-parts.js';
import { refusalOf } from './refusal.js';

interface Exchange {
  readonly request: Request;
  readonly response: Response;
}

/** A post as it was read. */
interface ReadPost extends Exchange {
  readonly body: unknown;
  readonly arrival: Arrival;
  readonly fileNames?: readonly string[];
}

/** How posts are taken in and answered. */
interface PostTaking {
  /**
   * Stores, echoes and answers first; the bot's turn runs in the background, so that no client waits for it.
   * @param isForBot whether the bot is told
   * @throws WEBCHAT_CONVERSATION_FULL, after the customer was told so
   */
  takeIn(activity: IdentifiedActivity, exchange: Exchange, isForBot?: boolean): Promise<void>;
  /**
   * Takes a post, or answers for a message that is not taken for good: it is stored without what was refused, and the bot
   * says why.
   */
  orRefuse(post: ReadPost, take: () => Promise<void>): Promise<void>;
}

export function createPostTaking(parts: DirectLineParts): PostTaking {
  const { addressKeyOf, botAccount, botLine, live } = parts;

  const takeIn: PostTaking['takeIn'] = async (activity, exchange, isForBot = !isPassing(activity)) => {
    const conversationId = activity.conversation?.id ?? '';
    const taken = await (activity.type === 'typing' || isPassing(activity)
      ? live.pushOnly(conversationId, activity)
      : live.append(conversationId, activity, CUSTOMER_ROOM).catch((error) => tellFull(activity, error)));
    exchange.response.json({ id: taken.id });
    // Repeated posts too: the bot knows by the id what it had, and gets what a crash kept from it.
    if (isForBot) botLine.deliver(taken, addressKeyOf(exchange.request));
  };

  async function tellFull(activity: IdentifiedActivity, error: unknown): Promise<never> {
    if (isCoded(error, 'WEBCHAT_CONVERSATION_FULL')) {
      await live.append(activity.conversation?.id ?? '', conversationFull(activity, botAccount));
    }
    throw error;
  }

  return {
    takeIn,
    async orRefuse(post, take) {
      try {
        await take();
      } catch (error) {
        const refusal = refusalOf(error, post.body, post.arrival, post.fileNames);
        if (!refusal) throw error;
        await takeIn(refusal.echo, post, !refusal.isEmpty);
        await live.append(post.arrival.sender.conversationId, refusal.why);
      }
    },
  };
}
