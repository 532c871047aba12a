import type { DeskSecurity } from '../../bot/contracts/accounts/desk-security.js';
import type { DeskSignOn } from '../../bot/contracts/accounts/desk-sign-on.js';
import type { DeskAssignment } from '../../bot/contracts/assignment.js';
import type { DeskAccounts, DeskSession } from '../../bot/contracts/desk-accounts.js';
import { safelyParsed } from '../../index/platform/forms/safely-parsed.js';
import { isRecord } from '../../index/platform/is-record.js';
import type { Log } from '../../index/platform/log.js';
import type { ChannelsAtDesk } from '../channels-at-desk.js';
import { type Request, type RequestHandler, type Response, Router } from '../server/http.js';
import { isHttps, publicAddress } from '../server/public-address.js';
import { limitPerMinuteBeyondFirst } from '../server/rate-limit.js';
import type { ChannelSettings } from '../settings.js';
import type { InvitationLook, ResetLook, SignedIn } from './contracts.js';
import { deskErrors } from './errors.js';
import type { Guard } from './guard.js';
import { readRequest, requests } from './requests.js';
import type { SignOnAddressReply } from './security/contracts.js';
import { deviceWords } from './security/device-words.js';
import { endedSignOnCookie, ID_TOKEN_COOKIE } from './security/sign-on-cookies.js';
import { addressAfterSignOut } from './security/sign-on-routes.js';
import { endedSessionCookie, sessionCookie } from './session-cookie.js';
import type { DeskSettings } from './settings.js';

interface AccountRoutesOptions {
  readonly accounts: DeskAccounts;
  readonly assignment: Pick<DeskAssignment, 'mode' | 'teams'>;
  /** Told to everybody who signs in. */
  readonly channels: ChannelsAtDesk;
  readonly settings: Pick<ChannelSettings, 'PUBLIC_URL' | 'TRUST_PROXY'> & DeskSettings;
  readonly security: Pick<DeskSecurity, 'unfinished'>;
  readonly signOn: DeskSignOn;
  readonly guard: Guard;
  readonly log: Log;
  /** Looks at how often passwords and tokens are tried from one address. */
  readonly limitGuessing: RequestHandler;
  /** Told of a session that was signed out. */
  readonly onSignOut: (token: string, agentId: string) => Promise<void>;
  /** Told of whoever asks who they are. */
  readonly onHeard: (agentId: string) => void;
}

/** Signing in and out, and what one-time links lead to: a new account, a new password. */
export function accountRoutes(options: AccountRoutesOptions): Router {
  const { accounts, security, signOn, channels, settings, guard, log, limitGuessing } = options;
  const { mode, teams } = options.assignment;
  const atDesk = { channels, assignment: { mode, teams } };
  const router = Router();

  // One account may not be guessed at from many addresses either. Its agent is not locked out by those who try: from any address of their own
  // the first try of a minute is always looked at, whatever others have used up.
  const limitOnAccount = limitPerMinuteBeyondFirst(settings.DESK_SIGN_INS_PER_ACCOUNT, emailOf);

  async function letIn(request: Request, response: Response, session: DeskSession): Promise<void> {
    log.info('An agent signed in.', { agentId: session.agent.id });
    response.setHeader(
      'Set-Cookie',
      sessionCookie(session.token, session.expiresAt, isHttps(request, settings)),
    );
    const mustSetUp = (await security.unfinished(session.token)) !== null;
    response.json({ agent: session.agent, mustSetUp, ...atDesk } satisfies SignedIn);
  }

  router.post('/sign-in', limitGuessing, limitOnAccount, async (request, response) => {
    const { email, password, code } = readRequest(requests.signIn, request.body);
    const session = await accounts.signIn(email, password, { code, device: deviceOf(request) });
    if (session === null) throw deskErrors.DESK_SIGN_IN_REFUSED({});
    await letIn(request, response, session);
  });

  router.post('/sign-out', async (request, response) => {
    const { token, agent } = await guard.anySession(request);
    await accounts.signOut(token);
    await options.onSignOut(token, agent.id);
    const isSecure = isHttps(request, settings);
    response.setHeader('Set-Cookie', [
      endedSessionCookie(isSecure),
      endedSignOnCookie(ID_TOKEN_COOKIE, isSecure),
    ]);
    const desk = `${publicAddress(request, settings).http}/desk`;
    const address = await addressAfterSignOut(signOn, request, desk);
    if (address === null) response.status(204).end();
    else response.json({ address } satisfies SignOnAddressReply);
  });

  router.get('/me', async (request, response) => {
    const { agent, mustSetUp } = await guard.anySession(request);
    response.json({ agent, mustSetUp, ...atDesk } satisfies SignedIn);
    if (!mustSetUp) options.onHeard(agent.id);
  });

  // The tokens of links travel in bodies only: addresses end up in logs and histories.
  router.post('/invitation/look', limitGuessing, async (request, response) => {
    const { token } = readRequest(requests.link, request.body);
    const invitation = await accounts.invitation(token);
    response.json({ role: invitation?.role ?? null } satisfies InvitationLook);
  });

  router.post('/invitation/accept', limitGuessing, async (request, response) => {
    const { token, name, email, password } = readRequest(requests.accept, request.body);
    const session = await accounts.accept(token, { name, email, password }, deviceOf(request));
    const { id: agentId, role } = session.agent;
    log.info('An invitation to the desk was accepted.', { agentId, role });
    await letIn(request, response, session);
  });

  router.post('/reset/look', limitGuessing, async (request, response) => {
    const { token } = readRequest(requests.link, request.body);
    response.json({ account: await accounts.reset(token) } satisfies ResetLook);
  });

  router.post('/reset/use', limitGuessing, async (request, response) => {
    const { token, password, code } = readRequest(requests.useReset, request.body);
    const extras = { code, device: deviceOf(request) };
    await letIn(request, response, await accounts.useReset(token, password, extras));
  });

  return router;
}

function deviceOf(request: Request): string {
  return deviceWords(request.get('user-agent') ?? '');
}

/** The account that a sign-in is for, whatever was sent; what is no address at all counts together. */
function emailOf({ body }: Request): string {
  const email = safelyParsed(requests.signIn.shape.email, isRecord(body) ? body.email : undefined);
  return email.success ? email.data : '';
}
