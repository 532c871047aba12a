import { z } from 'zod';
import type { DeskSignOn } from '../../../bot/contracts/accounts/desk-sign-on.js';
import { isCoded } from '../../../index/platform/errors.js';
import type { Log } from '../../../index/platform/log.js';
import { inPascalCase } from '../../server/error-response.js';
import { type ErrorRequestHandler, type Request, type RequestHandler, Router } from '../../server/http.js';
import { type AddressSettings, isHttps, publicAddress } from '../../server/public-address.js';
import { deskStatuses } from '../errors.js';
import type { Guard } from '../guard.js';
import { ownPassword, readRequest, requests } from '../requests.js';
import { sessionCookie } from '../session-cookie.js';
import type { SignOnAddressReply, SignOnLinkReply, SignOnLook } from './contracts.js';
import { deviceWords } from './device-words.js';
import {
  endedSignOnCookie,
  FLOW_COOKIE,
  ID_TOKEN_COOKIE,
  readSignOnCookie,
  signOnCookie,
} from './sign-on-cookies.js';

/** Where the provider sends browsers back to; registered there under the address of the desk. */
const SIGN_ON_RETURN = '/desk/sign-on/return';

const link = z.strictObject({ password: ownPassword });

interface SignOnRoutesOptions {
  readonly signOn: DeskSignOn;
  readonly guard: Guard;
  readonly settings: AddressSettings;
  readonly log: Log;
  readonly limitGuessing: RequestHandler;
}

/** Signing in through a provider: what the page asks, and the address that browsers come back to. */
export function signOnRoutes(options: SignOnRoutesOptions): { readonly api: Router; readonly pages: Router } {
  const { signOn, guard, settings, log, limitGuessing } = options;
  const returnTo = (request: Request) => `${publicAddress(request, settings).http}${SIGN_ON_RETURN}`;
  const api = Router();
  const pages = Router();

  api.get('/sign-on', (_request, response) => {
    const { name, hasPasswords } = signOn;
    response.json({ name, hasPasswords } satisfies SignOnLook);
  });

  function answerWith(begin: (request: Request) => ReturnType<DeskSignOn['begin']>): RequestHandler {
    return async (request, response) => {
      const { address, flow, expiresAt } = await begin(request);
      response.setHeader(
        'Set-Cookie',
        signOnCookie(FLOW_COOKIE, flow, expiresAt, isHttps(request, settings)) ?? [],
      );
      response.json({ address } satisfies SignOnAddressReply);
    };
  }

  api.post(
    '/sign-on/begin',
    limitGuessing,
    answerWith((request) => {
      readRequest(requests.nothing, request.body);
      return signOn.begin(returnTo(request));
    }),
  );

  api.get('/own/sign-on', async (request, response) => {
    const { agent } = await guard.session(request);
    response.json({ ...(await signOn.linkOf(agent.id)), name: signOn.name } satisfies SignOnLinkReply);
  });

  api.post(
    '/own/sign-on/link',
    limitGuessing,
    answerWith(async (request) => {
      const { agent } = await guard.session(request);
      const { password } = readRequest(link, request.body);
      return signOn.beginLink(returnTo(request), agent.id, password);
    }),
  );

  api.post('/own/sign-on/unlink', async (request, response) => {
    const { agent } = await guard.session(request);
    readRequest(requests.nothing, request.body);
    await signOn.unlink(agent.id);
    response.json({ ...(await signOn.linkOf(agent.id)), name: signOn.name } satisfies SignOnLinkReply);
  });

  // A person's browser comes here, so that whatever happens ends at a page.
  pages.get(SIGN_ON_RETURN, limitGuessing, async (request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Referrer-Policy', 'no-referrer');
    const flow = readSignOnCookie(FLOW_COOKIE, request.headers.cookie);
    const query = request.originalUrl.slice(SIGN_ON_RETURN.length);
    const done = await signOn.finish(flow, query, deviceWords(request.get('user-agent') ?? ''));
    const isSecure = isHttps(request, settings);
    const ended = endedSignOnCookie(FLOW_COOKIE, isSecure);
    if (done.kind === 'linked') {
      response.setHeader('Set-Cookie', ended);
      return response.redirect(303, '/desk#/account');
    }
    const { session, idToken } = done;
    log.info('An agent signed in through the provider.', { agentId: session.agent.id });
    const kept = signOnCookie(ID_TOKEN_COOKIE, idToken, session.expiresAt, isSecure);
    response.setHeader('Set-Cookie', [
      ended,
      sessionCookie(session.token, session.expiresAt, isSecure),
      ...(kept === null ? [] : [kept]),
    ]);
    response.redirect(303, '/desk');
  });
  pages.use(SIGN_ON_RETURN, refuseAtPage(settings));

  return { api, pages };
}

/** Brings whoever was refused back to the page, which says why in their language. */
function refuseAtPage(settings: AddressSettings): ErrorRequestHandler {
  return (error, request, response, next) => {
    const isKnown = isCoded(error) && (error.code in deskStatuses || error.code === 'TOO_MANY_REQUESTS');
    if (!isKnown || response.headersSent) return next(error);
    response.setHeader('Set-Cookie', endedSignOnCookie(FLOW_COOKIE, isHttps(request, settings)));
    response.redirect(303, `/desk#/sign-on/${inPascalCase(error.code)}`);
  };
}

/**
 * Where somebody who signed out goes on to, to be signed out at the provider too; null for nowhere. Only whose session was
 * opened there has an ID token.
 */
export async function addressAfterSignOut(
  signOn: DeskSignOn,
  request: Request,
  deskAddress: string,
): Promise<string | null> {
  const idToken = readSignOnCookie(ID_TOKEN_COOKIE, request.headers.cookie);
  return idToken === undefined ? null : signOn.signOutAddress(deskAddress, idToken);
}
