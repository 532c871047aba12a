import { channelErrors } from '../../errors.js';
import { type Router, readJsonBody } from '../../server/http.js';
import { limitPerMinute } from '../../server/rate-limit.js';
import type { Claims, IssuedToken } from '../tokens.js';
import { type DirectLineParts, MAX_BODY_CHARACTERS } from './direct-line-parts.js';
import { newClaims } from './new-claims.js';
import { readUser, TOKEN_USER_ID } from './read-user.js';

/** `POST /tokens/generate` (secret only; starts nothing) and `POST /tokens/refresh`. */
export function addTokenRoutes(router: Router, { authentication, tokens, settings }: DirectLineParts): void {
  router.post(
    '/tokens/generate',
    (request, _response, next) => {
      authentication.requireCompany(request);
      next();
    },
    readJsonBody(MAX_BODY_CHARACTERS),
    async (request, response) => {
      const claims = newClaims(readUser(request.body, TOKEN_USER_ID));
      response.json(tokenBody(claims, await tokens.issue(claims)));
    },
  );

  // Signing costs time, and clients refresh every 15 minutes.
  const limit = limitPerMinute(settings.WEBCHAT_TOKENS_PER_MINUTE);
  router.post('/tokens/refresh', limit, async (request, response) => {
    const caller = await authentication.callerOf(request);
    if (caller.kind === 'company') {
      throw channelErrors.BAD_ARGUMENT({ reason: 'a secret does not expire and is not refreshed' });
    }
    response.json(tokenBody(caller.claims, await tokens.issue(caller.claims)));
  });
}

/** A token as Direct Line's "Conversation" object tells it. */
export function tokenBody(claims: Claims, issued: IssuedToken) {
  return {
    conversationId: claims.conversationId,
    token: issued.token,
    expires_in: issued.expiresInSeconds,
  };
}
