import type { DeskSecurity } from '../../../bot/contracts/accounts/desk-security.js';
import type { DeskAccounts } from '../../../bot/contracts/desk-accounts.js';
import type { DeskTools } from '../../../bot/contracts/desk-tools.js';
import { Router } from '../../server/http.js';
import type { TellConversation } from '../file-routes.js';
import type { Guard } from '../guard.js';
import { leadRoutes } from '../lead/lead-routes.js';
import { archiveRoutes } from './archive-routes.js';
import { cannedRoutes } from './canned-routes.js';
import { contentRoutes } from './content-routes.js';
import { draftRoutes } from './draft-routes.js';
import { knowledgeRoutes } from './knowledge-routes.js';
import { labelRoutes } from './label-routes.js';
import { moveRoutes } from './move-routes.js';
import { noteRoutes } from './note-routes.js';
import { pairRoutes } from './pair-routes.js';
import { privacyRoutes } from './privacy-routes.js';
import { releaseRoutes } from './release-routes.js';
import { shadowRoutes } from './shadow-routes.js';
import { staleRoutes } from './stale-routes.js';
import { viewRoutes } from './view-routes.js';

/** Everything that agents work with beside the conversations at hand. */
export function toolRoutes({
  tools,
  tell,
  accounts,
  guard,
  security,
}: {
  readonly tools: DeskTools;
  readonly tell: TellConversation;
  readonly accounts: DeskAccounts;
  readonly guard: Guard;
  readonly security: Pick<DeskSecurity, 'keepAct'>;
}): Router {
  const router = Router();
  router.use(archiveRoutes({ archive: tools.archive, accounts, guard, security }));
  router.use(noteRoutes({ notes: tools.notes, tell, guard }));
  router.use(cannedRoutes({ canned: tools.canned, guard }));
  router.use(knowledgeRoutes({ knowledge: tools.knowledge, guard }));
  router.use(contentRoutes({ content: tools.content, guard }));
  router.use(staleRoutes({ stale: tools.stale, guard }));
  router.use(pairRoutes({ pairs: tools.pairs, guard }));
  router.use(draftRoutes({ drafts: tools.drafts, guard }));
  router.use(releaseRoutes({ releases: tools.releases, guard }));
  router.use(shadowRoutes({ shadow: tools.shadow, guard }));
  router.use(privacyRoutes({ privacy: tools.privacy, guard }));
  router.use(moveRoutes({ moves: tools.moves, tell, guard }));
  router.use(labelRoutes({ labels: tools.labels, tell, guard }));
  router.use(leadRoutes({ lead: tools.lead, tell, guard }));
  router.use(viewRoutes({ views: tools.views, guard }));
  return router;
}
