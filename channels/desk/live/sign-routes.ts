import { z } from 'zod';
import type { DeskTyping } from '../../../bot/contracts/desk-tools.js';
import type { DeskLead } from '../../../bot/contracts/tools/desk-lead.js';
import type { DeskReads } from '../../../bot/contracts/tools/desk-reads.js';
import type { Log } from '../../../index/platform/log.js';
import { Router } from '../../server/http.js';
import { conversationIdIn } from '../conversation-id.js';
import type { Guard } from '../guard.js';
import { readRequest } from '../requests.js';
import type { DeskSigns } from './desk-signs.js';

/** `looking`: what this page shows, and of that the customer's newest message. One that was opened before an upgrade does not tell it. */
const hereRequest = z.strictObject({
  looking: z
    .strictObject({
      page: z.string().regex(/^[\w-]{1,100}$/, 'is no name of a page'),
      conversationId: z.string().min(1, 'is empty').max(300, 'is longer than 300 characters').nullable(),
      seenId: z.string().max(100, 'is longer than 100 characters').optional(),
    })
    .optional(),
});

const typingRequest = z.strictObject({ kind: z.enum(['reply', 'note']) });

/** What an open page tells of its agent: that it is there, what it shows, and that they type. */
export function signRoutes({
  signs,
  typing,
  reads,
  lead,
  guard,
  log,
}: {
  readonly signs: DeskSigns;
  readonly typing: DeskTyping;
  readonly reads: DeskReads;
  /** Who reads along unseen is not shown to look. */
  readonly lead: Pick<DeskLead, 'reading'>;
  readonly guard: Guard;
  readonly log: Log;
}): Router {
  const router = Router();

  // The answer of an open page to a heartbeat, and its word when it shows something else.
  router.post(
    '/here',
    guard.signedIn(async (request, response, { agent }) => {
      const { looking } = readRequest(hereRequest, request.body);
      if (looking) {
        const { page, conversationId, seenId } = looking;
        const isUnseen = conversationId !== null && (await lead.reading(conversationId, agent)) === 'unseen';
        signs.looks({ agentId: agent.id, name: agent.name }, page, isUnseen ? null : conversationId);
        // Nobody waits for a channel here.
        if (conversationId !== null && seenId !== undefined)
          void reads
            .agentReads(conversationId, agent, seenId)
            .catch((error: unknown) =>
              log.warn('A customer was not shown that an agent has read.', { conversationId, error }),
            );
      }
      response.status(204).end();
    }),
  );

  router.post(
    '/conversation/:id/typing',
    guard.signedIn(async (request, response, { agent }) => {
      const { kind } = readRequest(typingRequest, request.body);
      const conversationId = conversationIdIn(request);
      signs.types({ agentId: agent.id, name: agent.name }, conversationId);
      // A note is for colleagues alone. Nobody waits for a channel here.
      if (kind === 'reply')
        void typing
          .agentTypes(conversationId, agent)
          .catch((error: unknown) =>
            log.warn('A customer was not shown that an agent types.', { conversationId, error }),
          );
      response.status(204).end();
    }),
  );

  return router;
}
