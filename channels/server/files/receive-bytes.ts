import type { Files, ReceivedFile } from '../../../bot/contracts/files.js';
import { channelErrors } from '../../errors.js';
import type { Request } from '../http.js';
import { writeCapped } from './capped-writing.js';

/** What is needed of the files while one comes in. */
export type ReceivingFiles = Pick<Files, 'discard' | 'limits' | 'temporaryPath'>;

/**
 * Receives an upload that is the bare bytes of one file. It goes to the disk as it comes in, so that a large or slow one
 * needs no memory.
 * @throws BODY_TOO_LARGE, BAD_ARGUMENT, FILE_REFUSED; nothing is left of it then
 */
export async function receiveBytes(request: Request, files: ReceivingFiles): Promise<ReceivedFile> {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') throw channelErrors.FILE_REFUSED({ reason: 'it is packed by the connection' });
  const disposition = request.headers['content-disposition'] ?? '';
  const file: ReceivedFile = {
    path: files.temporaryPath(),
    name: /filename="?([^";]+)"?/i.exec(disposition)?.[1] ?? 'file',
    contentType: request.headers['content-type'] ?? '',
  };
  try {
    const bytes = await writeDown(request, file.path, files.limits.fileBytes);
    if (bytes === 0) throw channelErrors.BAD_ARGUMENT({ reason: 'the file is empty' });
    if (bytes > files.limits.fileBytes) {
      throw channelErrors.BODY_TOO_LARGE({ limit: `${files.limits.fileBytes} bytes` });
    }
    return file;
  } catch (error) {
    await files.discard([file]);
    throw error;
  }
}

async function writeDown(request: Request, path: string, most: number): Promise<number> {
  try {
    return await writeCapped(request, path, most);
  } catch (error) {
    if (request.complete) throw error;
    throw channelErrors.BAD_ARGUMENT({ reason: 'the file broke off' }, error);
  }
}
