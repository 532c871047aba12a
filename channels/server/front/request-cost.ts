import type { IncomingMessage } from 'node:http';

const BYTES_OF_A_UNIT = 65_536;
/** Of a body that does not say how long it is. */
const OF_UNKNOWN_LENGTH = 4;
const FOR_NOTHING = 5;
/** Answers that a body was read for in vain, or a signature, token or password looked at; also to whoever was told to wait. */
const IN_VAIN: ReadonlySet<number> = new Set([400, 401, 403, 413, 415, 422, 429]);

/**
 * What a request is expected to cost, in units of a page or a reading: what brings a body is read, checked and as a rule
 * written, and long ones cost by length.
 */
export function requestCost(request: IncomingMessage): number {
  const { method = 'GET', headers } = request;
  const isReading = method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
  const length = Number(headers['content-length'] ?? 0);
  const isLengthUnknown = headers['transfer-encoding'] !== undefined || !(length >= 0);
  return (isReading ? 1 : 2) + (isLengthUnknown ? OF_UNKNOWN_LENGTH : Math.floor(length / BYTES_OF_A_UNIT));
}

/** What an answer adds to that. */
export function answerCost(status: number): number {
  return IN_VAIN.has(status) ? FOR_NOTHING : 0;
}
