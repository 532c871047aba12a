import type { SkippedRow } from './contracts.js';

/** A row that is no thread. */
export function skippedRow(
  reason: SkippedRow['reason'],
  position: string,
  detail = '',
  count = 1,
): SkippedRow {
  return { kind: 'skipped', reason, position, detail, count };
}
