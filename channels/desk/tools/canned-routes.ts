import { z } from 'zod';
import type { DeskAgent } from '../../../bot/contracts/desk.js';
import type { CannedOutcome, DeskCanned } from '../../../bot/contracts/tools/desk-canned.js';
import { type Request, type RequestHandler, Router } from '../../server/http.js';
import { deskErrors } from '../errors.js';
import type { Guard } from '../guard.js';
import { CANNED_LIMIT, CANNED_TITLE_LIMIT, SHORTCUT_LIMIT } from '../limits.js';
import { ending, readRequest, requests, typedText } from '../requests.js';
import type { CannedReply } from './contracts.js';

const text = {
  language: z.enum(['nl', 'en']),
  shortcut: z
    .string()
    .trim()
    .toLowerCase()
    .max(SHORTCUT_LIMIT, `is longer than ${SHORTCUT_LIMIT} characters`)
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}-]*$/u, 'has other characters than letters, digits and "-"'),
  title: typedText(CANNED_TITLE_LIMIT),
  text: typedText(CANNED_LIMIT),
  ending: ending.nullable(),
};
const changeRequest = z.strictObject(text);
const addRequest = z.strictObject({ ...text, isShared: z.boolean() });

/** Answers that agents send often: reading them, and the changes that each may make. */
export function cannedRoutes({
  canned,
  guard,
}: {
  readonly canned: DeskCanned;
  readonly guard: Guard;
}): Router {
  const router = Router();

  /** Each change is answered with how all of them stand now. */
  function change(act: (request: Request, agent: DeskAgent) => Promise<CannedOutcome>): RequestHandler {
    return guard.signedIn(async (request, response, { agent }) => {
      carriedOut(await act(request, agent), agent);
      response.json(await all(canned, agent));
    });
  }

  router.get(
    '/canned',
    guard.signedIn(async (_request, response, { agent }) => {
      response.json(await all(canned, agent));
    }),
  );
  router.post(
    '/canned',
    change((request, agent) => {
      const { isShared, ...answer } = readRequest(addRequest, request.body);
      return canned.add(agent, answer, isShared);
    }),
  );
  router.post(
    '/canned/:id',
    change((request, agent) => canned.change(agent, idIn(request), readRequest(changeRequest, request.body))),
  );
  router.post(
    '/canned/:id/remove',
    change((request, agent) => {
      readRequest(requests.nothing, request.body);
      return canned.remove(agent, idIn(request));
    }),
  );

  return router;
}

async function all(canned: DeskCanned, agent: DeskAgent): Promise<CannedReply> {
  return { answers: await canned.list(agent), company: canned.company };
}

function idIn(request: Request): string {
  const { id } = request.params;
  if (typeof id !== 'string' || id.length > 100) throw deskErrors.DESK_CANNED_UNKNOWN({});
  return id;
}

/** @throws DESK_NOT_ALLOWED, DESK_CANNED_UNKNOWN, DESK_CANNED_SHORTCUT_USED, DESK_TOO_MANY_CANNED */
function carriedOut(outcome: CannedOutcome, { role }: DeskAgent): void {
  if (outcome.kind === 'not-allowed') throw deskErrors.DESK_NOT_ALLOWED({ role });
  if (outcome.kind === 'unknown-answer') throw deskErrors.DESK_CANNED_UNKNOWN({});
  if (outcome.kind === 'shortcut-used') throw deskErrors.DESK_CANNED_SHORTCUT_USED({});
  if (outcome.kind === 'too-many') throw deskErrors.DESK_TOO_MANY_CANNED({ most: outcome.most });
}
