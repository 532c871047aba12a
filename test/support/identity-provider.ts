import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { vi } from 'vitest';

/** What the provider says of somebody, beside `sub`. */
export type Person = Readonly<Record<string, unknown>>;

/** A real OpenID Connect provider (oidc-provider) on this machine, at whose door whoever a test names signs in at once. */
export interface TestIdentityProvider {
  /** `http://localhost:<port>` */
  readonly issuer: string;
  /** People by their subject; a test adds and changes them. */
  readonly people: Map<string, Person>;
  /** Who signs in next; null breaks it off. */
  whoSignsIn: string | null;
  /** Makes the client `desk` known, with the addresses of a desk. */
  register(deskUrl: string): void;
  stop(): Promise<void>;
}

export const CLIENT_ID = 'desk';
export const CLIENT_SECRET = 'a secret of forty characters, more or less';

const KEY = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
const SCOPES = 'openid profile email groups';

export async function startIdentityProvider(): Promise<TestIdentityProvider> {
  let provider: Provider | null = null;
  let asked: ((request: IncomingMessage, response: ServerResponse) => void) | null = null;
  const server = createServer((request, response) => {
    if (provider === null || asked === null) response.writeHead(503).end();
    else if (request.url?.startsWith('/interaction/')) void signIn(provider, request, response);
    else asked(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const people = new Map<string, Person>();

  async function signIn(at: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const accountId = self.whoSignsIn;
    if (accountId === null) {
      return at.interactionFinished(request, response, { error: 'access_denied' });
    }
    const { params } = await at.interactionDetails(request, response);
    const grant = new at.Grant({ accountId, clientId: params.client_id });
    grant.addOIDCScope(SCOPES);
    const grantId = await grant.save();
    await at.interactionFinished(request, response, { login: { accountId }, consent: { grantId } });
  }

  const self: TestIdentityProvider = {
    issuer,
    people,
    whoSignsIn: null,
    register(deskUrl) {
      // It says at length what a provider in use must have.
      const silent = vi.spyOn(console, 'warn').mockImplementation(() => {});
      provider = new Provider(issuer, {
        clients: [
          {
            client_id: CLIENT_ID,
            client_secret: CLIENT_SECRET,
            redirect_uris: [`${deskUrl}/desk/sign-on/return`],
            post_logout_redirect_uris: [`${deskUrl}/desk`],
            token_endpoint_auth_method: 'client_secret_post',
          },
        ],
        pkce: { required: () => true },
        claims: { email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
        scopes: SCOPES.split(' '),
        findAccount: (_context: unknown, sub: string) => ({
          accountId: sub,
          claims: async () => ({ ...people.get(sub), sub }),
        }),
        features: { devInteractions: { enabled: false } },
        interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
        cookies: { keys: ['a key of the tests'] },
        jwks: { keys: [{ ...KEY, use: 'sig', alg: 'RS256', kid: 'first' }] },
        ttl: { Session: 600, Grant: 600, Interaction: 600, AccessToken: 600, IdToken: 600 },
      });
      asked = provider.callback();
      silent.mockRestore();
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((stopped) => server.close(() => stopped()));
    },
  };
  return self;
}
