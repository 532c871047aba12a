import { z } from 'zod';
import type { ContentOutcome } from '../../../bot/contracts/content/desk-content.js';
import type { DeskStale, StaleLists } from '../../../bot/contracts/content/desk-stale.js';
import type { DeskAgent } from '../../../bot/contracts/desk.js';
import { type Request, type RequestHandler, Router } from '../../server/http.js';
import type { Guard } from '../guard.js';
import { readRequest } from '../requests.js';
import { answeringContent, contentItemId } from './content-routes.js';

const confirmRequest = z.strictObject({
  itemId: contentItemId,
  seen: z.string().max(64, 'is longer than 64 characters'),
});
const unconfirmRequest = z.strictObject({
  itemId: contentItemId,
  at: z.string().max(40, 'is longer than 40 characters'),
});

/** Answers that may not hold any more. The errors are those of the content routes. */
export function staleRoutes({ stale, guard }: { readonly stale: DeskStale; readonly guard: Guard }): Router {
  const router = Router();
  const answering = (
    act: (request: Request, agent: DeskAgent) => Promise<ContentOutcome<StaleLists>>,
  ): RequestHandler => answeringContent(guard, act, (lists) => lists);

  router.get(
    '/content/stale',
    answering((_request, agent) => stale.lists(agent)),
  );
  router.post(
    '/content/stale/confirm',
    answering((request, agent) => {
      const { itemId, seen } = readRequest(confirmRequest, request.body);
      return stale.confirm(agent, itemId, seen);
    }),
  );
  router.post(
    '/content/stale/unconfirm',
    answering((request, agent) => {
      const { itemId, at } = readRequest(unconfirmRequest, request.body);
      return stale.unconfirm(agent, itemId, at);
    }),
  );
  return router;
}
