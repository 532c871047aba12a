import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../index/platform/clock.js';
import { isCoded } from '../../../index/platform/errors.js';
import type { Log } from '../../../index/platform/log.js';
import type { DeskSignOn, SignOnBegun, SignOnDone } from '../../contracts/accounts/desk-sign-on.js';
import type { DeskAgent } from '../../contracts/desk.js';
import { botErrors } from '../../errors.js';
import type { AgentRow } from '../../store/account-tables.js';
import { findAgent, findAgentByEmail, insertAgent, updateAgent } from '../../store/accounts/agents.js';
import {
  deleteIdentityOf,
  findAgentOfIdentity,
  hasIdentity,
  replaceIdentity,
} from '../../store/accounts/sign-on-identities.js';
import type { Store, Write } from '../../store/store.js';
import type { AccountAudit } from '../account-audit.js';
import { setRole } from '../administrators.js';
import { type Passwords, requirePassword } from '../passwords.js';
import type { OpenSession } from '../sessions.js';
import { createFlowSeal } from './flow-seal.js';
import { createIdentityProvider, type ToldIdentity } from './identity-provider.js';
import { isComplete, isOverage, readIdentity, type SignOnIdentity } from './read-identity.js';
import type { SignOnOptions } from './sign-on-options.js';

export interface SingleSignOnParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly audit: AccountAudit;
  readonly passwords: Passwords;
  readonly openSession: OpenSession;
  readonly hasPasswords: boolean;
  /** null where no provider is set. */
  readonly options: SignOnOptions | null;
}

/** Long enough for a password, a code and a forgotten phone. */
const FLOW_MS = 15 * 60_000;

/** Signing in through an OpenID Connect provider. Accounts are found by issuer and subject, never by an address. */
export function createSingleSignOn(parts: SingleSignOnParts): DeskSignOn {
  const { store, clock, log, options, passwords, hasPasswords } = parts;
  const provider = options && createIdentityProvider(options.provider, clock);
  const flows = createFlowSeal();
  const accounts = createProviderAccounts(parts);

  async function begin(returnTo: string, linkTo: string | null): Promise<SignOnBegun> {
    if (provider === null) throw botErrors.SIGN_ON_OFF({});
    const { address, ...secrets } = await told(() => provider.begin(returnTo));
    const expiresAt = new Date(clock.now().getTime() + FLOW_MS).toISOString();
    return { address, expiresAt, flow: flows.seal({ ...secrets, returnTo, linkTo, expiresAt }) };
  }

  /** Tells operators why a sign-in did not go on; who signs in reads no more than that it did not. */
  async function told<Value>(act: () => Promise<Value>): Promise<Value> {
    try {
      return await act();
    } catch (error) {
      if (isCoded(error)) {
        const { code, facts } = error;
        log.warn('A sign-in through the provider was refused.', { refusal: code, reason: facts.reason });
      }
      throw error;
    }
  }

  return {
    name: options?.name ?? null,
    hasPasswords,
    begin: (returnTo) => begin(returnTo, null),

    async beginLink(returnTo, agentId, password) {
      // An open browser alone must not be enough to come back for ever.
      await requirePassword(passwords, await findAgent(store, agentId), password);
      return begin(returnTo, agentId);
    },

    finish: (sealed, query, device) =>
      told(async () => {
        if (provider === null || options === null) throw botErrors.SIGN_ON_OFF({});
        const flow = sealed === undefined ? null : flows.open(sealed);
        if (flow === null || flow.expiresAt <= clock.now().toISOString()) {
          throw botErrors.SIGN_ON_EXPIRED({});
        }
        // Another sign-in was begun in this browser meanwhile; the provider need not be asked.
        if (new URLSearchParams(query).get('state') !== flow.state) throw botErrors.SIGN_ON_EXPIRED({});
        const { roles } = options;
        const identity = await provider.finish(flow.returnTo, query, flow, (claims) => {
          return flow.linkTo === null && !isComplete(claims, roles);
        });
        if (flow.linkTo !== null) return accounts.link(identity, flow.linkTo);
        if (isOverage(identity.claims, roles)) {
          log.warn(
            'The provider does not tell the groups of somebody who is in too many; see bot/accounts.',
            {
              claim: roles.claim,
            },
          );
        }
        return accounts.enter(identity, readIdentity(identity.claims, roles), device);
      }),

    async signOutAddress(returnTo, idToken) {
      try {
        return provider === null ? null : await provider.endAddress(returnTo, idToken);
      } catch (error) {
        log.warn('Somebody signed out here and could not be signed out at the provider.', {
          reason: isCoded(error) ? error.code : 'unknown',
        });
        return null;
      }
    },

    async linkOf(agentId) {
      const row = await findAgent(store, agentId);
      const hasPassword = hasPasswords && row !== undefined && row.passwordHash !== '';
      return { isLinked: await hasIdentity(store, agentId), hasPassword };
    },

    async unlink(agentId) {
      const isGone = await store.transaction().execute(async (write) => {
        const row = await findAgent(write, agentId);
        if (!hasPasswords || !row || row.passwordHash === '') throw botErrors.SIGN_ON_ONLY_WAY({});
        const was = await deleteIdentityOf(write, agentId);
        if (was) await parts.audit.keep(write, 'account.sign-on-unlinked', agentId);
        return was;
      });
      if (isGone) log.info('The link of an account with the provider of sign-ins was ended.', { agentId });
    },
  };
}

