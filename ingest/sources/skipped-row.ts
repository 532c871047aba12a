import type { SkippedRow, SkipReason } from '../contracts.js';

/** A row that became no thread. */
export function skippedRow(reason: SkipReason, position: string, detail = '', count = 1): SkippedRow {
  return { kind: 'skipped', reason, position, detail, count };
}
