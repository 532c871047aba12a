import { z } from 'zod';
import type { DeskShadow } from '../../../bot/contracts/content/desk-shadow.js';
import { Router } from '../../server/http.js';
import type { Guard } from '../guard.js';
import { SHADOW_DAYS_LIMIT } from '../limits.js';
import { readRequest } from '../requests.js';
import { answeringReleases, releaseId } from './release-routes.js';

const requestsOf = {
  start: z.strictObject({
    id: releaseId,
    days: z.int().min(1, 'is below 1').max(SHADOW_DAYS_LIMIT, `is above ${SHADOW_DAYS_LIMIT}`),
  }),
  stop: z.strictObject({}),
  changes: z.strictObject({ id: releaseId, from: z.int().min(0, 'is below 0').max(1_000, 'is above 1000') }),
};

/** Customers' questions, put to a release that waits. The errors are those of the release routes. */
export function shadowRoutes({
  shadow,
  guard,
}: {
  readonly shadow: DeskShadow;
  readonly guard: Guard;
}): Router {
  const router = Router();
  router.get(
    '/releases/shadow',
    answeringReleases(guard, (_request, agent) => shadow.look(agent)),
  );
  router.post(
    '/releases/shadow/start',
    answeringReleases(guard, (request, agent) => {
      const { id, days } = readRequest(requestsOf.start, request.body);
      return shadow.start(agent, id, days);
    }),
  );
  router.post(
    '/releases/shadow/stop',
    answeringReleases(guard, (request, agent) => {
      readRequest(requestsOf.stop, request.body);
      return shadow.stop(agent);
    }),
  );
  router.post(
    '/releases/shadow/changes',
    answeringReleases(guard, (request, agent) => {
      const { id, from } = readRequest(requestsOf.changes, request.body);
      return shadow.changes(agent, id, from);
    }),
  );
  return router;
}
