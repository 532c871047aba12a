import type { DeskRole } from '../../contracts/desk.js';
import { botErrors } from '../../errors.js';
import type { BotSettings } from '../../settings.js';

/** Where and as what the desk is registered at an OpenID Connect provider. */
export interface ProviderOptions {
  readonly issuer: URL;
  readonly clientId: string;
  /** undefined: a public client. */
  readonly clientSecret: string | undefined;
  readonly scopes: string;
}

/** Which groups give which role. */
export interface RoleRules {
  readonly claim: string;
  readonly groups: Readonly<Record<DeskRole, readonly string[]>>;
}

export interface SignOnOptions {
  readonly name: string;
  readonly provider: ProviderOptions;
  readonly roles: RoleRules;
}

type SignOnSettings = Pick<
  BotSettings,
  | 'OIDC_ISSUER'
  | 'OIDC_CLIENT_ID'
  | 'OIDC_CLIENT_SECRET'
  | 'OIDC_NAME'
  | 'OIDC_SCOPES'
  | 'OIDC_ROLE_CLAIM'
  | 'OIDC_ADMINISTRATORS'
  | 'OIDC_LEADS'
  | 'OIDC_CONTENT'
  | 'OIDC_AGENTS'
  | 'DESK_PASSWORDS'
>;

/** Machines at which a provider may be reached without https: for trying things out. */
const OWN_MACHINE = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * Reads how people sign in through a provider; null where none is set.
 * @throws SIGN_ON_INCOMPLETE where something is set by half, or nobody could sign in at all
 */
export function readSignOnOptions(settings: SignOnSettings): SignOnOptions | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId } = settings;
  const groups = {
    administrator: settings.OIDC_ADMINISTRATORS,
    lead: settings.OIDC_LEADS,
    content: settings.OIDC_CONTENT,
    agent: settings.OIDC_AGENTS,
  };
  if (issuer === undefined) {
    if (!settings.DESK_PASSWORDS) throw incomplete('DESK_PASSWORDS is false and OIDC_ISSUER is not set');
    if (clientId !== undefined) throw incomplete('OIDC_CLIENT_ID is set and OIDC_ISSUER is not');
    return null;
  }
  if (!isProviderAddress(issuer)) throw incomplete('OIDC_ISSUER is no https address');
  if (clientId === undefined) throw incomplete('OIDC_ISSUER is set and OIDC_CLIENT_ID is not');
  if (Object.values(groups).every((names) => names.length === 0)) {
    throw incomplete('none of OIDC_ADMINISTRATORS, OIDC_LEADS, OIDC_CONTENT and OIDC_AGENTS is set');
  }
  if (!settings.OIDC_SCOPES.split(' ').includes('openid')) throw incomplete('OIDC_SCOPES lacks openid');
  return {
    name: settings.OIDC_NAME,
    provider: {
      issuer: new URL(issuer),
      clientId,
      clientSecret: settings.OIDC_CLIENT_SECRET,
      scopes: settings.OIDC_SCOPES,
    },
    roles: { claim: settings.OIDC_ROLE_CLAIM, groups },
  };
}

/** Whether an address is on https, or on this machine. */
function isProviderAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && OWN_MACHINE.test(hostname));
}

function incomplete(what: string): Error {
  return botErrors.SIGN_ON_INCOMPLETE({ what });
}
