import { isRecord } from '../../../index/platform/is-record.js';
import { type Request, type Response, type Router, readJsonBody } from '../../server/http.js';
import { publicAddress } from '../../server/public-address.js';
import { readWatermark } from '../live/watermark.js';
import type { Claims } from '../tokens.js';
import { conversationUpdate } from './conversation-update.js';
import { type DirectLineParts, MAX_BODY_CHARACTERS } from './direct-line-parts.js';
import { newClaims } from './new-claims.js';
import { ANY_USER_ID, readUser } from './read-user.js';
import { streamUrl } from './stream-route.js';
import { tokenBody } from './token-routes.js';

/** `POST /conversations` (start, 201; again, 200) and `GET /conversations/{id}` (reconnect). */
export function addConversationRoutes(router: Router, parts: DirectLineParts): void {
  const { addressKeyOf, authentication, botAccount, botLine, clock, settings, store } = parts;

  router.post('/conversations', readJsonBody(MAX_BODY_CHARACTERS), async (request, response) => {
    const caller = await authentication.callerOf(request);
    const sender =
      caller.kind === 'customer' ? caller.claims : newClaims(readUser(request.body, ANY_USER_ID));
    const { conversationId, userId } = sender;
    const isNew = await store.start({ id: conversationId, userId, startedAt: clock.now().toISOString() });
    if (isNew) {
      const serviceUrl = publicAddress(request, settings).http;
      const update = conversationUpdate({ sender, botAccount, serviceUrl }, localeOf(request.body));
      botLine.deliver(update, addressKeyOf(request));
    }
    response.status(isNew ? 201 : 200);
    await answerWithStream(request, response, sender, '-');
  });

  router.get('/conversations/:conversationId', parts.history.limitReads, async (request, response) => {
    const member = await authentication.memberOf(request);
    const watermark = String(readWatermark(request.query.watermark));
    await answerWithStream(request, response, member, watermark);
  });

  async function answerWithStream(
    request: Request,
    response: Response,
    claims: Claims,
    watermark: string,
  ): Promise<void> {
    const { ws } = publicAddress(request, settings);
    response.set('Cache-Control', 'no-store').json({
      ...tokenBody(claims, await parts.tokens.issue(claims)),
      streamUrl: await streamUrl(ws, claims, watermark, parts.tokens),
    });
  }
}

function localeOf(body: unknown): string | null {
  const locale = isRecord(body) ? body.locale : undefined;
  return typeof locale === 'string' && /^[\w-]{2,35}$/.test(locale) ? locale : null;
}
