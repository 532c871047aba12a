import { z } from 'zod';
import type { DeskAgent } from '../../../bot/contracts/desk.js';
import type { DeskMoveOutcome, DeskMoves } from '../../../bot/contracts/tools/desk-moves.js';
import { type Request, type RequestHandler, Router } from '../../server/http.js';
import { carriedOut } from '../carried-out.js';
import { conversationIdIn } from '../conversation-id.js';
import { deskErrors } from '../errors.js';
import type { TellConversation } from '../file-routes.js';
import type { Guard } from '../guard.js';
import { COMMENT_LIMIT } from '../limits.js';
import { readRequest, requests } from '../requests.js';

const id = z.string().min(1, 'is needed').max(100, 'is longer than 100 characters');

export const transferRequest = z.strictObject({
  to: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('colleague'), agentId: id }),
    z.strictObject({ kind: z.literal('team'), teamId: id }),
  ]),
  comment: z.string().trim().max(COMMENT_LIMIT, `is longer than ${COMMENT_LIMIT} characters`),
});

const snoozeRequest = z.strictObject({
  until: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('hour') }),
    z.strictObject({ kind: z.literal('tomorrow') }),
    z.strictObject({
      kind: z.literal('at'),
      at: z.iso.datetime({ offset: true, error: 'is no time in ISO 8601' }),
    }),
  ]),
});

/** Passing a conversation on, setting it aside and taking it up again. */
export function moveRoutes({
  moves,
  tell,
  guard,
}: {
  readonly moves: DeskMoves;
  readonly tell: TellConversation;
  readonly guard: Guard;
}): Router {
  const router = Router();

  function move(
    act: (request: Request, conversationId: string, agent: DeskAgent) => Promise<DeskMoveOutcome>,
  ): RequestHandler {
    return guard.signedIn(async (request, response, { agent }) => {
      const conversationId = conversationIdIn(request);
      requireMoved(await act(request, conversationId, agent));
      response.json(await tell(conversationId, agent));
    });
  }

  router.post(
    '/conversation/:id/transfer',
    move((request, conversationId, agent) => {
      const { to, comment } = readRequest(transferRequest, request.body);
      return moves.transfer(conversationId, agent, to, comment);
    }),
  );
  router.post(
    '/conversation/:id/snooze',
    move((request, conversationId, agent) =>
      moves.snooze(conversationId, agent, readRequest(snoozeRequest, request.body).until),
    ),
  );
  router.post(
    '/conversation/:id/wake',
    move((request, conversationId, agent) => {
      readRequest(requests.nothing, request.body);
      return moves.wake(conversationId, agent);
    }),
  );

  return router;
}

/** @throws DESK_TARGET_UNKNOWN, DESK_TARGET_AWAY, DESK_SNOOZE_TIME, DESK_TOO_MANY_NOTES, and as `carriedOut` */
export function requireMoved(outcome: DeskMoveOutcome): void {
  switch (outcome.kind) {
    case 'unknown-target':
      throw deskErrors.DESK_TARGET_UNKNOWN({});
    case 'target-away':
      throw deskErrors.DESK_TARGET_AWAY({ agentName: outcome.agentName });
    case 'bad-time':
      throw deskErrors.DESK_SNOOZE_TIME({ latest: outcome.latest });
    case 'too-many-notes':
      throw deskErrors.DESK_TOO_MANY_NOTES({ most: outcome.most });
    default:
      carriedOut(outcome);
  }
}
