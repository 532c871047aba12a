import { channelErrors } from '../errors.js';
import type { Door } from '../server/door.js';
import { vouchFor } from '../server/front/vouched.js';
import { Router, readBytes } from '../server/http.js';
import { limitPerMinute } from '../server/rate-limit.js';

/** Who takes calls of web hooks of communities. */
export interface TakesSourceHooks {
  take(
    name: string,
    header: (name: string) => string | undefined,
    body: Buffer,
  ): 'taken' | 'refused' | 'unknown' | 'full';
  stop(): void;
}

/** A post with its whole text; Discourse allows posts of 32,000 characters, as text and as HTML. */
const MAX_BODY_BYTES = 1_000_000;
/** From one address; a community that changes more at once calls again later. */
const CALLS_A_MINUTE = 600;

/**
 * The door for communities that tell of changes: `POST /hooks/sources/NAME`, NAME as in INGEST_SOURCES. The bytes are handed on
 * as they came, because they are signed; nothing of them is logged. A community calls again after any status but 2xx.
 */
export function createSourceHooksDoor(hooks: TakesSourceHooks): Door {
  const router = Router();
  router.post(
    '/hooks/sources/:name',
    limitPerMinute(CALLS_A_MINUTE),
    readBytes(MAX_BODY_BYTES),
    (request, response) => {
      const body: unknown = request.body;
      const name = String(request.params.name ?? '');
      const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
      const answer = hooks.take(name, (header) => request.get(header), bytes);
      if (answer === 'unknown') throw channelErrors.NOT_FOUND({});
      if (answer === 'refused') throw channelErrors.SIGNATURE_WRONG({});
      vouchFor(request);
      if (answer === 'full') throw channelErrors.HOOKS_FULL({});
      response.sendStatus(204);
    },
  );
  return { name: 'source-hooks', router, stop: async () => hooks.stop() };
}
