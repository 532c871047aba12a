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
 * @throws BODY_TOO_LARGE, BAD_ARGUMENT (by the error responder) for what is not JSON or is nested too deep
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
      checkNesting(bytes);
    },
  });
}

/** Cards nest some 20 levels deep; whatever walks through thousands by recursion would overflow the stack. */
const MOST_LEVELS = 100;

/**
 * Refuses JSON that is nested too deep before it is read, whichever door it comes to: schemas, copies and the writing out of
 * a value all go down level by level.
 * @param json in UTF-8; what is not JSON passes here and is refused by its reader
 * @throws BAD_ARGUMENT
 */
export function checkNesting(json: Uint8Array): void {
  let level = 0;
  let isInText = false;
  for (let place = 0; place < json.length; place += 1) {
    const sign = json[place];
    if (isInText) {
      if (sign === BACKSLASH) place += 1;
      else if (sign === QUOTE) isInText = false;
    } else if (sign === QUOTE) isInText = true;
    else if (sign === OPEN_LIST || sign === OPEN_OBJECT) {
      level += 1;
      if (level <= MOST_LEVELS) continue;
      throw channelErrors.BAD_ARGUMENT({ reason: `at most ${MOST_LEVELS} levels of nesting are taken` });
    } else if (sign === CLOSE_LIST || sign === CLOSE_OBJECT) level -= 1;
  }
}

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = Buffer.from('"\\[]{}');

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
  // Browsers send some 30 characters; anybody may send as much as fits a head.
  return String(header ?? '')
    .slice(0, 500)
    .split(',')
    .some((part) => {
      const [name, weight] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      return name === encoding && !/^q=0(?:\.0*)?$/.test(weight ?? '');
    });
}
