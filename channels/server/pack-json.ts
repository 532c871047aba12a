import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { acceptsEncoding, type RequestHandler } from './http.js';

const pack = promisify(gzip);

/** In bytes; below, packing saves less than a packet. */
const WORTH_PACKING = 1_400;

/**
 * Packs answers in JSON by gzip where the other side takes it. Answers with a token are shorter than what is packed, so that
 * no secret stands in one packed text with words that strangers choose (BREACH).
 */
export function packJson(): RequestHandler {
  return (request, response, next) => {
    const send = response.json.bind(response);
    response.json = (body: unknown) => {
      const text = acceptsEncoding(request, 'gzip') ? JSON.stringify(body) : undefined;
      if (text === undefined) return send(body);
      if (Buffer.byteLength(text) < WORTH_PACKING) return response.type('json').send(text);
      response.vary('Accept-Encoding');
      pack(text, { level: 4 }).then(
        (bytes) => {
          if (response.headersSent || response.destroyed) return;
          response.set({ 'Content-Type': 'application/json; charset=utf-8', 'Content-Encoding': 'gzip' });
          response.send(bytes);
        },
        () => void send(body),
      );
      return response;
    };
    next();
  };
}
