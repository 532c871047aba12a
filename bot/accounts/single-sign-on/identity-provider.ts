import * as oidc from 'openid-client';
import type { Clock } from '../../../index/platform/clock.js';
import { isCoded } from '../../../index/platform/errors.js';
import { shared } from '../../../index/platform/lanes.js';
import { botErrors } from '../../errors.js';
import { createBoundedFetch } from './bounded-fetch.js';
import type { ProviderClaims } from './read-identity.js';
import type { ProviderOptions } from './sign-on-options.js';

/** So long what the provider says of itself counts; keys are looked up anew by the library when one is unknown. */
const KNOWN_MS = 3_600_000;
/** So long after a failure nobody asks again: whoever waits at the door is told at once. */
const REST_MS = 5_000;

/** What is to be held against what comes back. */
export interface SignOnSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface ToldIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly claims: ProviderClaims;
  readonly idToken: string;
}

/**
 * An OpenID Connect provider (Core 1.0, Discovery 1.0, RP-Initiated Logout 1.0; code flow with PKCE, RFC 7636). This file is
 * the one door to openid-client. Nothing is asked before somebody signs in.
 */
export interface IdentityProvider {
  /** @throws SIGN_ON_UNREACHABLE, SIGN_ON_FAILED */
  begin(returnTo: string): Promise<SignOnSecrets & { readonly address: string }>;
  /**
   * Trades the code in `query` for who it is of.
   * @param needsMore whether the UserInfo endpoint is to be asked too, by what the ID token says
   * @throws SIGN_ON_UNREACHABLE, SIGN_ON_DENIED, SIGN_ON_FAILED
   */
  finish(
    returnTo: string,
    query: string,
    secrets: SignOnSecrets,
    needsMore: (claims: ProviderClaims) => boolean,
  ): Promise<ToldIdentity>;
  /** Where a session is ended there; null where it names no such place. @throws SIGN_ON_UNREACHABLE, SIGN_ON_FAILED */
  endAddress(returnTo: string, idToken: string | undefined): Promise<string | null>;
}

/** @param fetch the global one where not given */
export function createIdentityProvider(
  options: ProviderOptions,
  clock: Clock,
  fetch?: typeof globalThis.fetch,
): IdentityProvider {
  const configuration = createConfiguration(options, clock, fetch);
  return {
    begin: (returnTo) =>
      coded(async () => {
        const secrets = {
          state: oidc.randomState(),
          nonce: oidc.randomNonce(),
          verifier: oidc.randomPKCECodeVerifier(),
        };
        const address = oidc.buildAuthorizationUrl(await configuration(), {
          redirect_uri: returnTo,
          scope: options.scopes,
          state: secrets.state,
          nonce: secrets.nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(secrets.verifier),
          code_challenge_method: 'S256',
        });
        return { ...secrets, address: address.href };
      }),

    finish: (returnTo, query, { state, nonce, verifier }, needsMore) =>
      coded(async () => {
        const known = await configuration();
        const tokens = await oidc.authorizationCodeGrant(known, new URL(query, returnTo), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const claims: ProviderClaims & { readonly sub: string; readonly iss: string } = required(
          tokens.claims(),
        );
        const hasMore = needsMore(claims) && known.serverMetadata().userinfo_endpoint !== undefined;
        const more = hasMore ? await oidc.fetchUserInfo(known, tokens.access_token, claims.sub) : {};
        return {
          issuer: claims.iss,
          subject: claims.sub,
          // The ID token is signed, so that it has the last word.
          claims: { ...more, ...claims },
          idToken: required(tokens.id_token),
        };
      }),

    endAddress: (returnTo, idToken) =>
      coded(async () => {
        const known = await configuration();
        if (known.serverMetadata().end_session_endpoint === undefined) return null;
        const hint: Record<string, string> = idToken === undefined ? {} : { id_token_hint: idToken };
        return oidc.buildEndSessionUrl(known, { post_logout_redirect_uri: returnTo, ...hint }).href;
      }),
  };
}

/** What the provider says of itself: asked when it is needed, once for all who wait, and kept for an hour. */
function createConfiguration(
  { issuer, clientId, clientSecret }: ProviderOptions,
  clock: Clock,
  fetch?: typeof globalThis.fetch,
): () => Promise<oidc.Configuration> {
  const boundedFetch = createBoundedFetch(fetch);
  let known: { readonly configuration: oidc.Configuration; readonly until: number } | null = null;
  let failed: { readonly error: unknown; readonly until: number } | null = null;

  async function discover(): Promise<oidc.Configuration> {
    const configuration = await oidc.discovery(issuer, clientId, undefined, authentication(clientSecret), {
      [oidc.customFetch]: (address, request) => boundedFetch(address, request as RequestInit),
      // Only an address on this machine may be without https (`isProviderAddress`).
      execute: [
        oidc.enableNonRepudiationChecks,
        ...(issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : []),
      ],
    });
    known = { configuration, until: clock.now().getTime() + KNOWN_MS };
    failed = null;
    return configuration;
  }

  const ask = shared(discover);
  return async () => {
    const now = clock.now().getTime();
    if (known !== null && now < known.until) return known.configuration;
    if (failed !== null && now < failed.until) return orBefore(failed.error);
    try {
      return await ask();
    } catch (error) {
      failed = { error, until: clock.now().getTime() + REST_MS };
      return orBefore(error);
    }
  };

  /** What was known before is better than nothing. */
  function orBefore(error: unknown): oidc.Configuration {
    if (known !== null) return known.configuration;
    throw error;
  }
}

/** In the body where the provider lists that, which spares what of the secret must be escaped; else as the standard says. */
function authentication(secret: string | undefined): oidc.ClientAuth {
  if (secret === undefined) return oidc.None();
  const inBody = oidc.ClientSecretPost(secret);
  const inHeader = oidc.ClientSecretBasic(secret);
  return (server, ...request) => {
    const isInBody = server.token_endpoint_auth_methods_supported?.includes('client_secret_post') ?? false;
    return (isInBody ? inBody : inHeader)(server, ...request);
  };
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw botErrors.SIGN_ON_FAILED({ reason: 'there is no ID token' });
  return value;
}

/** Turns what the library raises into errors of ours; the words of a provider may name people, its codes do not. */
async function coded<Value>(act: () => Promise<Value>): Promise<Value> {
  try {
    return await act();
  } catch (error) {
    const own = [error, causeOf(error)].find((one) => isCoded(one));
    if (own) throw own;
    if (error instanceof oidc.AuthorizationResponseError) {
      throw botErrors.SIGN_ON_DENIED({ reason: shortCode(error.error) });
    }
    throw botErrors.SIGN_ON_FAILED({ reason: reasonOf(error) }, error);
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof oidc.ResponseBodyError) return `the provider answered ${shortCode(error.error)}`;
  if (error instanceof oidc.ClientError) return shortCode(error.code ?? error.message);
  return error instanceof Error ? error.name : 'unknown';
}

function causeOf(error: unknown): unknown {
  return error instanceof Error ? error.cause : undefined;
}

/** Codes of OAuth 2.0 are words of letters and "_"; whatever else came is cut short. */
function shortCode(text: string): string {
  return text.replace(/[^\w .-]/g, '').slice(0, 80);
}
