import type { DeskSecurity } from '../../bot/contracts/accounts/desk-security.js';
import type { DeskAgent } from '../../bot/contracts/desk.js';
import type { DeskAccounts } from '../../bot/contracts/desk-accounts.js';
import type { Request, RequestHandler, Response } from '../server/http.js';
import { publicAddress } from '../server/public-address.js';
import type { ChannelSettings } from '../settings.js';
import { deskErrors } from './errors.js';
import { foreignPageReason } from './foreign-page.js';
import { readSessionToken } from './session-cookie.js';

/** Somebody signed in, with the token of their session. */
export interface AgentSession {
  readonly token: string;
  readonly agent: DeskAgent;
}

/** Who may do what at the desk. */
export interface Guard {
  /** Refuses changing requests that another site started. */
  readonly refuseForeignPages: RequestHandler;
  /**
   * Who sends this request.
   * @throws DESK_SESSION_ENDED, DESK_SECOND_FACTOR_NEEDED
   */
  session(request: Request): Promise<AgentSession>;
  /**
   * As `session`, also for who must set up a second factor first, and whether they must.
   * @throws DESK_SESSION_ENDED
   */
  anySession(request: Request): Promise<AgentSession & { readonly mustSetUp: boolean }>;
  /** @throws DESK_SESSION_ENDED, DESK_NOT_ALLOWED */
  administrator(request: Request): Promise<DeskAgent>;
  /** Makes a route for those who are signed in. */
  signedIn(
    answer: (request: Request, response: Response, session: AgentSession) => Promise<void>,
  ): RequestHandler;
}

/** @param onHeard told of whoever sends a request, when it was carried out */
export function createGuard(
  accounts: DeskAccounts,
  security: Pick<DeskSecurity, 'unfinished'>,
  settings: Pick<ChannelSettings, 'PUBLIC_URL' | 'TRUST_PROXY'>,
  onHeard: (agentId: string) => void,
): Guard {
  async function anySession(request: Request) {
    const token = readSessionToken(request.headers.cookie);
    const agent = token === null ? null : await accounts.agentOf(token);
    if (token !== null && agent !== null) return { token, agent, mustSetUp: false };
    const unfinished = token === null ? null : await security.unfinished(token);
    if (token !== null && unfinished !== null) return { token, agent: unfinished, mustSetUp: true };
    throw deskErrors.DESK_SESSION_ENDED({});
  }

  async function session(request: Request): Promise<AgentSession> {
    const { token, agent, mustSetUp } = await anySession(request);
    if (mustSetUp) throw deskErrors.DESK_SECOND_FACTOR_NEEDED({});
    return { token, agent };
  }

  return {
    session,
    anySession,
    refuseForeignPages(request, _response, next) {
      if (request.method === 'GET' || request.method === 'HEAD') return next();
      const reason = foreignPageReason({
        deskHeader: request.get('x-desk'),
        origin: request.get('origin'),
        fetchSite: request.get('sec-fetch-site'),
        host: request.get('host'),
        publicUrl: publicAddress(request, settings).http,
      });
      next(reason === null ? undefined : deskErrors.DESK_FOREIGN_PAGE({ reason }));
    },
    async administrator(request) {
      const { agent } = await session(request);
      if (agent.role !== 'administrator') throw deskErrors.DESK_NOT_ALLOWED({ role: agent.role });
      return agent;
    },
    signedIn: (answer) => async (request, response) => {
      const current = await session(request);
      try {
        await answer(request, response, current);
      } finally {
        // Afterwards, so that a conversation claimed just now is among those that are watched.
        onHeard(current.agent.id);
      }
    },
  };
}
