import { isCoded } from '../../../index/platform/errors.js';
import {
  type Request,
  type RequestHandler,
  type Response,
  type Router,
  readJsonBody,
} from '../../server/http.js';
import { publicAddress } from '../../server/public-address.js';
import { addressOf, limitPerMinute } from '../../server/rate-limit.js';
import { type IdentifiedActivity, incomingActivity } from '../live/incoming-activity.js';
import type { Claims } from '../tokens.js';
import { CUSTOMER_ROOM, conversationFull } from './conversation-full.js';
import { type DirectLineParts, MAX_BODY_CHARACTERS } from './direct-line-parts.js';
import { createUploadReader } from './read-upload.js';

/** Uploads a minute from one address: each may be 25 MB. */
const UPLOADS_PER_MINUTE = 60;

/** `GET` and `POST /conversations/{id}/activities`, and `POST …/upload`. */
export function addActivityRoutes(router: Router, parts: DirectLineParts): void {
  const { addressKeyOf, authentication, botAccount, botLine, history, live, settings, uploads } = parts;
  const readUpload = createUploadReader(uploads, parts.uploadQuota);

  const requireMember: RequestHandler = async (request, response, next) => {
    response.locals.member = await authentication.memberOf(request);
    next();
  };
  // After `requireMember`, so that nobody can use up the posts of somebody else's conversation.
  const limitPosts = limitPerMinute(settings.WEBCHAT_POSTS_PER_MINUTE, (request) =>
    String(request.params.conversationId),
  );

  router.get(
    '/conversations/:conversationId/activities',
    requireMember,
    history.limitReads,
    (request, response) => history.answer(request, response, memberOf(response).conversationId),
  );

  router.post(
    '/conversations/:conversationId/activities',
    requireMember,
    limitPosts,
    readJsonBody(MAX_BODY_CHARACTERS),
    async (request, response) => {
      const activity = incomingActivity(request.body, arrivalOf(request, response));
      await takeIn(activity, request, response);
    },
  );

  router.post(
    '/conversations/:conversationId/upload',
    requireMember,
    limitPosts,
    limitPerMinute(UPLOADS_PER_MINUTE),
    async (request, response) => {
      const arrival = arrivalOf(request, response);
      const sender = { conversationId: arrival.sender.conversationId, address: addressOf(request) };
      await readUpload(request, response, sender, async ({ activity, files }) => {
        // Looked at before its files are kept.
        incomingActivity(activity, arrival, []);
        const kept = await uploads.keep(files, arrival.serviceUrl);
        try {
          await takeIn(incomingActivity(activity, arrival, kept.attachments), request, response);
        } catch (error) {
          await kept.undo();
          throw error;
        }
        return kept.bytes;
      });
    },
  );

  function arrivalOf(request: Request, response: Response) {
    return { sender: memberOf(response), botAccount, serviceUrl: publicAddress(request, settings).http };
  }

  /** Stores, echoes and answers first; the bot's turn runs in the background, so that no client waits for it. */
  async function takeIn(activity: IdentifiedActivity, request: Request, response: Response): Promise<void> {
    const { conversationId } = memberOf(response);
    const isPassing = activity.type === 'typing';
    const taken = await (isPassing
      ? live.pushOnly(conversationId, activity)
      : live.append(conversationId, activity, CUSTOMER_ROOM).catch((error) => tellFull(activity, error)));
    response.json({ id: taken.id });
    // Repeated posts too: the bot knows by the id what it had, and gets what a crash kept from it.
    botLine.deliver(taken, addressKeyOf(request));
  }

  async function tellFull(activity: IdentifiedActivity, error: unknown): Promise<never> {
    if (isCoded(error, 'WEBCHAT_CONVERSATION_FULL')) {
      await live.append(activity.conversation?.id ?? '', conversationFull(activity, botAccount));
    }
    throw error;
  }
}

function memberOf(response: Response): Claims {
  return response.locals.member as Claims;
}
