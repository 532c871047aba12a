import type { DeskSecurity } from '../../bot/contracts/accounts/desk-security.js';
import type { Desk, DeskAgent, DeskOutcome } from '../../bot/contracts/desk.js';
import type { HandoffState } from '../../bot/contracts/messages.js';
import { type Request, type RequestHandler, Router } from '../server/http.js';
import { carriedOut } from './carried-out.js';
import type { ConversationReply, DeskSnapshot } from './contracts.js';
import { conversationIdIn } from './conversation-id.js';
import type { TellConversation } from './file-routes.js';
import type { AgentSession, Guard } from './guard.js';
import type { ChangeStream } from './live/change-stream.js';
import { readRequest, requests } from './requests.js';
import { answerHeld } from './tell-refusal.js';

/** How a conversation stands that nobody works on any more. */
const ENDED: ReadonlySet<HandoffState> = new Set(['solved', 'expired']);

interface ConversationRoutesOptions {
  readonly desk: Desk;
  readonly guard: Guard;
  readonly tell: TellConversation;
  readonly snapshot: () => Promise<DeskSnapshot>;
  readonly changes: ChangeStream;
  readonly security: Pick<DeskSecurity, 'keepAct'>;
}

/** The queue, conversations, what agents do with them, and live changes. */
export function conversationRoutes(options: ConversationRoutesOptions): Router {
  const { desk, guard, tell, changes, security } = options;
  const router = Router();

  function action(
    act: (request: Request, id: string, session: AgentSession) => Promise<DeskOutcome>,
  ): RequestHandler {
    return guard.signedIn(async (request, response, session) => {
      const conversationId = conversationIdIn(request);
      const outcome = await act(request, conversationId, session);
      if (outcome.kind === 'newer') return answerHeld(response, outcome.messages);
      carriedOut(outcome);
      response.json(await tell(conversationId, session.agent));
    });
  }

  router.get(
    '/entries',
    guard.signedIn(async (_request, response) => {
      response.json(await options.snapshot());
    }),
  );

  router.get(
    '/changes',
    guard.signedIn(async (_request, response, { token, agent }) => {
      changes.open(response, token, agent);
    }),
  );

  router.get(
    '/conversation/:id',
    guard.signedIn(async (request, response, { agent }) => {
      const reply = await tell(conversationIdIn(request), agent);
      await keepReading(security, reply, agent);
      response.json(reply);
    }),
  );

  router.post(
    '/conversation/:id/draft',
    guard.signedIn(async (request, response, { agent }) => {
      const { text } = readRequest(requests.draft, request.body);
      carriedOut(await desk.keepDraft(conversationIdIn(request), agent, text));
      response.status(204).end();
    }),
  );

  router.post(
    '/conversation/:id/claim',
    action((request, id, { agent }) => withoutBody(request, () => desk.claim(id, agent))),
  );
  router.post(
    '/conversation/:id/take',
    action((request, id, { agent }) => withoutBody(request, () => desk.take(id, agent))),
  );
  router.post(
    '/conversation/:id/take-over',
    action((request, id, session) => takeOver({ desk, security }, request, id, session)),
  );
  router.post(
    '/conversation/:id/close',
    action((request, id, { agent }) => withoutBody(request, () => desk.close(id, agent))),
  );
  router.post(
    '/conversation/:id/give-back',
    action((request, id, { agent }) => withoutBody(request, () => desk.giveBack(id, agent))),
  );
  router.post(
    '/conversation/:id/reply',
    action((request, id, { agent }) => {
      const { text, key, seenId, ending, files } = readRequest(requests.reply, request.body);
      return desk.reply(id, agent, text, key, seenId, ending, files);
    }),
  );
  router.post(
    '/conversation/:id/verdict',
    action((request, id, { agent }) =>
      desk.judge(id, agent, readRequest(requests.verdict, request.body).isRight),
    ),
  );

  return router;
}

function withoutBody<Result>(request: Request, act: () => Promise<Result>): Promise<Result> {
  readRequest(requests.nothing, request.body);
  return act();
}

/** What has ended is nobody's work any more: who reads it does so for a reason, and that is kept. */
async function keepReading(
  security: Pick<DeskSecurity, 'keepAct'>,
  { conversation }: ConversationReply,
  agent: DeskAgent,
): Promise<void> {
  const { conversationId, state } = conversation.entry;
  if (ENDED.has(state)) await security.keepAct('conversation.read', agent, conversationId);
}

async function takeOver(
  { desk, security }: Pick<ConversationRoutesOptions, 'desk' | 'security'>,
  request: Request,
  id: string,
  { agent }: AgentSession,
): Promise<DeskOutcome> {
  const outcome = await desk.takeOver(id, agent, readRequest(requests.takeOver, request.body).from);
  if (outcome.kind === 'done') await security.keepAct('conversation.take-over', agent, id);
  return outcome;
}
