import type { Clock } from '../../../index/platform/clock.js';
import { botErrors } from '../../errors.js';

/** Of a million codes three are right at a time: ten tries in a quarter of an hour find one once in 350 days. */
const MOST_TRIES = 10;
const WINDOW_MS = 15 * 60_000;

/**
 * Counts tries at the codes of an account. Only who knows its password comes so far, so that nobody else can shut its
 * owner out; and the owner has recovery codes. Accounts that exist alone are counted, so it holds no more than there are.
 */
export interface CodeTries {
  /** Counts one that begins, so that many at a time get no more than one after the other. @throws CODES_PAUSED */
  begin(agentId: string): void;
  succeeded(agentId: string): void;
}

export function createCodeTries(clock: Clock): CodeTries {
  const tries = new Map<string, { readonly since: number; readonly count: number }>();
  return {
    begin(agentId) {
      const now = clock.now().getTime();
      const before = tries.get(agentId);
      const { since, count } =
        before === undefined || now - before.since >= WINDOW_MS ? { since: now, count: 0 } : before;
      if (count >= MOST_TRIES) {
        throw botErrors.CODES_PAUSED({ minutes: Math.ceil((since + WINDOW_MS - now) / 60_000) });
      }
      tries.set(agentId, { since, count: count + 1 });
    },
    succeeded: (agentId) => void tries.delete(agentId),
  };
}
