import { isRecord } from '../../../index/platform/is-record.js';
import type { DeskRole } from '../../contracts/desk.js';
import { botErrors } from '../../errors.js';
import { normalEmail } from '../normal-email.js';
import type { RoleRules } from './sign-on-options.js';

/** What a provider says of somebody, by the names of OpenID Connect Core 1.0, section 5.1, and others of its own. */
export type ProviderClaims = Readonly<Record<string, unknown>>;

/** Who somebody is at the desk by what the provider says. */
export interface SignOnIdentity {
  readonly name: string;
  /** In lower case. */
  readonly email: string;
  readonly role: DeskRole;
}

const LONGEST_NAME = 80;
const LONGEST_EMAIL = 254;
const MOST_GROUPS = 2_000;
/** Of agents alone: nobody becomes more by a wildcard. */
const EVERYBODY = '*';
/** The first that fits counts: who is in several groups may do the most that one of them may. */
const ROLES: readonly DeskRole[] = ['administrator', 'lead', 'content', 'agent'];

/**
 * Reads who somebody is.
 * @throws SIGN_ON_NO_ROLE, SIGN_ON_NO_ADDRESS
 */
export function readIdentity(claims: ProviderClaims, rules: RoleRules): SignOnIdentity {
  const role = roleOf(claims, rules);
  if (role === null) throw botErrors.SIGN_ON_NO_ROLE({});
  const email = emailOf(claims);
  if (email === null) throw botErrors.SIGN_ON_NO_ADDRESS({});
  return { name: nameOf(claims) ?? email, email, role };
}

/** Whether the claims say all that `readIdentity` needs; else the provider's UserInfo endpoint is asked too. */
export function isComplete(claims: ProviderClaims, rules: RoleRules): boolean {
  return groupsIn(claims, rules.claim) !== null && emailOf(claims) !== null && nameOf(claims) !== null;
}

/** Whether the provider only told where the groups are (Entra ID, above 200: "groups overage"). */
export function isOverage(claims: ProviderClaims, rules: RoleRules): boolean {
  return isRecord(claims._claim_names) && rules.claim in claims._claim_names;
}

function roleOf(claims: ProviderClaims, { claim, groups }: RoleRules): DeskRole | null {
  const own = new Set(groupsIn(claims, claim) ?? []);
  const found = ROLES.find((role) => groups[role].some((name) => own.has(name)));
  return found ?? (groups.agent.includes(EVERYBODY) ? 'agent' : null);
}

/** @param claim its name, or a path to it with "." between the parts */
function groupsIn(claims: ProviderClaims, claim: string): readonly string[] | null {
  const found = Object.hasOwn(claims, claim) ? claims[claim] : at(claims, claim.split('.'));
  if (typeof found === 'string') return [found];
  if (!Array.isArray(found)) return null;
  return found.slice(0, MOST_GROUPS).filter((group) => typeof group === 'string');
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce(
    (inside, part) => (isRecord(inside) && Object.hasOwn(inside, part) ? inside[part] : undefined),
    value,
  );
}

function nameOf({ name, given_name: given, family_name: family }: ProviderClaims): string | null {
  const parts = [given, family].filter((part) => typeof part === 'string').join(' ');
  const whole = typeof name === 'string' && name.trim() !== '' ? name : parts;
  const shown = [...whole.replace(/\s+/g, ' ').trim()].slice(0, LONGEST_NAME).join('');
  return shown === '' ? null : shown;
}

/** Entra ID has the address of many as `preferred_username` only. One that the provider calls unverified is anybody's. */
function emailOf(claims: ProviderClaims): string | null {
  if (claims.email_verified === false) return null;
  const found = [claims.email, claims.preferred_username].find(isAddress);
  return found === undefined ? null : normalEmail(found);
}

function isAddress(text: unknown): text is string {
  return typeof text === 'string' && text.length <= LONGEST_EMAIL && /^[^\s@]+@[^\s@]+$/.test(text.trim());
}
