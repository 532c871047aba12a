import { extname } from 'node:path';
import { channelErrors } from '../../errors.js';
import { Router } from '../../server/http.js';
import { fileKindOfExtension, safeFileName } from './file-kinds.js';
import { FILES_PATH, type Uploads } from './uploads.js';

const STORED_NAME = /^[\w-]{24}\.[a-z]{3,4}$/;

/**
 * Gives out files that customers sent. Whoever has the address may fetch it (144 random bits), so that Web Chat can
 * show a picture and an agent can open it without a token; the browser saves it and never runs it.
 */
export function createFilesRouter(uploads: Uploads): Router {
  const router = Router();
  router.get(`${FILES_PATH}/:stored/:name`, (request, response, next) => {
    const { stored, name } = request.params;
    const kind = STORED_NAME.test(stored) ? fileKindOfExtension(extname(stored).slice(1)) : null;
    if (!kind) throw channelErrors.NOT_FOUND({});
    response.attachment(safeFileName(name, kind));
    response.type(kind.contentType);
    response.set({
      'Cache-Control': 'private, max-age=3600',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Robots-Tag': 'noindex',
    });
    response.sendFile(stored, { root: uploads.directory, cacheControl: false }, (error) => {
      if (!error || response.headersSent) return;
      response.removeHeader('Content-Disposition');
      next(channelErrors.NOT_FOUND({}, error));
    });
  });
  return router;
}
