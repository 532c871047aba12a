import express, { type RequestHandler } from 'express';
import { channelErrors } from '../errors.js';

/** The one door to express: what routers need of it. */
export type { ErrorRequestHandler, Express, NextFunction, Request, RequestHandler, Response } from 'express';
export { Router } from 'express';

/** An empty express application, which does not tell what it is made of. */
export function createApp(): express.Express {
  return express().disable('x-powered-by');
}

/** Serves the files of a folder. */
export const serveFiles = express.static;

/**
 * Reads a JSON body of at most `maxCharacters` characters into `request.body`; another content type leaves it undefined.
 * @throws BODY_TOO_LARGE, BAD_ARGUMENT (by the error responder) for what is not JSON
 */
export function readJsonBody(maxCharacters: number): RequestHandler {
  return express.json({
    // A character takes up to four bytes; the exact count is made on the decoded text.
    limit: maxCharacters * 4,
    strict: false,
    verify: (_request, _response, bytes) => {
      if (bytes.length > maxCharacters && bytes.toString('utf8').length > maxCharacters) {
        throw channelErrors.BODY_TOO_LARGE({ limit: `${maxCharacters} characters` });
      }
    },
  });
}

/** Reads a body of at most `maxBytes` bytes into `request.body` as a Buffer, whatever it is but a multipart form. */
export function readBytes(maxBytes: number): RequestHandler {
  return express.raw({
    limit: maxBytes,
    type: (request) => !/^multipart\//i.test(request.headers['content-type'] ?? ''),
  });
}

/** Whether a client takes an encoding: only one that it names, because another it may not know. */
export function acceptsEncoding(request: express.Request, encoding: string): boolean {
  const header = request.headers['accept-encoding'];
  return String(header ?? '')
    .split(',')
    .some((part) => {
      const [name, weight] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      return name === encoding && !/^q=0(?:\.0*)?$/.test(weight ?? '');
    });
}
