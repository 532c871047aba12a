import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  createIdentityProvider,
  type IdentityProvider,
} from '../../../../../bot/accounts/single-sign-on/identity-provider.js';

const ISSUER = 'https://id.example.com';
const RETURN = 'https://desk.example.com/desk/sign-on/return';
const OURS = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ANOTHER = generateKeyPairSync('rsa', { modulusLength: 2048 });

const METADATA = {
  issuer: ISSUER,
  authorization_endpoint: `${ISSUER}/auth`,
  token_endpoint: `${ISSUER}/token`,
  jwks_uri: `${ISSUER}/keys`,
  userinfo_endpoint: `${ISSUER}/me`,
  response_types_supported: ['code'],
  id_token_signing_alg_values_supported: ['RS256'],
};

interface Lie {
  readonly header?: object;
  readonly claims?: object;
  readonly key?: KeyObject | null;
  readonly answer?: (path: string) => Response | undefined;
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

function idToken(nonce: string, { header, claims, key = OURS.privateKey }: Lie): string {
  const now = Math.floor(Date.now() / 1_000);
  const body = { iss: ISSUER, sub: '7', aud: 'desk', nonce, iat: now, exp: now + 60, ...claims };
  const text = `${part({ alg: 'RS256', kid: 'one', ...header })}.${part(body)}`;
  return `${text}.${key === null ? '' : sign('sha256', Buffer.from(text), key).toString('base64url')}`;
}

/** A provider that answers by the book but for one lie. */
function open(lie: Lie = {}): { provider: IdentityProvider; nonce: { now: string }; asked: string[] } {
  const nonce = { now: '' };
  const asked: string[] = [];
  const provider = createIdentityProvider(
    { issuer: new URL(ISSUER), clientId: 'desk', clientSecret: 'secret', scopes: 'openid' },
    { now: () => new Date() },
    async (address) => {
      const path = String(address).slice(ISSUER.length);
      asked.push(path);
      const answer = lie.answer?.(path);
      if (answer) return answer;
      if (path === '/keys') {
        const key = { ...OURS.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' };
        return Response.json({ keys: [key] });
      }
      if (path === '/token') {
        return Response.json({ access_token: 'a', token_type: 'bearer', id_token: idToken(nonce.now, lie) });
      }
      if (path === '/me') return Response.json({ sub: '7', name: 'Joris', iss: 'https://liar.example.com' });
      return Response.json(METADATA);
    },
  );
  return { provider, nonce, asked };
}

async function signIn({ provider, nonce }: ReturnType<typeof open>, more: string = '') {
  const begun = await provider.begin(RETURN);
  nonce.now = begun.nonce;
  return provider.finish(RETURN, `?code=c&state=${begun.state}${more}`, begun, () => true);
}

describe('an identity provider', () => {
  it('is believed where all is right; what its token says stands above what it says unsigned', async () => {
    const told = await signIn(open());
    expect(told).toMatchObject({ issuer: ISSUER, subject: '7', claims: { name: 'Joris', iss: ISSUER } });
  });

  it.each<[string, Lie]>([
    ['signed by another key', { key: ANOTHER.privateKey }],
    ['not signed', { header: { alg: 'none' }, key: null }],
    ['of another issuer', { claims: { iss: 'https://other.example.com' } }],
    ['for another client', { claims: { aud: 'shop' } }],
    ['of another sign-in', { claims: { nonce: 'another' } }],
    ['that has ended', { claims: { exp: 1_000_000 } }],
    ['for several clients, made for another', { claims: { aud: ['desk', 'shop'], azp: 'shop' } }],
  ])('is not believed with a token %s', async (_what, lie) => {
    await expect(signIn(open(lie))).rejects.toMatchObject({ code: 'SIGN_ON_FAILED' });
  });

  it('is not believed where another person is behind the token than it goes on to tell of', async () => {
    const answer = (path: string) => (path === '/me' ? Response.json({ sub: '8' }) : undefined);
    await expect(signIn(open({ answer }))).rejects.toMatchObject({ code: 'SIGN_ON_FAILED' });
  });

  it('does not answer for another: an answer that names another issuer is refused (RFC 9207)', async () => {
    const elsewhere = `&iss=${encodeURIComponent('https://other.example.com')}`;
    await expect(signIn(open(), elsewhere)).rejects.toMatchObject({ code: 'SIGN_ON_FAILED' });
  });

  it.each<[string, () => Response]>([
    ['more than fits', () => new Response('x'.repeat(600_000))],
    ['an error of its own', () => new Response('', { status: 503 })],
  ])('counts as unreachable where it answers with %s', async (_what, answer) => {
    const opened = open({ answer: (path) => (path === '/token' ? answer() : undefined) });
    await expect(signIn(opened)).rejects.toMatchObject({ code: 'SIGN_ON_UNREACHABLE' });
  });

  it('is led nowhere else by a redirect', async () => {
    const away = () => new Response('', { status: 302, headers: { Location: 'http://127.0.0.1/secrets' } });
    const opened = open({ answer: (path) => (path.startsWith('/.well-known') ? away() : undefined) });
    await expect(opened.provider.begin(RETURN)).rejects.toMatchObject({ code: 'SIGN_ON_FAILED' });
    expect(opened.asked).toHaveLength(1);
  });

  it('is asked once who it is, however many come at a time', async () => {
    const opened = open();
    await Promise.all([1, 2, 3, 4].map(() => opened.provider.begin(RETURN)));
    expect(opened.asked).toEqual(['/.well-known/openid-configuration']);
  });

  it('does not repeat in words what came from it', async () => {
    const answer = (path: string) =>
      path === '/token'
        ? Response.json(
            { error: 'invalid_grant', error_description: 'joris@example.com is gone' },
            { status: 400 },
          )
        : undefined;
    const failure = await signIn(open({ answer })).catch((error: unknown) => error);
    expect(failure).toMatchObject({ facts: { reason: 'the provider answered invalid_grant' } });
  });
});
