import type { PeerQuality } from './score-run.js';

/** One line of the table: what a peer does on a set. Figures that were not measured are null. */
export interface PeerRow extends PeerQuality {
  readonly buildSeconds: number | null;
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  /** The most memory its process held, the runtime's own included. */
  readonly memoryMb: number | null;
}

/** Why there is no line. */
export interface NoRow {
  readonly reason: string;
}

/** Lines by the name of the peer. */
export type PeerRows = Readonly<Record<string, PeerRow | NoRow>>;

export function isMeasured(row: PeerRow | NoRow | undefined): row is PeerRow {
  return row !== undefined && !('reason' in row);
}
