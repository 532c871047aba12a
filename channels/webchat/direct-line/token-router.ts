import type { WebchatStore } from '../../../bot/contracts/webchat.js';
import { isRecord } from '../../../index/platform/is-record.js';
import type { Request } from '../../server/http.js';
import { Router, readJsonBody } from '../../server/http.js';
import { limitPerMinute } from '../../server/rate-limit.js';
import type { ChannelSettings } from '../../settings.js';
import type { Claims, Tokens } from '../tokens.js';
import { newClaims } from './new-claims.js';
import { allowedOrigin, allowOrigins } from './origins.js';

const TOKEN_PATH = '/api/webchat/token';
/** Any page may ask whether it is allowed, and read why it is not: a browser hides every other refusal from it. */
const ORIGIN_PATH = '/api/webchat/origin';

/**
 * `POST /api/webchat/token`: how a customer's browser gets a token without a secret.
 *
 * The body may carry an earlier token: where this server signed it and it ended at most WEBCHAT_RESUME_DAYS ago, the
 * new token is for the same conversation and customer, so that a reload or a return keeps the conversation. Any other
 * token, or a conversation that is gone, gives a new conversation instead of an error: the page sees it by the id.
 *
 * It may carry `identity` as well, the signed word of the company's website who its customer is (see `Tokens.readIdentity`);
 * one that does not count changes nothing, because the customer can do nothing about it.
 *
 * @returns a router answering `{conversationId, token, expires_in, userId}`
 */
export function createTokenRouter(
  tokens: Tokens,
  store: Pick<WebchatStore, 'find'>,
  settings: ChannelSettings,
): Router {
  const router = Router();
  router.get(ORIGIN_PATH, limitPerMinute(settings.WEBCHAT_TOKENS_PER_MINUTE), (request, response) => {
    response.set('Access-Control-Allow-Origin', '*');
    allowedOrigin(request, settings);
    response.json({ isAllowed: true });
  });
  router.options(TOKEN_PATH, allowOrigins(settings));
  router.post(
    TOKEN_PATH,
    allowOrigins(settings),
    limitPerMinute(settings.WEBCHAT_TOKENS_PER_MINUTE),
    readJsonBody(8_192),
    async (request, response) => {
      const claims = await claimsFor(request, tokens, store);
      const { token, expiresInSeconds } = await tokens.issue(claims);
      response.set('Cache-Control', 'no-store').json({
        conversationId: claims.conversationId,
        token,
        expires_in: expiresInSeconds,
        userId: claims.userId,
      });
    },
  );
  return router;
}

/**
 * A conversation stays with its customer: whoever is somebody else by the website's word, or nobody any more, begins a new one,
 * so that the next person at the same computer reads nothing. One who was nobody before, and signs in, goes on.
 */
async function claimsFor(
  request: Request,
  tokens: Tokens,
  store: Pick<WebchatStore, 'find'>,
): Promise<Claims> {
  const body = isRecord(request.body) ? request.body : {};
  const read = typeof body.identity === 'string' ? await tokens.readIdentity(body.identity) : null;
  const resumed = typeof body.token === 'string' ? await tokens.readResumable(body.token) : null;
  const isTheirs = !resumed?.identity || resumed.identity.id === read?.id;
  const isThere = resumed !== null && isTheirs && (await store.find(resumed.conversationId)) !== null;
  const claims = isThere ? resumed : newClaims({ id: null, name: null });
  if (read === null || read.isExpired) return claims;
  const { id, name, email } = read;
  return { ...claims, userName: name ?? claims.userName, identity: { id, email } };
}
