import { createHash } from 'node:crypto';
import type { AnswerOfItem } from '../contracts/withdrawals.js';

/** Tells one answer from another: its words as the source gives them, its link and who wrote it. */
export function answerSign({ answer, url, author, edited, sourceSign }: AnswerOfItem): string {
  if (sourceSign !== undefined) return sourceSign;
  return createHash('sha256')
    .update(JSON.stringify([edited?.original ?? answer, url, author.name]))
    .digest('hex')
    .slice(0, 32);
}
