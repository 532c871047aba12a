import type { Desk, DeskAgent, DeskConversation, DeskOutcome } from '../../bot/contracts/desk.js';
import type { Files } from '../../bot/contracts/files.js';
import { type Request, type RequestHandler, Router } from '../server/http.js';
import { carriedOut } from './carried-out.js';
import type { ConversationReply, DeskSnapshot } from './contracts.js';
import { conversationIdIn } from './conversation-id.js';
import { deskErrors } from './errors.js';
import { withFileAddresses } from './file-routes.js';
import type { AgentSession, Guard } from './guard.js';
import type { ChangeStream } from './live/change-stream.js';
import { readRequest, requests } from './requests.js';
import { answerHeld } from './tell-refusal.js';

interface ConversationRoutesOptions {
  readonly desk: Desk;
  readonly guard: Guard;
  readonly files: Pick<Files, 'address'>;
  readonly snapshot: () => Promise<DeskSnapshot>;
  readonly changes: ChangeStream;
}

/** The queue, conversations, what agents do with them, and live changes. */
export function conversationRoutes(options: ConversationRoutesOptions): Router {
  const { desk, guard, changes } = options;
  const router = Router();

  async function find(conversationId: string, agent: DeskAgent): Promise<ConversationReply> {
    const conversation: DeskConversation | null = await desk.conversation(conversationId);
    if (conversation === null) throw deskErrors.DESK_CONVERSATION_UNKNOWN({});
    const shown = withFileAddresses(options.files, conversation, agent.id);
    return { conversation: shown, draft: await desk.draft(conversationId, agent) };
  }

  function action(
    act: (request: Request, id: string, session: AgentSession) => Promise<DeskOutcome>,
  ): RequestHandler {
    return guard.signedIn(async (request, response, session) => {
      const conversationId = conversationIdIn(request);
      const outcome = await act(request, conversationId, session);
      if (outcome.kind === 'newer') return answerHeld(response, outcome.messages);
      carriedOut(outcome);
      response.json(await find(conversationId, session.agent));
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
      response.json(await find(conversationIdIn(request), agent));
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
    action((request, id, { agent }) =>
      desk.takeOver(id, agent, readRequest(requests.takeOver, request.body).from),
    ),
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
