import type { WebchatStore } from '../../bot/contracts.js';
import {
  type Request,
  type RequestHandler,
  type Response,
  type Router,
  readBytes,
  readJson,
} from '../http.js';
import { publicAddress } from '../public-address.js';
import { limitPerMinute } from '../rate-limit.js';
import { type DirectLineParts, MAX_BODY_CHARACTERS } from './direct-line-parts.js';
import { type IdentifiedActivity, incomingActivity } from './incoming-activity.js';
import { createUploadReader } from './read-upload.js';
import type { Claims } from './tokens.js';
import { UPLOAD_LIMITS } from './uploads.js';
import { readWatermark } from './watermark.js';

/** Uploads a minute from one address: each may be 25 MB. */
const UPLOADS_PER_MINUTE = 60;
const PAGE = 200;
/** More than a conversation ever has; a client that is given fewer asks again with the watermark. */
const MAX_ACTIVITIES = 2_000;

/** `GET` and `POST /conversations/{id}/activities`, and `POST …/upload`. */
export function addActivityRoutes(router: Router, parts: DirectLineParts): void {
  const { authentication, botAccount, botLine, live, settings, store, uploads } = parts;
  const readUpload = createUploadReader(uploads);

  const requireMember: RequestHandler = async (request, response, next) => {
    response.locals.member = await authentication.memberOf(request);
    next();
  };
  // After `requireMember`, so that nobody can use up the posts of somebody else's conversation.
  const limitPosts = limitPerMinute(settings.WEBCHAT_POSTS_PER_MINUTE, (request) =>
    String(request.params.conversationId),
  );

  router.get('/conversations/:conversationId/activities', requireMember, async (request, response) => {
    const { conversationId } = memberOf(response);
    const after = readWatermark(request.query.watermark);
    response.set('Cache-Control', 'no-store').json(await activitySet(store, conversationId, after));
  });

  router.post(
    '/conversations/:conversationId/activities',
    requireMember,
    limitPosts,
    readJson(MAX_BODY_CHARACTERS),
    async (request, response) => {
      const activity = incomingActivity(request.body, arrivalOf(request, response));
      await takeIn(activity, response);
    },
  );

  router.post(
    '/conversations/:conversationId/upload',
    requireMember,
    limitPosts,
    limitPerMinute(UPLOADS_PER_MINUTE),
    readBytes(UPLOAD_LIMITS.fileBytes),
    async (request, response) => {
      const arrival = arrivalOf(request, response);
      const body = await readUpload(request, response, arrival.serviceUrl);
      await takeIn(incomingActivity(body, arrival), response);
    },
  );

  function arrivalOf(request: Request, response: Response) {
    return { sender: memberOf(response), botAccount, serviceUrl: publicAddress(request, settings).http };
  }

  /** Stores, echoes and answers first; the bot's turn runs in the background, so that no client waits for it. */
  async function takeIn(activity: IdentifiedActivity, response: Response): Promise<void> {
    const { conversationId } = memberOf(response);
    const isPassing = activity.type === 'typing';
    const taken = await (isPassing ? live.pushOnly : live.append)(conversationId, activity);
    response.json({ id: taken.id });
    // Repeated posts too: the bot knows by the id what it had, and gets what a crash kept from it.
    botLine.deliver(taken);
  }
}

function memberOf(response: Response): Claims {
  return response.locals.member as Claims;
}

async function activitySet(store: WebchatStore, conversationId: string, after: number) {
  const activities = [];
  let seen = after;
  while (activities.length < MAX_ACTIVITIES) {
    const rows = await store.after(conversationId, seen, PAGE);
    activities.push(...rows.map((row) => row.activity));
    seen = rows.at(-1)?.sequence ?? seen;
    if (rows.length < PAGE) break;
  }
  return { activities, watermark: String(seen) };
}
