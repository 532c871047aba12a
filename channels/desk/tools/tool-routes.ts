import type { DeskAccounts } from '../../../bot/contracts/desk.js';
import type { DeskTools } from '../../../bot/contracts/desk-tools.js';
import { Router } from '../../server/http.js';
import type { Guard } from '../guard.js';
import { archiveRoutes } from './archive-routes.js';

/** Everything that agents work with beside the conversations at hand. */
export function toolRoutes({
  tools,
  accounts,
  guard,
}: {
  readonly tools: DeskTools;
  readonly accounts: DeskAccounts;
  readonly guard: Guard;
}): Router {
  const router = Router();
  router.use(archiveRoutes({ archive: tools.archive, accounts, guard }));
  return router;
}
