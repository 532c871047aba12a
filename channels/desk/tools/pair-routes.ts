import { z } from 'zod';
import type { ContentOutcome } from '../../../bot/contracts/content/desk-content.js';
import type { DeskPairs, PairLists } from '../../../bot/contracts/content/desk-pairs.js';
import type { DeskAgent } from '../../../bot/contracts/desk.js';
import { type Request, type RequestHandler, Router } from '../../server/http.js';
import type { Guard } from '../guard.js';
import { readRequest } from '../requests.js';
import { answeringContent, contentItemId } from './content-routes.js';

const itemIds = z.tuple([contentItemId, contentItemId]);
const decideRequest = z.strictObject({
  itemIds,
  counts: contentItemId.nullable(),
  seen: z.string().max(64, 'is longer than 64 characters'),
});
const undecideRequest = z.strictObject({
  itemIds,
  at: z.string().max(40, 'is longer than 40 characters'),
});

/** Answers that contradict each other. The errors are those of the content routes. */
export function pairRoutes({ pairs, guard }: { readonly pairs: DeskPairs; readonly guard: Guard }): Router {
  const router = Router();
  const answering = (
    act: (request: Request, agent: DeskAgent) => Promise<ContentOutcome<PairLists>>,
  ): RequestHandler => answeringContent(guard, act, (lists) => lists);

  router.get(
    '/content/pairs',
    answering((_request, agent) => pairs.lists(agent)),
  );
  router.post(
    '/content/pairs/decide',
    answering((request, agent) => {
      const wish = readRequest(decideRequest, request.body);
      return pairs.decide(agent, wish.itemIds, wish.counts, wish.seen);
    }),
  );
  router.post(
    '/content/pairs/undecide',
    answering((request, agent) => {
      const wish = readRequest(undecideRequest, request.body);
      return pairs.undecide(agent, wish.itemIds, wish.at);
    }),
  );
  return router;
}
