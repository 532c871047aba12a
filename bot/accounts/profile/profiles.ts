import type { Clock } from '../../../index/platform/clock.js';
import type { Log } from '../../../index/platform/log.js';
import type { DeskProfiles } from '../../contracts/accounts/desk-profiles.js';
import { updateAgent } from '../../store/accounts/agents.js';
import type { Store } from '../../store/store.js';
import type { AccountAudit } from '../account-audit.js';
import { accountOf } from '../administrators.js';
import { rememberGoneName } from './gone-names.js';

/** What agents change about their own account. */
export function createProfiles(parts: {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly audit: AccountAudit;
}): DeskProfiles {
  const { store, clock, log, audit } = parts;
  return {
    async rename(agentId, name) {
      const shown = shownName(name);
      const agent = await store.transaction().execute(async (write) => {
        const { id, name: before, email, role } = await accountOf(write, agentId);
        if (before !== shown) {
          await updateAgent(write, id, { name: shown });
          await rememberGoneName(write, before, clock.now());
          await audit.keep(write, 'account.renamed', id);
        }
        return { id, name: shown, email, role };
      });
      log.info('An agent took another name.', { agentId });
      return agent;
    },
  };
}

/** A name as customers read it: without signs that are not seen or turn the line around, on one line. */
export function shownName(name: string): string {
  return name
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
