import type { Files } from '../../../bot/contracts/files.js';
import { channelErrors } from '../../errors.js';
import type { Request, Response } from '../http.js';

/** Pictures are shown; everything else is saved. None of the kinds that are kept is one that a browser runs. */
const SHOWN = /^image\/(?:png|jpeg|gif|webp)$/;

/** Path of an address, behind the place where files are served; see `Files.address`. */
export const FILE_ADDRESS = ':id/:signature/:name';

/**
 * Answers with the file of an address. Whatever is wrong with it, the answer is the same.
 * @param agentId who is signed in; null where nobody need be
 * @throws NOT_FOUND
 */
export async function serveFile(
  files: Pick<Files, 'open'>,
  request: Request,
  response: Response,
  agentId: string | null,
): Promise<void> {
  const { id, signature } = request.params;
  const found = await files.open(String(id), String(signature), agentId);
  if (!found) throw channelErrors.NOT_FOUND({});
  const { contentType, name } = found.file;
  response.attachment(name);
  if (SHOWN.test(contentType)) {
    const disposition = String(response.getHeader('Content-Disposition')).replace(/^attachment/, 'inline');
    response.setHeader('Content-Disposition', disposition);
  }
  response.set({
    'Content-Type': contentType,
    // A picture may be drawn again from what the browser has for some minutes, never after its address has ended.
    'Cache-Control': 'private, max-age=300',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Robots-Tag': 'noindex',
  });
  await new Promise<void>((resolve, reject) => {
    response.sendFile(found.path, { cacheControl: false, dotfiles: 'allow' }, (error) => {
      if (!error || response.headersSent) return resolve();
      response.removeHeader('Content-Disposition');
      reject(channelErrors.NOT_FOUND({}, error));
    });
  });
}
