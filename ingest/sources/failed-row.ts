import type { FailedRow, FailureReason } from './contracts.js';

/** A row that could not be read. */
export function failedRow(
  position: string,
  detail: string,
  threadId: string | null = null,
  reason: FailureReason = 'broken-row',
): FailedRow {
  return { kind: 'failed', reason, threadId, position, detail };
}
