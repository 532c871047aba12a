import { within } from './within.js';

/** What credentials of the SDK can do, as far as it is used here. */
export interface Credentials {
  /** @param isForced asks anew, also where a token is kept that should still be good */
  getToken(isForced?: boolean): Promise<string>;
}

type TokenOutcome =
  /** `isNew` where it was not used before. */
  | { readonly kind: 'token'; readonly token: string; readonly isNew: boolean }
  /** `isRefused` where Microsoft says no; else it could not be asked. */
  | { readonly kind: 'no-token'; readonly reason: string; readonly isRefused: boolean };

/** Access tokens for the Bot Connector service. */
export interface TokenSource {
  /** Never throws. All who ask while one is fetched share it. */
  token(): Promise<TokenOutcome>;
  /** The token was not accepted: the next one is fetched anew. */
  forget(): void;
}

/** Asks credentials of the SDK, which keep each token until five minutes before its end, for one token at a time. */
export function createTokenSource(credentials: () => Promise<Credentials>, timeoutMs: number): TokenSource {
  let fetching: Promise<TokenOutcome> | null = null;
  let isForgotten = false;
  let used = '';

  async function fetchToken(): Promise<TokenOutcome> {
    try {
      const token = await (await credentials()).getToken(isForgotten);
      const isNew = isForgotten || token !== used;
      isForgotten = false;
      used = token;
      return { kind: 'token', token, isNew };
    } catch (error) {
      return { kind: 'no-token', ...readRefusal(error) };
    }
  }

  return {
    async token() {
      fetching ??= fetchToken();
      const mine = fetching;
      const reason = `no access token within ${timeoutMs} ms`;
      const tooLate = (): TokenOutcome => ({ kind: 'no-token', reason, isRefused: false });
      const outcome = await within(timeoutMs, mine, tooLate);
      // One that hangs must not hold up those who come later.
      if (fetching === mine) fetching = null;
      return outcome;
    },
    forget() {
      isForgotten = true;
    },
  };
}

/** Errors of OAuth 2.0 (RFC 6749, 5.2) that say no and go on saying it until somebody changes a setting. */
const REFUSALS = [
  'invalid_client',
  'invalid_grant',
  'invalid_request',
  'invalid_scope',
  'unauthorized_client',
];

/** What the identity library says on a machine without the managed identity. */
const NO_IDENTITY = [
  'AggregateAuthenticationError',
  'AuthenticationRequiredError',
  'CredentialUnavailableError',
];

/**
 * Reads an error of MSAL or the identity library. Its text names accounts and requests, so only its codes are passed on,
 * such as `invalid_client AADSTS7000215` (wrong secret) or `invalid_client AADSTS7000222` (secret expired).
 */
function readRefusal(error: unknown): { reason: string; isRefused: boolean } {
  const { errorCode, name, message } = Object(error) as Readonly<Record<string, unknown>>;
  const code = /AADSTS\d+/.exec(String(message))?.[0];
  const words = [errorCode ?? name ?? 'unknown failure', code].filter((word) => word !== undefined);
  return {
    reason: `no access token: ${words.join(' ')}`,
    isRefused: REFUSALS.includes(String(errorCode)) || NO_IDENTITY.includes(String(name)),
  };
}
