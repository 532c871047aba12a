import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { channelErrors } from '../../errors.js';
import { toErrorResponse } from '../error-response.js';

const RETRY_AFTER_SECONDS = 10;

/** The one answer to whoever asks for more than an address may; its bytes are made once. */
interface Refusal {
  /** Code of the error as it stands on the wire. */
  readonly code: string;
  give(response: ServerResponse): void;
  /** To a request that wants to become a socket. */
  giveTo(stream: Duplex): void;
}

export function createRefusal(perSecond: number): Refusal {
  const error = channelErrors.ADDRESS_OVER_SHARE({ perSecond, seconds: RETRY_AFTER_SECONDS });
  const { status, body } = toErrorResponse(error, '');
  const bytes = Buffer.from(JSON.stringify(body));
  const headers = [
    ...[
      'Connection',
      'close',
      'Retry-After',
      String(RETRY_AFTER_SECONDS),
      'X-Content-Type-Options',
      'nosniff',
    ],
    ...['Content-Type', 'application/json; charset=utf-8', 'Content-Length', String(bytes.length)],
  ];
  const head = `HTTP/1.1 ${status} Too Many Requests\r\n${inLines(headers)}\r\n`;
  const whole = Buffer.concat([Buffer.from(head), bytes]);
  return {
    code: body.error.code,
    give: (response) => void response.writeHead(status, headers).end(bytes),
    giveTo: (stream) => void stream.end(whole, () => stream.destroy()),
  };
}

function inLines(headers: readonly string[]): string {
  return headers.map((part, place) => (place % 2 === 0 ? `${part}: ` : `${part}\r\n`)).join('');
}
