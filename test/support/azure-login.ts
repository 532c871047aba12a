import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import nock from 'nock';

/** What Microsoft's login does for a bot: signs calls to it, and gives it access tokens. Replayed by nock. */
export interface AzureLogin {
  readonly appId: string;
  readonly tenantId: string;
  /** Header of a call as Azure makes it, with changes: claims replace those of a right call, `undefined` removes one. */
  sign(changes?: SignedCall): Promise<string>;
  /** Who asked for a token: the tenant in the address, and the form. */
  readonly tokenRequests: { readonly tenant: string; readonly form: URLSearchParams }[];
  /** The next tokens that are given, or refusals; after them, tokens of its own counting. */
  readonly tokenReplies: TokenReply[];
  stop(): void;
}

export interface SignedCall {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly kid?: string;
  readonly algorithm?: 'RS256' | 'HS256' | 'none';
  /** Whether somebody else signs it, with a key of their own. */
  readonly isForged?: boolean;
}

export interface TokenReply {
  readonly status: number;
  readonly body: object;
}

export const LOGIN_URL = 'https://login.botframework.com';
/** Key ids: the second is not good for `msteams`. */
export const KEY_ID = 'k1';
export const OTHER_KEY_ID = 'k2';
export const SERVICE_URL = 'https://smba.trafficmanager.net/emea/';

/** The right refusal of Microsoft Entra for a client secret that is wrong or has ended. */
export function secretRefused(code: 7000215 | 7000222): TokenReply {
  const description = `AADSTS${code}: The provided client secret keys for app are not accepted. Trace ID: t`;
  return {
    status: 401,
    body: { error: 'invalid_client', error_description: description, error_codes: [code] },
  };
}

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

/** The key of a process: the SDK keeps what it read first for a day, whichever file of tests comes next. */
const KEPT = Symbol.for('the key of the simulated Azure');

function keptPair(): Promise<KeyPair> {
  const kept = globalThis as { [KEPT]?: Promise<KeyPair> };
  kept[KEPT] ??= generateKeyPair('RS256');
  return kept[KEPT];
}

/** Publishes keys and tokens for an app id. */
export async function startAzureLogin(appId: string = crypto.randomUUID()): Promise<AzureLogin> {
  const pair = await keptPair();
  const foreign = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(pair.publicKey)), use: 'sig' };
  const keys = [
    { ...jwk, kid: KEY_ID, x5t: KEY_ID, endorsements: ['msteams', 'directline', 'webchat', 'emulator'] },
    { ...jwk, kid: OTHER_KEY_ID, x5t: OTHER_KEY_ID, endorsements: ['directline'] },
  ];
  const tenantId = crypto.randomUUID();
  const tokenRequests: { tenant: string; form: URLSearchParams }[] = [];
  const tokenReplies: TokenReply[] = [];
  nock(LOGIN_URL)
    .persist()
    .get('/v1/.well-known/openidconfiguration')
    .reply(200, { issuer: 'https://api.botframework.com', jwks_uri: `${LOGIN_URL}/v1/.well-known/keys` })
    .get('/v1/.well-known/keys')
    .reply(200, { keys });
  nock('https://login.microsoftonline.com')
    .persist()
    .post(/\/oauth2\/v2\.0\/token/)
    .reply((path, body) => {
      tokenRequests.push({ tenant: path.split('/')[1] ?? '', form: new URLSearchParams(String(body)) });
      const own = { token_type: 'Bearer', expires_in: 3_599, ext_expires_in: 3_599 };
      const reply = tokenReplies.shift();
      if (reply) return [reply.status, reply.body];
      return [200, { ...own, access_token: `token-${tokenRequests.length}` }];
    });

  return {
    appId,
    tenantId,
    tokenRequests,
    tokenReplies,
    async sign({ claims = {}, kid = KEY_ID, algorithm = 'RS256', isForged = false } = {}) {
      const now = Math.floor(Date.now() / 1_000);
      const right = { iss: 'https://api.botframework.com', aud: appId, serviceurl: SERVICE_URL };
      const all = { ...right, iat: now, nbf: now, exp: now + 3_600, ...claims };
      const kept = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
      if (algorithm === 'none') return `Bearer ${encode({ alg: 'none', kid })}.${encode(kept)}.`;
      // What the key is published with is what somebody would sign with who takes it for a shared secret.
      const secret = new TextEncoder().encode(JSON.stringify(jwk));
      const key = algorithm === 'HS256' ? secret : isForged ? foreign.privateKey : pair.privateKey;
      return `Bearer ${await new SignJWT(kept).setProtectedHeader({ alg: algorithm, kid }).sign(key)}`;
    },
    stop() {
      nock.cleanAll();
    },
  };
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
