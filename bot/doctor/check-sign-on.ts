import { isCoded } from '../../index/platform/errors.js';
import { createIdentityProvider } from '../accounts/single-sign-on/identity-provider.js';
import type { SignOnOptions } from '../accounts/single-sign-on/sign-on-options.js';
import { type DoctorFinding, finding } from './findings.js';

/** Any address will do: the provider is asked what it says of itself, and nobody goes there. */
const SOMEWHERE = 'https://desk.invalid/desk/sign-on/return';

/**
 * Asks the provider of sign-ins what it says of itself, as the first sign-in does. Whether it knows the client and takes its
 * secret shows with a sign-in only.
 */
export async function checkProvider(
  { provider }: SignOnOptions,
  now: Date,
  fetch: typeof globalThis.fetch,
): Promise<DoctorFinding> {
  const { issuer } = provider;
  try {
    await createIdentityProvider(provider, { now: () => now }, fetch).begin(SOMEWHERE);
    return finding('sign-on', 'ok', `${issuer.host} zegt wie het is.`, `${issuer.host} says who it is.`);
  } catch (error) {
    const reason = isCoded(error) ? String(error.facts.reason) : String(error);
    return finding(
      'sign-on',
      'problem',
      `Inloggen via ${issuer.host} gaat niet (${reason}). Kijk OIDC_ISSUER na: ${issuer.href} met /.well-known/openid-configuration erachter moet bereikbaar zijn en precies dit adres als "issuer" noemen.`,
      `Signing in through ${issuer.host} does not work (${reason}). Check OIDC_ISSUER: ${issuer.href} followed by /.well-known/openid-configuration must be reachable, and name exactly this address as "issuer".`,
    );
  }
}
