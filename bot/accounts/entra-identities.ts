import { randomInt } from 'node:crypto';
import type { Clock } from '../../index/platform/clock.js';
import type { Log } from '../../index/platform/log.js';
import type { DeskIdentities } from '../contracts/elsewhere/desk-elsewhere.js';
import {
  agentOfEntraId,
  deleteEntraLink,
  hasEntraLink,
  replaceEntraLink,
  replaceLinkCode,
  takeLinkCode,
} from '../store/accounts/entra-links.js';
import type { Store } from '../store/store.js';
import { hashToken } from './tokens.js';

/** Long enough to open another program and type it. */
const CODE_MS = 600_000;

/** Signs that nobody takes for each other when typing: no 0, O, 1, I, L, U. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 30^10 codes in ten minutes are more than anybody can try by writing to a bot. */
const CODE_LENGTH = 10;
/** Shown in groups, with "-" between them. */
const GROUP = 5;

/** Accounts by the object id that Microsoft Entra gives people: linked by a code which the desk shows to who is signed in. */
export function createIdentities(parts: {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}): DeskIdentities {
  const { store, clock, log } = parts;
  return {
    agentOf: async (entraId) => (await agentOfEntraId(store, entraId.toLowerCase())) ?? null,

    async makeCode(agent) {
      const signs = Array.from({ length: CODE_LENGTH }, () => SIGNS[randomInt(SIGNS.length)] ?? '');
      const code = signs.join('');
      const expiresAt = new Date(clock.now().getTime() + CODE_MS).toISOString();
      const row = { agentId: agent.id, codeHash: hashToken(code), expiresAt };
      await store.transaction().execute((write) => replaceLinkCode(write, row));
      return { code: `${code.slice(0, GROUP)}-${code.slice(GROUP)}`, expiresAt };
    },

    async useCode(code, entraId) {
      const typed = code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
      const at = clock.now().toISOString();
      const agent = await store.transaction().execute(async (write) => {
        const owner = await takeLinkCode(write, hashToken(typed), at);
        if (owner) await replaceEntraLink(write, owner.id, entraId.toLowerCase(), at);
        return owner ?? null;
      });
      if (agent) log.info('An account was linked with one of Microsoft Entra.', { agentId: agent.id });
      return agent;
    },

    isLinked: (agentId) => hasEntraLink(store, agentId),

    async unlink(agentId) {
      await deleteEntraLink(store, agentId);
      log.info('The link of an account with one of Microsoft Entra was removed.', { agentId });
    },
  };
}
