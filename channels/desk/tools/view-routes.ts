import { z } from 'zod';
import type { HandoffReason } from '../../../bot/contracts/desk.js';
import type { DeskViews } from '../../../bot/contracts/tools/desk-views.js';
import { Router } from '../../server/http.js';
import { idIn } from '../conversation-id.js';
import { deskErrors } from '../errors.js';
import type { Guard } from '../guard.js';
import { VIEW_NAME_LIMIT } from '../limits.js';
import { readRequest, requests, typedText } from '../requests.js';
import type { ViewsReply } from './contracts.js';

const REASONS = [
  'asked',
  'account',
  'order',
  'complaint',
  'sensitive',
  'sales',
  'company-only',
  'abuse',
  'no-match',
  'near-tie',
  'not-sure',
  'mood',
  'not-helpful',
  'failure',
  'not-ready',
  'danger',
  'bereavement',
  'taken',
  'elsewhere',
] as const satisfies readonly HandoffReason[];

const keepRequest = z.strictObject({
  name: typedText(VIEW_NAME_LIMIT),
  filters: z.strictObject({
    list: z.enum(['all', 'mine', 'unassigned', 'waiting-for-customer', 'snoozed', 'missed']),
    channelId: z.string().max(100).optional(),
    language: z.enum(['nl', 'en']).optional(),
    reason: z.enum(REASONS).optional(),
    teamId: z.string().max(100).optional(),
    labelId: z.string().max(100).optional(),
    mood: z.enum(['calm', 'annoyed']).optional(),
  }),
});

/** Each agent's own views; each change is answered with all of them. */
export function viewRoutes({ views, guard }: { readonly views: DeskViews; readonly guard: Guard }): Router {
  const router = Router();
  const all = async (agentId: string): Promise<ViewsReply> => ({ views: await views.list(agentId) });

  router.get(
    '/views',
    guard.signedIn(async (_request, response, { agent }) => {
      response.json(await all(agent.id));
    }),
  );
  router.post(
    '/views',
    guard.signedIn(async (request, response, { agent }) => {
      const { name, filters } = readRequest(keepRequest, request.body);
      const outcome = await views.keep(agent.id, name, filters);
      if (outcome.kind === 'too-many') throw deskErrors.DESK_TOO_MANY_VIEWS({ most: outcome.most });
      response.json(await all(agent.id));
    }),
  );
  router.post(
    '/views/:id/remove',
    guard.signedIn(async (request, response, { agent }) => {
      readRequest(requests.nothing, request.body);
      const outcome = await views.remove(agent.id, idIn(request));
      if (outcome.kind === 'unknown-view') throw deskErrors.DESK_VIEW_UNKNOWN({});
      response.json(await all(agent.id));
    }),
  );

  return router;
}
