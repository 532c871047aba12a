import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { channelErrors } from '../../errors.js';
import { toErrorResponse } from '../error-response.js';
import { mayUseChat, type OriginSettings, PREFLIGHT_HEADERS } from '../page-origin.js';

const RETRY_AFTER_SECONDS = 10;
/** `https://`, a name of 253 characters and a port; a longer origin is none, and would make our answer as long. */
const LONGEST_ORIGIN = 300;

/** The one answer to whoever asks for more than an address may; its bytes are made once. */
interface Refusal {
  /** Code of the error as it stands on the wire. */
  readonly code: string;
  /**
   * Refuses a request. A page of a website that may show the chat can read why; its browser, which asks before it sends, is told
   * that it may, or all that the page would learn is that there was no answer.
   */
  give(request: IncomingMessage, response: ServerResponse): void;
  /** To a request that wants to become a socket. */
  giveTo(stream: Duplex): void;
}

export function createRefusal(perSecond: number, settings: OriginSettings): Refusal {
  const error = channelErrors.ADDRESS_OVER_SHARE({ perSecond, seconds: RETRY_AFTER_SECONDS });
  const { status, body } = toErrorResponse(error, '');
  const bytes = Buffer.from(JSON.stringify(body));
  const headers = {
    Connection: 'close',
    'Retry-After': String(RETRY_AFTER_SECONDS),
    'X-Content-Type-Options': 'nosniff',
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': String(bytes.length),
  };
  const preflight = { Connection: 'close', ...PREFLIGHT_HEADERS };
  const head = `HTTP/1.1 ${status} Too Many Requests\r\n${inLines(headers)}\r\n`;
  const whole = Buffer.concat([Buffer.from(head), bytes]);

  return {
    code: body.error.code,
    give(request, response) {
      const page = pageHeaders(request, settings);
      if (page && request.method === 'OPTIONS') response.writeHead(204, { ...preflight, ...page }).end();
      else response.writeHead(status, { ...headers, ...page }).end(bytes);
    },
    giveTo: (stream) => void stream.end(whole, () => stream.destroy()),
  };
}

/** What lets the page that asks read the answer; null where it may not, or where no page asks. */
function pageHeaders(request: IncomingMessage, settings: OriginSettings): Record<string, string> | null {
  const { origin } = request.headers;
  if (origin === undefined || origin.length > LONGEST_ORIGIN) return null;
  if (!mayUseChat(origin, request, settings)) return null;
  return {
    Vary: 'Origin',
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Expose-Headers': 'Retry-After',
  };
}

function inLines(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
}
