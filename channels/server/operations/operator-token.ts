import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from '../http.js';

/** Whether a request brings the operator's token: `Authorization: Bearer …`. Takes the same time for every wrong one. */
export function isOperator(request: Request, token: string | undefined): boolean {
  const given = /^Bearer (\S{1,500})$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined || given === undefined) return false;
  return timingSafeEqual(digest(given), digest(token));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
