import { createHash } from 'node:crypto';

/** The questions fall into so many parts. */
export const PARTS = 5;

/** Which fifth of the questions, counted from 0, a question belongs to: always the same for the same text. */
export function fifthOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) % PARTS;
}
