import type { DeskSecurity } from '../../../bot/contracts/accounts/desk-security.js';
import type { DeskAccounts } from '../../../bot/contracts/desk-accounts.js';
import type { DeskArchive } from '../../../bot/contracts/tools/desk-archive.js';
import { Router } from '../../server/http.js';
import { conversationIdIn } from '../conversation-id.js';
import { deskErrors } from '../errors.js';
import type { Guard } from '../guard.js';
import { readRequest } from '../requests.js';
import { searchRequest } from './archive-requests.js';
import type { ColleaguesReply, HistoryReply, SearchReply, WithBotReply } from './contracts.js';

/** What was said before: of one customer, and by its words. */
export function archiveRoutes({
  archive,
  accounts,
  guard,
  security,
}: {
  readonly archive: DeskArchive;
  readonly accounts: DeskAccounts;
  readonly guard: Guard;
  readonly security: Pick<DeskSecurity, 'keepAct'>;
}): Router {
  const router = Router();

  router.get(
    '/conversation/:id/history',
    guard.signedIn(async (request, response) => {
      const contacts = await archive.history(conversationIdIn(request));
      if (contacts === null) throw deskErrors.DESK_CONVERSATION_UNKNOWN({});
      response.json({ contacts } satisfies HistoryReply);
    }),
  );

  router.get(
    '/with-bot',
    guard.signedIn(async (_request, response) => {
      response.json({ entries: await archive.withBot() } satisfies WithBotReply);
    }),
  );

  // In a body: what is looked for names people, and addresses end up in logs.
  router.post(
    '/search',
    guard.signedIn(async (request, response, { agent }) => {
      const search = readRequest(searchRequest, request.body);
      const found: SearchReply = await archive.search(search);
      // Once a search, not once a page of it; never the words.
      if (search.after === undefined) await security.keepAct('conversation.search', agent, null);
      response.json(found);
    }),
  );

  router.get(
    '/colleagues',
    guard.signedIn(async (_request, response) => {
      const colleagues = (await accounts.agents()).map(({ id, name }) => ({ id, name }));
      response.json({ colleagues } satisfies ColleaguesReply);
    }),
  );

  return router;
}
