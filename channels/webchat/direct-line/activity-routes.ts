import { channelErrors } from '../../errors.js';
import {
  type Request,
  type RequestHandler,
  type Response,
  type Router,
  readJsonBody,
} from '../../server/http.js';
import { publicAddress } from '../../server/public-address.js';
import { addressOf, limitPerMinute } from '../../server/rate-limit.js';
import { fileAttachment } from '../../text/file-activities.js';
import { type Arrival, incomingActivity, isPassing } from '../live/incoming-activity.js';
import { OUR_CHANNEL } from '../live/show-files.js';
import type { DirectLineMember } from './authenticate.js';
import { type DirectLineParts, MAX_BODY_CHARACTERS } from './direct-line-parts.js';
import { createUploadReader } from './read-upload.js';
import { createPostTaking } from './take-post.js';

/** Uploads a minute from one address: each may be 25 MB. */
const UPLOADS_PER_MINUTE = 60;

/** Offices and mobile networks share an address, and nobody of them types as much as a conversation may post. */
const CONVERSATIONS_OF_ADDRESS = 3;

/** `GET` and `POST /conversations/{id}/activities`, and `POST …/upload`. */
export function addActivityRoutes(router: Router, parts: DirectLineParts): void {
  const { authentication, botAccount, history, settings, files: kept } = parts;
  const { takeIn, orRefuse } = createPostTaking(parts);
  const readUpload = createUploadReader(kept, parts.uploadQuota);

  const requireMember: RequestHandler = async (request, response, next) => {
    response.locals.member = await authentication.memberOf(request);
    next();
  };
  // After `requireMember`, so that nobody can use up the posts of somebody else's conversation.
  const limitPosts = limitPerMinute(settings.WEBCHAT_POSTS_PER_MINUTE, (request) =>
    String(request.params.conversationId),
  );
  const limitPostsOfAddress = limitPerMinute(settings.WEBCHAT_POSTS_PER_MINUTE * CONVERSATIONS_OF_ADDRESS);

  router.get(
    '/conversations/:conversationId/activities',
    requireMember,
    history.limitReads,
    (request, response) => {
      const { conversationId } = memberOf(response);
      parts.onAsked(conversationId);
      return history.answer(request, response, {
        conversationId,
        base: publicAddress(request, settings).http,
      });
    },
  );

  router.post(
    '/conversations/:conversationId/activities',
    requireMember,
    limitPostsOfAddress,
    limitPosts,
    readJsonBody(MAX_BODY_CHARACTERS),
    async (request, response) => {
      const arrival = arrivalOf(request, response);
      await orRefuse({ body: request.body, arrival, request, response }, async () => {
        await takeIn(incomingActivity(request.body, arrival), { request, response });
      });
    },
  );

  router.post(
    '/conversations/:conversationId/upload',
    requireMember,
    limitPostsOfAddress,
    limitPosts,
    limitPerMinute(UPLOADS_PER_MINUTE),
    async (request, response) => {
      const arrival = arrivalOf(request, response);
      const sender = { conversationId: arrival.sender.conversationId, address: addressOf(request) };
      await readUpload(request, response, sender, async ({ activity, files, fileNames, refusal }) => {
        let keptBytes = 0;
        await orRefuse({ body: activity, arrival, fileNames, request, response }, async () => {
          if (refusal) throw refusal;
          // Looked at before its files are kept.
          if (isPassing(incomingActivity(activity, arrival, []))) {
            throw channelErrors.BAD_ARGUMENT({ reason: 'files come with a message' });
          }
          const keeping = await kept.keep(files, ownerIn(arrival));
          if (keeping.kind === 'refused') throw channelErrors.FILE_REFUSED({ reason: keeping.reason });
          const attachments = keeping.files.map(fileAttachment);
          try {
            await takeIn(incomingActivity(activity, arrival, attachments), { request, response });
          } catch (error) {
            await keeping.undo();
            throw error;
          }
          keptBytes = keeping.files.reduce((sum, { bytes }) => sum + bytes, 0);
        });
        if (keptBytes === 0) await kept.discard(files);
        return keptBytes;
      });
    },
  );

  function arrivalOf(request: Request, response: Response): Arrival {
    const member = memberOf(response);
    const serviceUrl = publicAddress(request, settings).http;
    return { sender: member, isCompany: member.isCompany, botAccount, serviceUrl };
  }
}

function ownerIn({ sender }: Arrival) {
  return { of: { channelId: OUR_CHANNEL, conversationId: sender.conversationId }, agentId: null };
}

function memberOf(response: Response): DirectLineMember {
  return response.locals.member as DirectLineMember;
}
