import { randomUUID } from 'node:crypto';
import type { Log } from '../../index/platform/log.js';
import type { RequestHandler, Response } from './http.js';

/**
 * Gives every request an id (told in `x-request-id`) and logs one line when it has ended. The line names the route, not
 * the address: addresses carry tokens, conversation ids and names of files; bodies are never logged.
 */
export function logRequests(log: Log): RequestHandler {
  return (request, response, next) => {
    const requestId = randomUUID();
    const startedAt = performance.now();
    response.locals.requestId = requestId;
    response.setHeader('x-request-id', requestId);
    response.on('close', () => {
      log.debug('A request ended.', {
        requestId,
        method: request.method,
        route: request.route ? `${request.baseUrl}${String(request.route.path)}` : null,
        status: response.writableFinished ? response.statusCode : null,
        durationMs: Math.round(performance.now() - startedAt),
      });
    });
    next();
  };
}

/** The id of the request that a response belongs to. */
export function requestIdOf(response: Response): string {
  return typeof response.locals.requestId === 'string' ? response.locals.requestId : '';
}
