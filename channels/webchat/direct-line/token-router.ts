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
      const claims = (await resumedClaims(request, tokens, store)) ?? newClaims({ id: null, name: null });
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

async function resumedClaims(
  request: Request,
  tokens: Tokens,
  store: Pick<WebchatStore, 'find'>,
): Promise<Claims | null> {
  const body: unknown = request.body;
  if (!isRecord(body) || typeof body.token !== 'string') return null;
  const claims = await tokens.readResumable(body.token);
  return claims && (await store.find(claims.conversationId)) ? claims : null;
}
