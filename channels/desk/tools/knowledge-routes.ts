import { z } from 'zod';
import type { DeskKnowledge } from '../../../bot/contracts/tools/desk-knowledge.js';
import { Router } from '../../server/http.js';
import { deskErrors } from '../errors.js';
import type { Guard } from '../guard.js';
import { KNOWLEDGE_LIMIT } from '../limits.js';
import { readRequest } from '../requests.js';
import type { KnowledgeReply } from './contracts.js';

const searchRequest = z.strictObject({
  words: z.string().max(KNOWLEDGE_LIMIT, `is longer than ${KNOWLEDGE_LIMIT} characters`),
  language: z.enum(['nl', 'en']),
});

/** Searching in what the bot answers from. In a body: a customer's words are no part of an address. */
export function knowledgeRoutes({
  knowledge,
  guard,
}: {
  readonly knowledge: DeskKnowledge;
  readonly guard: Guard;
}): Router {
  const router = Router();
  router.post(
    '/knowledge',
    guard.signedIn(async (request, response, { agent }) => {
      const { words, language } = readRequest(searchRequest, request.body);
      const outcome = await knowledge.search(agent, words, language);
      if (outcome.kind === 'not-ready') throw deskErrors.DESK_KNOWLEDGE_NOT_READY({});
      if (outcome.kind === 'busy') throw deskErrors.DESK_KNOWLEDGE_BUSY({});
      response.json({ found: outcome.found } satisfies KnowledgeReply);
    }),
  );
  return router;
}
