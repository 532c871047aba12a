import type { DeskAssignment } from '../../bot/contracts/assignment.js';
import type { DeskAccounts, DeskSession } from '../../bot/contracts/desk-accounts.js';
import { isRecord } from '../../index/platform/is-record.js';
import type { Log } from '../../index/platform/log.js';
import type { ChannelsAtDesk } from '../channels-at-desk.js';
import { type Request, type Response, Router } from '../server/http.js';
import { publicAddress } from '../server/public-address.js';
import { limitPerMinute, limitPerMinuteBeyondFirst } from '../server/rate-limit.js';
import type { ChannelSettings } from '../settings.js';
import type { InvitationLook, ResetLook, SignedIn } from './contracts.js';
import { deskErrors } from './errors.js';
import type { Guard } from './guard.js';
import { readRequest, requests } from './requests.js';
import { endedSessionCookie, sessionCookie } from './session-cookie.js';
import type { DeskSettings } from './settings.js';

interface AccountRoutesOptions {
  readonly accounts: DeskAccounts;
  readonly assignment: Pick<DeskAssignment, 'mode' | 'teams'>;
  /** Told to everybody who signs in. */
  readonly channels: ChannelsAtDesk;
  readonly settings: Pick<ChannelSettings, 'PUBLIC_URL' | 'TRUST_PROXY'> & DeskSettings;
  readonly guard: Guard;
  readonly log: Log;
  /** Told of a session that was signed out. */
  readonly onSignOut: (token: string, agentId: string) => Promise<void>;
}

/** Signing in and out, and what one-time links lead to: a new account, a new password. */
export function accountRoutes(options: AccountRoutesOptions): Router {
  const { accounts, channels, settings, guard, log } = options;
  const { mode, teams } = options.assignment;
  const atDesk = { channels, assignment: { mode, teams } };
  const router = Router();
  // What takes a password or a token may not be guessed at; both kinds count together.
  const limitGuessing = limitPerMinute(settings.DESK_SIGN_INS_PER_MINUTE);

  // Nor may one account from many addresses. Its agent is not locked out by those who try: from any address of their own
  // the first try of a minute is always looked at, whatever others have used up.
  const limitOnAccount = limitPerMinuteBeyondFirst(settings.DESK_SIGN_INS_PER_ACCOUNT, emailOf);

  function letIn(request: Request, response: Response, session: DeskSession) {
    log.info('An agent signed in.', { agentId: session.agent.id });
    response.setHeader('Set-Cookie', sessionCookie(session.token, session.expiresAt, isHttps(request)));
    response.json({ agent: session.agent, ...atDesk } satisfies SignedIn);
  }

  function isHttps(request: Request): boolean {
    return publicAddress(request, settings).http.startsWith('https:');
  }

  router.post('/sign-in', limitGuessing, limitOnAccount, async (request, response) => {
    const { email, password } = readRequest(requests.signIn, request.body);
    const session = await accounts.signIn(email, password);
    if (session === null) throw deskErrors.DESK_SIGN_IN_REFUSED({});
    letIn(request, response, session);
  });

  router.post(
    '/sign-out',
    guard.signedIn(async (request, response, { token, agent }) => {
      await accounts.signOut(token);
      await options.onSignOut(token, agent.id);
      response.setHeader('Set-Cookie', endedSessionCookie(isHttps(request)));
      response.status(204).end();
    }),
  );

  router.get(
    '/me',
    guard.signedIn(async (_request, response, { agent }) => {
      response.json({ agent, ...atDesk } satisfies SignedIn);
    }),
  );

  // The tokens of links travel in bodies only: addresses end up in logs and histories.
  router.post('/invitation/look', limitGuessing, async (request, response) => {
    const { token } = readRequest(requests.link, request.body);
    const invitation = await accounts.invitation(token);
    response.json({ role: invitation?.role ?? null } satisfies InvitationLook);
  });

  router.post('/invitation/accept', limitGuessing, async (request, response) => {
    const { token, name, email, password } = readRequest(requests.accept, request.body);
    const session = await accounts.accept(token, { name, email, password });
    const { id: agentId, role } = session.agent;
    log.info('An invitation to the desk was accepted.', { agentId, role });
    letIn(request, response, session);
  });

  router.post('/reset/look', limitGuessing, async (request, response) => {
    const { token } = readRequest(requests.link, request.body);
    response.json({ account: await accounts.reset(token) } satisfies ResetLook);
  });

  router.post('/reset/use', limitGuessing, async (request, response) => {
    const { token, password } = readRequest(requests.useReset, request.body);
    letIn(request, response, await accounts.useReset(token, password));
  });

  return router;
}

/** The account that a sign-in is for, whatever was sent; what is no address at all counts together. */
function emailOf({ body }: Request): string {
  const email = requests.signIn.shape.email.safeParse(isRecord(body) ? body.email : undefined);
  return email.success ? email.data : '';
}
