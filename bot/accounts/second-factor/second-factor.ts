import { encode } from 'uqr';
import type { Clock } from '../../../index/platform/clock.js';
import type { Log } from '../../../index/platform/log.js';
import type { DeskSecurity } from '../../contracts/accounts/desk-security.js';
import type { DeskAgent, DeskRole } from '../../contracts/desk.js';
import { botErrors } from '../../errors.js';
import { findAgent } from '../../store/accounts/agents.js';
import {
  confirmSecondFactorRow,
  countRecoveryCodes,
  deleteSecondFactor,
  findSecondFactor,
  replaceRecoveryCodes,
  replaceSecondFactor,
  useRecoveryCode,
  useStep,
} from '../../store/accounts/second-factors.js';
import type { Store, Write } from '../../store/store.js';
import type { AccountAudit } from '../account-audit.js';
import { type Passwords, requirePassword } from '../passwords.js';
import { createCodeTries } from './code-tries.js';
import { hashRecoveryCode, newRecoveryCodes } from './recovery-codes.js';
import type { SecretBox } from './secret-box.js';
import { newTotpSecret, totpAddress, totpStepFor } from './totp.js';

/** Of whom a second factor is demanded. */
export type SecondFactorDemand = 'no' | 'administrators' | 'everybody';

export interface SecondFactorParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly passwords: Passwords;
  readonly audit: AccountAudit;
  readonly demand: SecondFactorDemand;
  /** Seals secrets for the store. */
  readonly secrets: SecretBox;
  /** How the account is called in authenticator apps, beside its address. */
  readonly issuer: string;
}

type OwnFactor = Pick<
  DeskSecurity,
  'secondFactor' | 'beginSecondFactor' | 'confirmSecondFactor' | 'endSecondFactor'
>;

export interface SecondFactors extends OwnFactor {
  isDemandedOf(role: DeskRole): boolean;
  /**
   * Makes sure, in the transaction that lets an account in, that its code is right; nothing where it has no second factor.
   * @throws CODE_NEEDED, CODE_WRONG, CODES_PAUSED
   */
  check(write: Write, agentId: string, code: string | undefined): Promise<void>;
}

/** Codes by time as a second factor (RFC 6238), with recovery codes for whoever lost their device. */
export function createSecondFactors(parts: SecondFactorParts): SecondFactors {
  const { store, clock, log, passwords, audit, demand, secrets, issuer } = parts;
  const { check, requireTimeCode } = createCodeCheck(clock, secrets);

  const isDemandedOf = (role: DeskRole) =>
    demand === 'everybody' || (demand === 'administrators' && role === 'administrator');

  async function withPassword(agentId: string, password: string): Promise<DeskAgent> {
    return requirePassword(passwords, await findAgent(store, agentId), password);
  }

  async function refuseWhereOn(write: Write, agentId: string) {
    const factor = await findSecondFactor(write, agentId);
    if (factor && factor.confirmedAt !== null) throw botErrors.SECOND_FACTOR_ON({});
    return factor;
  }

  return {
    isDemandedOf,
    check,

    async secondFactor(agentId) {
      const [agent, factor, recoveryCodes] = await Promise.all([
        findAgent(store, agentId),
        findSecondFactor(store, agentId),
        countRecoveryCodes(store, agentId),
      ]);
      const isOn = (factor?.confirmedAt ?? null) !== null;
      return { isOn, isDemanded: agent !== undefined && isDemandedOf(agent.role), recoveryCodes };
    },

    async beginSecondFactor(agentId, password) {
      const { email } = await withPassword(agentId, password);
      const secret = newTotpSecret();
      const sealed = secrets.seal(secret, agentId);
      await store.transaction().execute(async (write) => {
        await refuseWhereOn(write, agentId);
        await replaceSecondFactor(write, { agentId, secret: sealed, confirmedAt: null, lastStep: 0 });
      });
      return { secret, qr: qrRows(totpAddress(secret, issuer, email)) };
    },

    async confirmSecondFactor(agentId, code) {
      const codes = newRecoveryCodes();
      await store.transaction().execute(async (write) => {
        const factor = await refuseWhereOn(write, agentId);
        if (!factor) throw botErrors.CODE_WRONG({});
        await requireTimeCode(write, agentId, factor.secret, code);
        await confirmSecondFactorRow(write, agentId, clock.now().toISOString());
        await replaceRecoveryCodes(
          write,
          agentId,
          codes.flatMap((one) => hashRecoveryCode(one) ?? []),
        );
        await audit.keep(write, 'account.second-factor-on', agentId);
      });
      log.info('An account signs in with a second factor from now on.', { agentId });
      return codes;
    },

    async endSecondFactor(agentId, password, code) {
      const { role } = await withPassword(agentId, password);
      if (isDemandedOf(role)) throw botErrors.SECOND_FACTOR_DEMANDED({});
      await store.transaction().execute(async (write) => {
        await check(write, agentId, code);
        if (await deleteSecondFactor(write, agentId)) {
          await audit.keep(write, 'account.second-factor-off', agentId);
        }
      });
      log.info('An account signs in without a second factor from now on.', { agentId });
    },
  };
}

/** Looks at codes, in the transaction that does what they are asked for. */
function createCodeCheck(clock: Clock, secrets: SecretBox) {
  const tries = createCodeTries(clock);

  async function check(write: Write, agentId: string, code: string | undefined): Promise<void> {
    const factor = await findSecondFactor(write, agentId);
    if (!factor || factor.confirmedAt === null) return;
    if (code === undefined || code.trim() === '') throw botErrors.CODE_NEEDED({});
    await requireCode(write, agentId, factor.secret, code);
  }

  /** A code by time, once; or a recovery code, which nobody can guess, so that trying too often never shuts it out. */
  async function requireCode(write: Write, agentId: string, secret: string, typed: string): Promise<void> {
    const recovery = hashRecoveryCode(typed);
    if (recovery !== null && (await useRecoveryCode(write, agentId, recovery))) return;
    await requireTimeCode(write, agentId, secret, typed);
  }

  async function requireTimeCode(
    write: Write,
    agentId: string,
    sealed: string,
    typed: string,
  ): Promise<void> {
    const secret = secrets.open(sealed, agentId);
    tries.begin(agentId);
    const step = totpStepFor(secret, typed.replaceAll(' ', ''), clock.now());
    const isRight = step !== null && (await useStep(write, agentId, step));
    if (!isRight) throw botErrors.CODE_WRONG({});
    tries.succeeded(agentId);
  }

  return { check, requireTimeCode };
}

/** A QR code as rows of `1` (dark) and `0`, with the quiet border of four modules that scanners want (ISO/IEC 18004). */
function qrRows(text: string): string[] {
  const { data } = encode(text, { ecc: 'M', border: 4 });
  return data.map((row) => row.map((isDark) => (isDark ? '1' : '0')).join(''));
}