/** What the store has of people at the provider. */
function createProviderAccounts({ store, clock, log, audit, openSession }: SingleSignOnParts) {
  return {
    /** Lets somebody in, with an account made for them where there is none. */
    async enter(told: ToldIdentity, identity: SignOnIdentity, device: string): Promise<SignOnDone> {
      const session = await store.transaction().execute(async (write) => {
        const found = await findAgentOfIdentity(write, told.issuer, told.subject);
        const agent = found ? await update(write, found, identity) : await make(write, told, identity);
        return openSession(write, agent, device, 'provider');
      });
      return { kind: 'signed-in', session, idToken: told.idToken };
    },

    async link({ issuer, subject }: ToldIdentity, agentId: string): Promise<SignOnDone> {
      await store.transaction().execute(async (write) => {
        const account = await findAgent(write, agentId);
        if (!account || account.lockedAt !== null) throw botErrors.SIGN_ON_LOCKED({});
        const owner = await findAgentOfIdentity(write, issuer, subject);
        if (owner && owner.id !== agentId) throw botErrors.SIGN_ON_TAKEN({});
        await replaceIdentity(write, { issuer, subject, agentId, linkedAt: clock.now().toISOString() });
        await audit.keep(write, 'account.sign-on-linked', agentId);
      });
      log.info('An account was linked with the provider of sign-ins.', { agentId });
      return { kind: 'linked', agentId };
    },
  };

  async function make(write: Write, told: ToldIdentity, identity: SignOnIdentity): Promise<DeskAgent> {
    const { name, email, role } = identity;
    const agent = { id: randomUUID(), name, email, role };
    const createdAt = clock.now().toISOString();
    const isAdded = await insertAgent(write, {
      ...agent,
      passwordHash: '',
      createdAt,
      lockedAt: null,
      signedInAt: null,
      awayAt: null,
      awayBecause: null,
      assignedAt: null,
    });
    // An address is what somebody says of themselves: whoever has it first has it.
    if (!isAdded) throw botErrors.SIGN_ON_ADDRESS_USED({});
    const { issuer, subject } = told;
    await replaceIdentity(write, { issuer, subject, agentId: agent.id, linkedAt: createdAt });
    await audit.keep(write, 'account.made', agent.id, agent.id, { role, by: 'provider' });
    log.info('An account was made by the first sign-in through the provider.', { agentId: agent.id, role });
    return agent;
  }

  /** The provider says what somebody may do, at each sign-in; the name is theirs once the account is made. */
  async function update(write: Write, row: AgentRow, { email, role }: SignOnIdentity): Promise<DeskAgent> {
    if (row.lockedAt !== null) throw botErrors.SIGN_ON_LOCKED({});
    const isFree = (await findAgentByEmail(write, email)) === undefined;
    const agent = { id: row.id, name: row.name, email: isFree ? email : row.email, role };
    await updateAgent(write, row.id, { email: agent.email });
    if (role !== row.role) {
      await setRole(write, row, role);
      await audit.keep(write, 'account.role-changed', row.id, row.id, {
        from: row.role,
        to: role,
        by: 'provider',
      });
      log.info('The role of an account is another by what the provider says.', { agentId: row.id, role });
    }
    return agent;
  }
}
