import { z } from 'zod';
import type { DeskAgent } from '../../../bot/contracts/desk.js';
import type { DeskLead, LeadOutcome } from '../../../bot/contracts/tools/desk-lead.js';
import { type Request, type RequestHandler, Router } from '../../server/http.js';
import { conversationIdIn } from '../conversation-id.js';
import { deskErrors } from '../errors.js';
import type { TellConversation } from '../file-routes.js';
import type { Guard } from '../guard.js';
import { readRequest, requests } from '../requests.js';
import { requireMoved, transferRequest } from '../tools/move-routes.js';
import type { LeadReply, ReadingReply } from './contracts.js';

const joinRequest = z.strictObject({ how: z.enum(['seen', 'unseen']) });

/** What team leads see of the team, and do with conversations that are not theirs; the bot refuses others. */
export function leadRoutes({
  lead,
  tell,
  guard,
}: {
  readonly lead: DeskLead;
  readonly tell: TellConversation;
  readonly guard: Guard;
}): Router {
  const router = Router();

  function action(
    act: (request: Request, conversationId: string, agent: DeskAgent) => Promise<LeadOutcome>,
  ): RequestHandler {
    return guard.signedIn(async (request, response, { agent }) => {
      const conversationId = conversationIdIn(request);
      requireLed(await act(request, conversationId, agent), agent);
      response.json(await tell(conversationId, agent));
    });
  }

  router.get(
    '/lead',
    guard.signedIn(async (_request, response, { agent }) => {
      const board = await lead.board(agent);
      if (board === null) throw deskErrors.DESK_LEADS_ONLY({ role: agent.role });
      response.json({ board, mayReadUnseen: lead.mayReadUnseen } satisfies LeadReply);
    }),
  );
  router.get(
    '/conversation/:id/reading',
    guard.signedIn(async (request, response, { agent }) => {
      const reading = await lead.reading(conversationIdIn(request), agent);
      response.json({ reading, mayReadUnseen: lead.mayReadUnseen } satisfies ReadingReply);
    }),
  );
  router.post(
    '/conversation/:id/join',
    action((request, id, agent) => lead.join(id, agent, readRequest(joinRequest, request.body).how)),
  );
  router.post(
    '/conversation/:id/leave',
    action((request, id, agent) => {
      readRequest(requests.nothing, request.body);
      return lead.leave(id, agent);
    }),
  );
  router.post(
    '/conversation/:id/reassign',
    action((request, id, agent) => {
      const { to, comment } = readRequest(transferRequest, request.body);
      return lead.reassign(id, agent, to, comment);
    }),
  );

  return router;
}

/** @throws DESK_LEADS_ONLY, DESK_UNSEEN_OFF, and as `requireMoved` */
function requireLed(outcome: LeadOutcome, { role }: DeskAgent): void {
  if (outcome.kind === 'not-allowed') throw deskErrors.DESK_LEADS_ONLY({ role });
  if (outcome.kind === 'unseen-off') throw deskErrors.DESK_UNSEEN_OFF({});
  requireMoved(outcome);
}
