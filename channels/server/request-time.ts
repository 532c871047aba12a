import { channelErrors } from '../errors.js';
import type { RequestHandler } from './http.js';

/**
 * Refuses a request whose body is not there in time, and ends its connection.
 * @param mayTakeLonger paths to which files are sent; the server's own limit holds for them
 */
export function requestTime(ms: number, mayTakeLonger: readonly RegExp[]): RequestHandler {
  return (request, response, next) => {
    if (request.complete || mayTakeLonger.some((path) => path.test(request.path))) return next();
    const timer = setTimeout(() => {
      if (request.complete) return;
      response.setHeader('Connection', 'close');
      response.once('finish', () => request.socket.destroy());
      next(channelErrors.REQUEST_TOO_SLOW({ seconds: Math.ceil(ms / 1_000) }));
    }, ms);
    const done = () => clearTimeout(timer);
    request.once('end', done);
    response.once('close', done);
    next();
  };
}
