import { z } from 'zod';
import type { DeskNotes } from '../../../bot/contracts/tools/desk-notes.js';
import { Router } from '../../server/http.js';
import { conversationIdIn } from '../conversation-id.js';
import { deskErrors } from '../errors.js';
import type { TellConversation } from '../file-routes.js';
import type { Guard } from '../guard.js';
import { NOTE_LIMIT } from '../limits.js';
import { onceKey, readRequest, requests, typedText } from '../requests.js';
import type { MentionsReply } from './contracts.js';

const noteRequest = z.strictObject({
  text: typedText(NOTE_LIMIT),
  key: onceKey,
});

/** What agents write beside conversations for colleagues, and where they are mentioned. */
export function noteRoutes({
  notes,
  tell,
  guard,
}: {
  readonly notes: DeskNotes;
  readonly tell: TellConversation;
  readonly guard: Guard;
}): Router {
  const router = Router();

  router.post(
    '/conversation/:id/note',
    guard.signedIn(async (request, response, { agent }) => {
      const conversationId = conversationIdIn(request);
      const { text, key } = readRequest(noteRequest, request.body);
      const outcome = await notes.add(conversationId, agent, text, key);
      if (outcome.kind === 'too-many') throw deskErrors.DESK_TOO_MANY_NOTES({ most: outcome.most });
      if (outcome.kind === 'key-used') throw deskErrors.DESK_REPLY_KEY_USED({});
      if (outcome.kind !== 'done') throw deskErrors.DESK_CONVERSATION_UNKNOWN({});
      response.json(await tell(conversationId, agent));
    }),
  );

  router.get(
    '/mentions',
    guard.signedIn(async (_request, response, { agent }) => {
      response.json({ mentions: await notes.mentions(agent) } satisfies MentionsReply);
    }),
  );

  router.post(
    '/conversation/:id/mentions/seen',
    guard.signedIn(async (request, response, { agent }) => {
      readRequest(requests.nothing, request.body);
      await notes.saw(conversationIdIn(request), agent);
      response.json({ mentions: await notes.mentions(agent) } satisfies MentionsReply);
    }),
  );

  return router;
}
