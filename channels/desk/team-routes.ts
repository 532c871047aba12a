import type { DeskSecurity } from '../../bot/contracts/accounts/desk-security.js';
import type { DeskAgent } from '../../bot/contracts/desk.js';
import type { DeskAccounts } from '../../bot/contracts/desk-accounts.js';
import type { Log } from '../../index/platform/log.js';
import { type Request, type RequestHandler, Router } from '../server/http.js';
import { publicAddress } from '../server/public-address.js';
import type { ChannelSettings } from '../settings.js';
import type { AgentsReply, InvitationReply } from './contracts.js';
import { idIn } from './conversation-id.js';
import type { Guard } from './guard.js';
import { readRequest, requests } from './requests.js';

interface TeamRoutesOptions {
  readonly accounts: DeskAccounts;
  readonly security: Pick<DeskSecurity, 'resetSecondFactor'>;
  readonly settings: Pick<ChannelSettings, 'PUBLIC_URL' | 'TRUST_PROXY'>;
  readonly guard: Guard;
  readonly log: Log;
}

/** What administrators do with accounts: see, invite, lock, unlock, remove, sign out everywhere, give a new password. */
export function teamRoutes({ accounts, security, settings, guard, log }: TeamRoutesOptions): Router {
  const router = Router();

  async function list(): Promise<AgentsReply> {
    return { agents: await accounts.agents() };
  }

  /** Changes an account and answers with all of them as they stand now. */
  function change(act: (agentId: string, by: DeskAgent) => Promise<void>): RequestHandler {
    return async (request, response) => {
      const administrator = await guard.administrator(request);
      readRequest(requests.nothing, request.body);
      await act(idIn(request), administrator);
      response.json(await list());
    };
  }

  /** The address of a one-time link; its token is in the fragment, which browsers keep to themselves. */
  function linkTo(request: Request, page: 'invitation' | 'reset', token: string): string {
    return `${publicAddress(request, settings).http}/desk/${page}#${token}`;
  }

  router.get('/agents', async (request, response) => {
    await guard.administrator(request);
    response.json(await list());
  });

  router.post('/invitations', async (request, response) => {
    const administrator = await guard.administrator(request);
    const { role } = readRequest(requests.invite, request.body);
    const { token, expiresAt } = await accounts.invite(role, administrator);
    log.info('An invitation to the desk was made.', { agentId: administrator.id, role });
    const link = linkTo(request, 'invitation', token);
    response.status(201).json({ link, expiresAt } satisfies InvitationReply);
  });

  router.post('/agents/:id/lock', change(accounts.lock));
  router.post('/agents/:id/unlock', change(accounts.unlock));
  router.post('/agents/:id/remove', change(accounts.remove));
  router.post('/agents/:id/end-sessions', change(accounts.endSessions));
  router.post('/agents/:id/reset-second-factor', change(security.resetSecondFactor));

  router.post('/agents/:id/role', async (request, response) => {
    const administrator = await guard.administrator(request);
    const { role } = readRequest(requests.invite, request.body);
    await accounts.changeRole(idIn(request), role, administrator);
    response.json(await list());
  });

  router.post('/agents/:id/reset', async (request, response) => {
    const administrator = await guard.administrator(request);
    readRequest(requests.nothing, request.body);
    const { token, expiresAt } = await accounts.makeReset(idIn(request), administrator);
    response.status(201).json({ link: linkTo(request, 'reset', token), expiresAt } satisfies InvitationReply);
  });

  return router;
}
