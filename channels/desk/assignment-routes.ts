import type { DeskAssignment } from '../../bot/contracts/assignment.js';
import { Router } from '../server/http.js';
import { conversationIdIn } from './conversation-id.js';
import type { Guard } from './guard.js';
import { readRequest, requests } from './requests.js';

/** What agents say of themselves and of what is offered to them; taking it is claiming. */
export function assignmentRoutes(assignment: DeskAssignment, guard: Guard): Router {
  const router = Router();

  router.post(
    '/status',
    guard.signedIn(async (request, response, { agent }) => {
      await assignment.setStatus(agent.id, readRequest(requests.status, request.body).status);
      response.status(204).end();
    }),
  );

  router.post(
    '/conversation/:id/decline',
    guard.signedIn(async (request, response, { agent }) => {
      readRequest(requests.nothing, request.body);
      // One that is over is offered to somebody else already: what was wanted is so.
      await assignment.decline(conversationIdIn(request), agent.id);
      response.status(204).end();
    }),
  );

  return router;
}
