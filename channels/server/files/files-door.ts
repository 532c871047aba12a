import type { Files } from '../../../bot/contracts/files.js';
import type { Door } from '../door.js';
import { Router } from '../http.js';
import { FILE_ADDRESS, serveFile } from './serve-file.js';

/** Where customers, and the servers of channels, open the files of conversations. */
export const FILES_PATH = '/api/files';

/** Gives out files by signed addresses: `<img>` in a chat can send no token, so that the address is the right to read. */
export function createFilesDoor(files: Pick<Files, 'open'>): Door {
  const router = Router();
  router.get(`${FILES_PATH}/${FILE_ADDRESS}`, (request, response) =>
    serveFile(files, request, response, null),
  );
  return { name: 'files', router };
}
