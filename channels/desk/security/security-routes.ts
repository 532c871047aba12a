import { z } from 'zod';
import type { DeskSecurity } from '../../../bot/contracts/accounts/desk-security.js';
import { type RequestHandler, Router } from '../../server/http.js';
import { idIn } from '../conversation-id.js';
import type { Guard } from '../guard.js';
import { AUDIT_AREAS } from '../limits.js';
import { ownPassword, readRequest, requests, secondFactorCode } from '../requests.js';
import type { OwnSecurityReply, RecoveryCodesReply, SessionsReply } from './contracts.js';

const id = z.string().min(1, 'is needed').max(100, 'is longer than 100 characters');
const moment = z.iso.datetime({ error: 'is no time in ISO 8601, in UTC' });

const own = {
  begin: z.strictObject({ password: ownPassword }),
  confirm: z.strictObject({ code: secondFactorCode }),
  end: z.strictObject({ password: ownPassword, code: secondFactorCode }),
  session: z.strictObject({ sessionId: id }),
  audit: z.strictObject({
    area: z.enum(AUDIT_AREAS).optional(),
    accountId: id.optional(),
    from: moment.optional(),
    until: moment.optional(),
    after: id.optional(),
  }),
};

interface SecurityRoutesOptions {
  readonly security: DeskSecurity;
  readonly guard: Guard;
  /** Looks at how often passwords and codes are tried from one address. */
  readonly limitGuessing: RequestHandler;
}

/** One's own second factor and sessions; those of others and the audit, for administrators. */
export function securityRoutes(options: SecurityRoutesOptions): Router {
  const { security, guard, limitGuessing } = options;
  const router = Router();

  async function look(agentId: string, token: string): Promise<OwnSecurityReply> {
    const [secondFactor, sessions] = await Promise.all([
      security.secondFactor(agentId),
      security.sessionsOf(agentId, token),
    ]);
    return { secondFactor, sessions };
  }

  router.get('/own/security', async (request, response) => {
    const { agent, token } = await guard.anySession(request);
    response.json(await look(agent.id, token));
  });

  router.post('/own/second-factor/begin', limitGuessing, async (request, response) => {
    const { agent } = await guard.anySession(request);
    const { password } = readRequest(own.begin, request.body);
    response.json(await security.beginSecondFactor(agent.id, password));
  });

  router.post('/own/second-factor/confirm', limitGuessing, async (request, response) => {
    const { agent } = await guard.anySession(request);
    const { code } = readRequest(own.confirm, request.body);
    const recoveryCodes = await security.confirmSecondFactor(agent.id, code);
    response.json({ recoveryCodes } satisfies RecoveryCodesReply);
  });

  router.post('/own/second-factor/end', limitGuessing, async (request, response) => {
    const { agent, token } = await guard.session(request);
    const { password, code } = readRequest(own.end, request.body);
    await security.endSecondFactor(agent.id, password, code);
    response.json(await look(agent.id, token));
  });

  router.post('/own/sessions/end', async (request, response) => {
    const { agent, token } = await guard.session(request);
    await security.endOwnSession(agent.id, readRequest(own.session, request.body).sessionId);
    response.json(await look(agent.id, token));
  });

  router.post('/own/sessions/end-others', async (request, response) => {
    const { agent, token } = await guard.session(request);
    readRequest(requests.nothing, request.body);
    await security.endOtherSessions(agent.id, token);
    response.json(await look(agent.id, token));
  });

  router.get('/agents/:id/sessions', async (request, response) => {
    const administrator = await guard.administrator(request);
    const sessions = await security.sessionsOfAccount(idIn(request), administrator);
    response.json({ sessions } satisfies SessionsReply);
  });

  router.post('/agents/:id/sessions/end', async (request, response) => {
    const administrator = await guard.administrator(request);
    const { sessionId } = readRequest(own.session, request.body);
    await security.endSessionOfAccount(idIn(request), sessionId, administrator);
    const sessions = await security.sessionsOfAccount(idIn(request), administrator);
    response.json({ sessions } satisfies SessionsReply);
  });

  // In a body, as every search.
  router.post('/audit', async (request, response) => {
    const administrator = await guard.administrator(request);
    response.json(await security.audit(readRequest(own.audit, request.body), administrator));
  });

  return router;
}
