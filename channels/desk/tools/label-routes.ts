import { z } from 'zod';
import type { DeskAgent } from '../../../bot/contracts/desk.js';
import type { DeskLabels, LabelOutcome } from '../../../bot/contracts/tools/desk-labels.js';
import { type Request, type RequestHandler, Router } from '../../server/http.js';
import { conversationIdIn } from '../conversation-id.js';
import { deskErrors } from '../errors.js';
import type { TellConversation } from '../file-routes.js';
import type { Guard } from '../guard.js';
import { LABEL_LIMIT } from '../limits.js';
import { readRequest, requests, typedText } from '../requests.js';
import type { LabelsReply } from './contracts.js';

const nameRequest = z.strictObject({
  name: typedText(LABEL_LIMIT),
});
const putRequest = z.strictObject({ labelId: z.string().min(1).max(100), isOn: z.boolean() });

/** The company's labels, which administrators change, and putting them on conversations. */
export function labelRoutes({
  labels,
  tell,
  guard,
}: {
  readonly labels: DeskLabels;
  readonly tell: TellConversation;
  readonly guard: Guard;
}): Router {
  const router = Router();

  /** Each change is answered with how all of them stand now. */
  function change(act: (request: Request, agent: DeskAgent) => Promise<LabelOutcome>): RequestHandler {
    return guard.signedIn(async (request, response, { agent }) => {
      requireLabelled(await act(request, agent), agent);
      response.json({ labels: await labels.list() } satisfies LabelsReply);
    });
  }

  router.get(
    '/labels',
    guard.signedIn(async (_request, response) => {
      response.json({ labels: await labels.list() } satisfies LabelsReply);
    }),
  );
  router.post(
    '/labels',
    change((request, agent) => labels.add(agent, readRequest(nameRequest, request.body).name)),
  );
  router.post(
    '/labels/:id',
    change((request, agent) =>
      labels.rename(agent, labelIdIn(request), readRequest(nameRequest, request.body).name),
    ),
  );
  router.post(
    '/labels/:id/remove',
    change((request, agent) => {
      readRequest(requests.nothing, request.body);
      return labels.remove(agent, labelIdIn(request));
    }),
  );
  router.post(
    '/conversation/:id/label',
    guard.signedIn(async (request, response, { agent }) => {
      const conversationId = conversationIdIn(request);
      const { labelId, isOn } = readRequest(putRequest, request.body);
      requireLabelled(await labels.put(conversationId, labelId, isOn), agent);
      response.json(await tell(conversationId, agent));
    }),
  );

  return router;
}

function labelIdIn(request: Request): string {
  const { id } = request.params;
  if (typeof id !== 'string' || id.length > 100) throw deskErrors.DESK_LABEL_UNKNOWN({});
  return id;
}

/** @throws DESK_NOT_ALLOWED, DESK_LABEL_UNKNOWN, DESK_CONVERSATION_UNKNOWN, DESK_LABEL_NAME_USED, DESK_TOO_MANY_LABELS */
function requireLabelled(outcome: LabelOutcome, { role }: DeskAgent): void {
  switch (outcome.kind) {
    case 'done':
      return;
    case 'not-allowed':
      throw deskErrors.DESK_NOT_ALLOWED({ role });
    case 'unknown-label':
      throw deskErrors.DESK_LABEL_UNKNOWN({});
    case 'unknown-conversation':
      throw deskErrors.DESK_CONVERSATION_UNKNOWN({});
    case 'name-used':
      throw deskErrors.DESK_LABEL_NAME_USED({});
    case 'too-many':
      throw deskErrors.DESK_TOO_MANY_LABELS({ most: outcome.most });
  }
}
