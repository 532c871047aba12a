import type { MetricsReading } from '../../../index/platform/telemetry/metrics.js';
import type { ReadinessPart } from '../../../index/platform/telemetry/readiness.js';
import { beginSpan } from '../../../index/platform/telemetry/spans.js';
import { channelErrors } from '../../errors.js';
import { type RequestHandler, Router } from '../http.js';
import { limitPerMinute } from '../rate-limit.js';
import { isOperator } from './operator-token.js';

/** An answer as it is counted: no address, no id, no word. */
export interface AnswerFacts {
  readonly door: string;
  readonly status: number;
  /** Code of the error; null where it is none. */
  readonly code: string | null;
  readonly seconds: number;
}

/** What operators read of the program. */
export interface ServerOperations {
  readonly readiness: () => Promise<readonly ReadinessPart[]>;
  readonly metrics: () => Promise<MetricsReading>;
  readonly answered: (answer: AnswerFacts) => void;
}

/** Prometheus reads four times a minute; whoever guesses a token gets no further than this. */
const READINGS_PER_MINUTE = 120;

/**
 * What says how the program is: `/healthz` that it lives, `/readyz` whether questions are answered, with the operator's
 * token by part, and `/metrics` with the token alone. They answer from the moment the port is taken.
 * @param notReadyBecause why questions cannot be answered, in a sentence; null when they can
 * @param token OPERATIONS_TOKEN; without it there are no figures and no details
 */
export function operationsRoutes(
  notReadyBecause: () => string | null,
  operations: ServerOperations | null,
  token: string | undefined,
): Router {
  const router = Router();
  router.use(['/healthz', '/readyz', '/metrics'], markDoor('operations'));
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'running' });
  });
  router.get('/readyz', async (request, response) => {
    const reason = notReadyBecause();
    const isReady = reason === null;
    const parts = operations && isOperator(request, token) ? await operations.readiness() : null;
    response.status(isReady ? 200 : 503).json(parts ? { isReady, reason, parts } : { isReady, reason });
  });
  if (!operations || token === undefined) return router;
  router.get('/metrics', limitPerMinute(READINGS_PER_MINUTE), async (request, response) => {
    if (!isOperator(request, token)) {
      throw channelErrors.OPERATOR_UNKNOWN({});
    }
    const { contentType, text } = await operations.metrics();
    response.setHeader('Cache-Control', 'no-store').setHeader('Content-Type', contentType).end(text);
  });
  return router;
}

/** Counts what is answered; streams, which end when somebody closes a page, tell nothing by their time. */
export function countAnswers(answered: ServerOperations['answered']): RequestHandler {
  return (_request, response, next) => {
    const beganAt = performance.now();
    response.once('close', () => {
      const { door, errorCode } = response.locals;
      if (String(response.getHeader('Content-Type')).startsWith('text/event-stream')) return;
      answered({
        door: typeof door === 'string' ? door : 'none',
        status: response.statusCode,
        code: typeof errorCode === 'string' ? errorCode : null,
        seconds: (performance.now() - beganAt) / 1_000,
      });
    });
    next();
  };
}

/** Notes which door has a request: the last one that it came to answers it, or refuses it. */
export function markDoor(name: string): RequestHandler {
  return (_request, response, next) => {
    response.locals.door = name;
    next();
  };
}

/**
 * Traces what comes to a door and all that follows from it. What a caller says of a trace of theirs (`traceparent`) counts for
 * nothing: anybody could write into ours.
 */
export function traceDoors(): RequestHandler {
  return (request, response, next) => {
    const end = beginSpan('door', next);
    response.once('close', () => {
      const { door, errorCode } = response.locals;
      const route = request.route ? `${request.baseUrl}${String(request.route.path)}` : null;
      const facts = {
        'bot.door': typeof door === 'string' ? door : 'none',
        'http.request.method': request.method,
        'http.response.status_code': response.statusCode,
        // The pattern: addresses carry tokens and ids of conversations.
        ...(route === null ? {} : { 'http.route': route }),
      };
      end(facts, response.statusCode >= 500 ? String(errorCode ?? response.statusCode) : null);
    });
  };
}
