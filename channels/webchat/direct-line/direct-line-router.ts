import { randomUUID } from 'node:crypto';
import { Router } from '../../server/http.js';
import { addActivityRoutes } from './activity-routes.js';
import { addConversationRoutes } from './conversation-routes.js';
import { DIRECT_LINE_PATH, type DirectLineParts } from './direct-line-parts.js';
import { addMailRoutes } from './mail-routes.js';
import { allowOrigins } from './origins.js';
import { addReceiptRoutes } from './receipt-routes.js';
import { addTokenRoutes } from './token-routes.js';

/** The REST side of Direct Line 3.0, so that the official Web Chat control and DirectLineJS work unchanged. */
export function createDirectLineRouter(parts: DirectLineParts): Router {
  const routes = Router();
  addTokenRoutes(routes, parts);
  addConversationRoutes(routes, parts);
  addActivityRoutes(routes, parts);
  addReceiptRoutes(routes, parts);
  const { authentication, mail } = parts;
  if (mail) addMailRoutes(routes, { authentication, mail });
  // Only cards that sign a customer in use it, and we send none; clients ask all the same.
  routes.get('/session/getsessionid', async (request, response) => {
    await parts.authentication.callerOf(request);
    response.json({ sessionId: randomUUID() });
  });

  const router = Router();
  router.use(DIRECT_LINE_PATH, allowOrigins(parts.settings), routes);
  return router;
}
