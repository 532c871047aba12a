import type { DeskEntry } from '../../../../bot/contracts/desk.js';

/** Within so long before it is due, how much of a promise is left says more than when it is due. */
const SOON_MS = 4 * 3_600_000;

/** How it stands with an answer that was promised. */
export type PromiseStanding =
  | { readonly kind: 'none' }
  | { readonly kind: 'broken' }
  | { readonly kind: 'stopped' }
  /** `leftMs` is null while it is due much later. */
  | {
      readonly kind: 'running';
      readonly dueAt: string;
      readonly isAtRisk: boolean;
      readonly leftMs: number | null;
    };

/** @param now milliseconds since 1970 */
export function promiseStanding({ promise }: Pick<DeskEntry, 'promise'>, now: number): PromiseStanding {
  if (promise === null) return { kind: 'none' };
  const { dueAt, warnAt, brokenAt } = promise;
  if (brokenAt !== null) return { kind: 'broken' };
  if (dueAt === null) return { kind: 'stopped' };
  const leftMs = Date.parse(dueAt) - now;
  const isAtRisk = warnAt !== null && Date.parse(warnAt) <= now;
  return { kind: 'running', dueAt, isAtRisk, leftMs: leftMs <= SOON_MS ? Math.max(0, leftMs) : null };
}

/** Conversations whose promise is almost due, the most pressing first. */
export function promisesAtRisk(entries: readonly DeskEntry[], now: number): DeskEntry[] {
  return entries
    .filter((entry) => {
      const standing = promiseStanding(entry, now);
      return standing.kind === 'running' && standing.isAtRisk;
    })
    .sort((a, b) => (a.promise?.dueAt ?? '').localeCompare(b.promise?.dueAt ?? ''));
}
