import { unlink } from 'node:fs/promises';
import { writeCapped } from '../../server/files/capped-writing.js';
import type { ReceivingFiles } from '../../server/files/receive-bytes.js';

/** What a form's reader wants of a storage (multer, "StorageEngine"). */
interface CappedStorage {
  _handleFile(
    request: object,
    file: { readonly stream: NodeJS.ReadableStream },
    done: (error?: unknown, info?: { path: string; size: number }) => void,
  ): void;
  _removeFile(request: object, file: { readonly path: string }, done: (error: Error | null) => void): void;
}

/**
 * Where multer puts files: on the disk, each up to the size that is taken. The rest of a larger one is read and dropped, so
 * that the form comes to its end and the message in it can be answered; multer's own limit would give up the whole form.
 * @param onTooLarge a file of this request is larger, and nothing of it is kept
 */
export function createCappedStorage(
  files: ReceivingFiles,
  onTooLarge: (request: object) => void,
): CappedStorage {
  async function store(request: object, stream: NodeJS.ReadableStream) {
    const path = files.temporaryPath();
    let size: number;
    try {
      size = await writeCapped(stream, path, files.limits.fileBytes);
    } catch (error) {
      await unlink(path).catch(() => {});
      throw error;
    }
    if (size > files.limits.fileBytes) onTooLarge(request);
    return { path, size };
  }

  return {
    _handleFile(request, file, done) {
      store(request, file.stream).then(
        (info) => done(null, info),
        (error: unknown) => done(error),
      );
    },
    _removeFile(_request, file, done) {
      unlink(file.path).then(
        () => done(null),
        () => done(null),
      );
    },
  };
}
