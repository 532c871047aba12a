import type { Activity } from '../../../bot/contracts/activities.js';
import type { WebchatStore } from '../../../bot/contracts/webchat.js';
import type { Request, RequestHandler, Response } from '../../server/http.js';
import { addressOf, countPerMinute } from '../../server/rate-limit.js';
import { createTurnstile } from '../../server/turnstile.js';
import { createUnreadAnswers } from '../../server/unread-answers.js';
import type { ShowFiles } from './show-files.js';
import { readWatermark } from './watermark.js';

/** How conversations are read by their clients, within bounds whoever asks how often. */
export interface History {
  /** Counts the requests that read one conversation, in express's way. */
  readonly limitReads: RequestHandler;
  /** Counts a socket that joins a conversation. @throws TOO_MANY_REQUESTS */
  countRead(conversationId: string): Promise<void>;
  /**
   * Answers with what was said after the watermark, at most a page, and the watermark to ask for the next one with.
   * @param of the conversation, and the public address of this server for the addresses of its files
   * @throws BAD_ARGUMENT, TOO_MANY_READS
   */
  answer(
    request: Request,
    response: Response,
    of: { readonly conversationId: string; readonly base: string },
  ): Promise<void>;
}

/** A page: a client follows the watermark and gets the rest with its next questions. */
const PAGE_ACTIVITIES = 200;
const PAGE_BYTES = 512 * 1_024;
const READS = { atOnce: 4, waitingOfKey: 10, waiting: 200 };
/** 32 MB at most that wait to be taken; two of one conversation, so that a phone can come back from a dead network. */
const UNREAD = { inAll: 64 };
const UNREAD_OF_KEY = { conversation: 2, address: 20 };
/** Offices and mobile networks share an address. */
const CONVERSATIONS_OF_ADDRESS = 10;

export function createHistory(store: WebchatStore, readsPerMinute: number, showFiles: ShowFiles): History {
  const reads = createTurnstile(READS);
  const unreadOfAll = createUnreadAnswers({ ofKey: UNREAD_OF_KEY.address, inAll: UNREAD.inAll });
  const unreadOfConversation = createUnreadAnswers({
    ofKey: UNREAD_OF_KEY.conversation,
    inAll: Number.POSITIVE_INFINITY,
  });
  const countOfConversation = countPerMinute(readsPerMinute);
  const countOfAddress = countPerMinute(readsPerMinute * CONVERSATIONS_OF_ADDRESS);

  return {
    limitReads: async (request, _response, next) => {
      await countOfAddress(addressOf(request));
      await countOfConversation(String(request.params.conversationId));
      next();
    },
    countRead: countOfConversation,
    async answer(request, response, { conversationId, base }) {
      const watermark = readWatermark(request.query.watermark);
      const page = await reads.pass(conversationId, async () => {
        // Whoever has left while waiting is not read for.
        if (request.socket.destroyed) return null;
        const show = (activity: Activity) => showFiles(activity, conversationId, base);
        return activitySet(store, conversationId, watermark, show);
      });
      if (!page) return;
      unreadOfAll.add(response, addressOf(request));
      unreadOfConversation.add(response, conversationId);
      response.set('Cache-Control', 'no-store').json(page);
    },
  };
}

async function activitySet(
  store: WebchatStore,
  conversationId: string,
  after: number,
  show: (activity: Activity) => Activity,
) {
  const rows = await store.after(conversationId, after, PAGE_ACTIVITIES, PAGE_BYTES);
  return {
    activities: rows.map((row) => show(row.activity)),
    watermark: String(rows.at(-1)?.sequence ?? after),
  };
}
