import { z } from 'zod';
import type {
  DeskReleases,
  PlanPage,
  ReleaseOutcome,
  ReleaseOverview,
  ReleasePreview,
} from '../../../bot/contracts/content/desk-releases.js';
import type { DeskAgent } from '../../../bot/contracts/desk.js';
import { type Request, type RequestHandler, Router } from '../../server/http.js';
import { deskErrors } from '../errors.js';
import type { Guard } from '../guard.js';
import { PLAN_KINDS, QUESTION_LIMIT, RELEASE_NAME_LIMIT, RELEASE_WHY_LIMIT } from '../limits.js';
import { readRequest, typedText } from '../requests.js';

export const releaseId = z.string().min(1, 'is empty').max(200, 'is longer than 200 characters');
const why = z
  .string()
  .trim()
  .max(RELEASE_WHY_LIMIT, `is longer than ${RELEASE_WHY_LIMIT} characters`)
  // It is listed on one line, on the terminal too.
  .regex(/^\P{Cc}*$/u, 'has a line break or a control character');
const requestsOf = {
  publish: z.strictObject({ id: releaseId, why }),
  rollback: z.strictObject({ from: releaseId, why }),
  rename: z.strictObject({
    id: releaseId,
    name: typedText(RELEASE_NAME_LIMIT).regex(/^\P{Cc}*$/u, 'has a line break or a control character'),
  }),
  run: z.strictObject({ isFull: z.boolean() }),
  plan: z.strictObject({
    id: releaseId,
    kind: z.enum(PLAN_KINDS),
    from: z.int().min(0, 'is below 0').max(100_000, 'is above 100000'),
  }),
  preview: z.strictObject({
    id: releaseId,
    question: typedText(QUESTION_LIMIT),
    language: z.enum(['nl', 'en']),
  }),
};

/** Releases of the knowledge: which there are, what each changes, and what is live. In bodies: what is asked is no part of an address. */
export function releaseRoutes({
  releases,
  guard,
}: {
  readonly releases: DeskReleases;
  readonly guard: Guard;
}): Router {
  const router = Router();

  const answering = <Result extends ReleaseOverview | PlanPage | ReleasePreview>(
    act: (request: Request, agent: DeskAgent) => Promise<ReleaseOutcome<Result>>,
  ): RequestHandler => answeringReleases(guard, act);

  router.get(
    '/releases',
    answering((_request, agent) => releases.overview(agent)),
  );
  router.post(
    '/releases/plan',
    answering((request, agent) => {
      const wanted = readRequest(requestsOf.plan, request.body);
      return releases.plan(agent, wanted.id, wanted.kind, wanted.from);
    }),
  );
  router.post(
    '/releases/publish',
    answering((request, agent) => {
      const wanted = readRequest(requestsOf.publish, request.body);
      return releases.publish(agent, wanted.id, wanted.why);
    }),
  );
  router.post(
    '/releases/rollback',
    answering((request, agent) => {
      const wanted = readRequest(requestsOf.rollback, request.body);
      return releases.rollback(agent, wanted.from, wanted.why);
    }),
  );
  router.post(
    '/releases/rename',
    answering((request, agent) => {
      const wanted = readRequest(requestsOf.rename, request.body);
      return releases.rename(agent, wanted.id, wanted.name);
    }),
  );
  router.post(
    '/releases/run',
    answering((request, agent) => releases.startRun(agent, readRequest(requestsOf.run, request.body).isFull)),
  );
  router.post(
    '/releases/preview',
    answering((request, agent) => {
      const wanted = readRequest(requestsOf.preview, request.body);
      return releases.preview(agent, wanted.id, wanted.question, wanted.language);
    }),
  );

  return router;
}

/**
 * Answers with what content people asked about releases.
 * @throws DESK_CONTENT_ONLY, DESK_RELEASE_UNKNOWN, DESK_RELEASE_REFUSED, DESK_INGEST_RUNNING, DESK_KNOWLEDGE_BUSY, DESK_KNOWLEDGE_NOT_READY
 */
export function answeringReleases<Result extends object>(
  guard: Guard,
  act: (request: Request, agent: DeskAgent) => Promise<ReleaseOutcome<Result>>,
): RequestHandler {
  return guard.signedIn(async (request, response, { agent }) => {
    response.json(done(await act(request, agent), agent));
  });
}

function done<Result>(outcome: ReleaseOutcome<Result>, { role }: DeskAgent): Result {
  switch (outcome.kind) {
    case 'done':
      return outcome.result;
    case 'not-allowed':
      throw deskErrors.DESK_CONTENT_ONLY({ role });
    case 'unknown-release':
      throw deskErrors.DESK_RELEASE_UNKNOWN({});
    case 'refused':
      throw deskErrors.DESK_RELEASE_REFUSED({ code: outcome.code });
    case 'running':
      throw deskErrors.DESK_INGEST_RUNNING({});
    case 'busy':
      throw deskErrors.DESK_KNOWLEDGE_BUSY({});
    case 'not-ready':
      throw deskErrors.DESK_KNOWLEDGE_NOT_READY({});
  }
}
