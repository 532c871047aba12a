import { join } from 'node:path';
import { type RequestHandler, Router } from '../server/http.js';

/** Nothing but our own script, style and API; no frame around the page, no form that leaves it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page under /desk. One-time links open the same page; their token is in the fragment, which stays in the browser. */
export function pageRoutes(pagesDirectory: string): Router {
  const sendPage: RequestHandler = (_request, response, next) => {
    response.setHeader('Content-Security-Policy', POLICY);
    response.setHeader('X-Frame-Options', 'DENY');
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(join(pagesDirectory, 'desk.html'), { dotfiles: 'allow' }, (error) => {
      if (error && !response.headersSent) next(error);
    });
  };
  const router = Router();
  router.get('/desk', sendPage);
  router.get('/desk/invitation', sendPage);
  router.get('/desk/reset', sendPage);
  return router;
}
