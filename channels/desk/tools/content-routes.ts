import { z } from 'zod';
import type { ContentOutcome, DeskContent } from '../../../bot/contracts/content/desk-content.js';
import type { DeskAgent } from '../../../bot/contracts/desk.js';
import { type Request, type RequestHandler, Router } from '../../server/http.js';
import { deskErrors } from '../errors.js';
import type { Guard } from '../guard.js';
import { ANSWER_LIMIT, KNOWLEDGE_LIMIT, MOST_PHRASINGS, PHRASING_LIMIT } from '../limits.js';
import { readRequest } from '../requests.js';
import type { ContentItemReply, ContentReply } from './contracts.js';

export const contentItemId = z.string().min(1, 'is empty').max(500, 'is longer than 500 characters');
/** Tells an edit: when it was made. */
const seen = z.string().max(40, 'is longer than 40 characters');
const searchRequest = z.strictObject({
  words: z.string().max(KNOWLEDGE_LIMIT, `is longer than ${KNOWLEDGE_LIMIT} characters`),
  language: z.enum(['nl', 'en']),
});
const itemRequest = z.strictObject({ itemId: contentItemId });
const undoRequest = z.strictObject({ itemId: contentItemId, seen });
const keepRequest = z.strictObject({
  itemId: contentItemId,
  seen: seen.nullable(),
  answer: z.string().max(ANSWER_LIMIT, `is longer than ${ANSWER_LIMIT} characters`).nullable(),
  phrasings: z
    .array(z.string().max(PHRASING_LIMIT, `has a wording longer than ${PHRASING_LIMIT} characters`))
    .max(MOST_PHRASINGS, `has more than ${MOST_PHRASINGS} wordings`),
  isHidden: z.boolean(),
  isOutdated: z.boolean(),
  isPinned: z.boolean(),
});

/** What content people change about the knowledge. In bodies: ids of items may hold slashes, and words are no part of an address. */
export function contentRoutes({
  content,
  guard,
}: {
  readonly content: DeskContent;
  readonly guard: Guard;
}): Router {
  const router = Router();
  const answering = <Result>(
    act: ContentAct<Result>,
    reply: (result: Result) => ContentReply | ContentItemReply,
  ): RequestHandler => answeringContent(guard, act, reply);

  router.get(
    '/content',
    answering(
      (_request, agent) => content.list(agent),
      (items) => ({ items }),
    ),
  );
  router.post(
    '/content/search',
    answering(
      (request, agent) => {
        const { words, language } = readRequest(searchRequest, request.body);
        return content.search(agent, words, language);
      },
      (items) => ({ items }),
    ),
  );
  router.post(
    '/content/item',
    answering(
      (request, agent) => content.item(agent, readRequest(itemRequest, request.body).itemId),
      (item) => ({ item }),
    ),
  );
  router.post(
    '/content/keep',
    answering(
      (request, agent) => {
        const { itemId: id, seen: at, ...edit } = readRequest(keepRequest, request.body);
        return content.keep(agent, id, edit, at);
      },
      (item) => ({ item }),
    ),
  );
  router.post(
    '/content/undo',
    answering(
      (request, agent) => {
        const { itemId: id, seen: at } = readRequest(undoRequest, request.body);
        return content.undo(agent, id, at);
      },
      (item) => ({ item }),
    ),
  );

  return router;
}

type ContentAct<Result> = (request: Request, agent: DeskAgent) => Promise<ContentOutcome<Result>>;

/** Answers with what somebody did about the knowledge came to. The handler throws what `done` does. */
export function answeringContent<Result>(
  guard: Guard,
  act: ContentAct<Result>,
  reply: (result: Result) => object,
): RequestHandler {
  return guard.signedIn(async (request, response, { agent }) => {
    response.json(reply(done(await act(request, agent), agent)));
  });
}

/** @throws DESK_CONTENT_ONLY, DESK_ITEM_UNKNOWN, DESK_ITEM_CHANGED, DESK_TOO_MANY_EDITS, DESK_KNOWLEDGE_NOT_READY, DESK_KNOWLEDGE_BUSY */
function done<Result>(outcome: ContentOutcome<Result>, { role }: DeskAgent): Result {
  switch (outcome.kind) {
    case 'done':
      return outcome.result;
    case 'not-allowed':
      throw deskErrors.DESK_CONTENT_ONLY({ role });
    case 'unknown-item':
      throw deskErrors.DESK_ITEM_UNKNOWN({});
    case 'changed-meanwhile':
      throw deskErrors.DESK_ITEM_CHANGED({});
    case 'too-many':
      throw deskErrors.DESK_TOO_MANY_EDITS({});
    case 'not-ready':
      throw deskErrors.DESK_KNOWLEDGE_NOT_READY({});
    case 'busy':
      throw deskErrors.DESK_KNOWLEDGE_BUSY({});
  }
}
