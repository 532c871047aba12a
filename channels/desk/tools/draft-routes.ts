import { z } from 'zod';
import type { DeskDrafts, DraftLists, DraftOutcome } from '../../../bot/contracts/content/answer-drafts.js';
import type { DeskAgent } from '../../../bot/contracts/desk.js';
import { type Request, type RequestHandler, Router } from '../../server/http.js';
import { conversationIdIn } from '../conversation-id.js';
import { deskErrors } from '../errors.js';
import type { Guard } from '../guard.js';
import { ANSWER_LIMIT, QUESTION_LIMIT } from '../limits.js';
import { readRequest, requests, typedText } from '../requests.js';
import type { DraftsReply, ShareReply } from './contracts.js';

const wordsRequest = z.strictObject({
  question: typedText(QUESTION_LIMIT),
  answer: typedText(ANSWER_LIMIT),
});

/** Longer is no id of ours. */
const LONGEST_ID = 100;

/** From an agent's answer to the knowledge for all. */
export function draftRoutes({
  drafts,
  guard,
}: {
  readonly drafts: DeskDrafts;
  readonly guard: Guard;
}): Router {
  const router = Router();

  router.post(
    '/conversation/:id/share/suggest',
    guard.signedIn(async (request, response, { agent }) => {
      readRequest(requests.nothing, request.body);
      response.json(done(await drafts.suggest(conversationIdIn(request), agent), notYours));
    }),
  );

  router.post(
    '/conversation/:id/share',
    guard.signedIn(async (request, response, { agent }) => {
      const words = readRequest(wordsRequest, request.body);
      const outcome = await drafts.propose(conversationIdIn(request), agent, words);
      const without = outcome.kind === 'redacted' ? outcome.without : done(outcome, notYours);
      response.json({ without } satisfies ShareReply);
    }),
  );

  function deciding(
    act: (request: Request, agent: DeskAgent) => Promise<DraftOutcome<DraftLists>>,
  ): RequestHandler {
    return guard.signedIn(async (request, response, { agent }) => {
      const outcome = await act(request, agent);
      const reply: DraftsReply =
        outcome.kind === 'redacted'
          ? { lists: null, without: outcome.without }
          : { lists: done(outcome, () => deskErrors.DESK_CONTENT_ONLY({ role: agent.role })), without: null };
      response.json(reply);
    });
  }

  router.get(
    '/content/drafts',
    deciding((_request, agent) => drafts.lists(agent)),
  );
  router.post(
    '/content/drafts/:id/approve',
    deciding((request, agent) =>
      drafts.approve(agent, idIn(request), readRequest(wordsRequest, request.body)),
    ),
  );
  router.post(
    '/content/drafts/:id/refuse',
    deciding((request, agent) => {
      readRequest(requests.nothing, request.body);
      return drafts.refuse(agent, idIn(request));
    }),
  );
  router.post(
    '/content/answers/:id/take-back',
    deciding((request, agent) => {
      readRequest(requests.nothing, request.body);
      return drafts.takeBack(agent, idIn(request));
    }),
  );

  return router;
}

/** @throws DESK_DRAFT_UNKNOWN for what is no id */
function idIn(request: Request): string {
  const { id } = request.params;
  if (typeof id !== 'string' || id.length > LONGEST_ID) throw deskErrors.DESK_DRAFT_UNKNOWN({});
  return id;
}

function notYours(): Error {
  return deskErrors.DESK_ANSWER_NOT_YOURS({});
}

/** @throws what `notAllowed` makes; DESK_DRAFT_OWN, DESK_DRAFT_UNKNOWN, DESK_TOO_MANY_DRAFTS, DESK_DRAFTS_OFF */
function done<Result>(outcome: DraftOutcome<Result>, notAllowed: () => Error): Result {
  switch (outcome.kind) {
    case 'done':
      return outcome.result;
    case 'not-allowed':
      throw notAllowed();
    case 'own-draft':
      throw deskErrors.DESK_DRAFT_OWN({});
    case 'unknown-draft':
      throw deskErrors.DESK_DRAFT_UNKNOWN({});
    case 'too-many':
      throw deskErrors.DESK_TOO_MANY_DRAFTS({});
    case 'not-ready':
    case 'redacted':
      throw deskErrors.DESK_DRAFTS_OFF({});
  }
}
