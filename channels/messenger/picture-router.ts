import { readFileSync } from 'node:fs';
import { bundledFile } from '../../index/platform/bundled-file.js';
import { Router } from '../server/http.js';

/** Where the picture of agents is served. */
export const AGENT_PICTURE_PATH = '/messenger/agent.png';

/** Serves the picture that personas have where no other is set; Meta takes it once and keeps a copy. */
export function pictureRouter(): Router {
  const router = Router();
  let picture: Buffer | null = null;
  router.get(AGENT_PICTURE_PATH, (_request, response) => {
    picture ??= readFileSync(bundledFile('channels/messenger/agent-picture.png'));
    response.type('png').setHeader('cache-control', 'public, max-age=86400');
    response.send(picture);
  });
  return router;
}
