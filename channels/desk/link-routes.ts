import type { DeskIdentities } from '../../bot/contracts/elsewhere/desk-elsewhere.js';
import { Router } from '../server/http.js';
import { limitPerMinute } from '../server/rate-limit.js';
import type { LinkCodeReply, LinkReply } from './contracts.js';
import type { Guard } from './guard.js';
import { readRequest, requests } from './requests.js';

/** Codes that one address may make in a minute; each takes the place of the one before. */
const CODES_PER_MINUTE = 30;

/**
 * An agent's own link with their account at Microsoft Entra, by which a channel says who acts there.
 * @param identities null where agents work at the page alone: then there is nothing to link with
 */
export function linkRoutes(identities: DeskIdentities | null, guard: Guard): Router {
  const router = Router();

  router.get(
    '/link',
    guard.signedIn(async (_request, response, { agent }) => {
      const isLinked = identities && (await identities.isLinked(agent.id));
      response.json({ isLinked } satisfies LinkReply);
    }),
  );
  if (identities === null) return router;

  router.post(
    '/link/code',
    limitPerMinute(CODES_PER_MINUTE),
    guard.signedIn(async (request, response, { agent }) => {
      readRequest(requests.nothing, request.body);
      response.status(201).json((await identities.makeCode(agent)) satisfies LinkCodeReply);
    }),
  );

  router.post(
    '/link/remove',
    guard.signedIn(async (request, response, { agent }) => {
      readRequest(requests.nothing, request.body);
      await identities.unlink(agent.id);
      response.status(204).end();
    }),
  );

  return router;
}
