import { mkdir, open, readdir, rename, stat, statfs, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Attachment } from '../../bot/contracts.js';
import type { Clock } from '../../index/platform/clock.js';
import { channelErrors } from '../errors.js';
import { type FileKind, fileKindOf, SIGNATURE_BYTES, safeFileName } from './file-kinds.js';
import { randomId } from './tokens.js';

/** A file that came in and lies on the disk under a temporary name. */
export interface ReceivedFile {
  readonly path: string;
  /** As the customer's browser tells them. */
  readonly name: string;
  readonly contentType: string;
}

/** Files that customers sent: `<random>.<extension>` in one folder, for a number of days. */
export interface Uploads {
  readonly directory: string;
  /**
   * Makes sure that taking files leaves the disk enough room for conversations.
   * @throws STORAGE_SHORT
   */
  requireRoom(): Promise<void>;
  /** A path for a file that is coming in. */
  temporaryPath(): string;
  write(bytes: Buffer, name: string, contentType: string): Promise<ReceivedFile>;
  /**
   * Keeps received files for good and returns them as attachments whose address cannot be guessed.
   * @throws FILE_REFUSED where the content is not what it says it is; none is kept then
   */
  keep(files: readonly ReceivedFile[], baseUrl: string): Promise<Attachment[]>;
  discard(files: readonly ReceivedFile[]): Promise<void>;
  /** Deletes what is older than its days; returns how many. */
  sweep(): Promise<number>;
}

export const UPLOAD_LIMITS = { fileBytes: 5 * 1024 * 1024, files: 5 };
/** Where files are fetched again. */
export const FILES_PATH = '/api/webchat/files';

/** What files leave free for the databases on the same disk. */
const KEPT_FREE_BYTES = 200 * 1024 * 1024;

export function createUploads(
  directory: string,
  days: number,
  clock: Clock,
  keptFreeBytes = KEPT_FREE_BYTES,
): Uploads {
  const temporaryPath = () => join(directory, `${randomId()}.part`);

  async function keepOne(file: ReceivedFile, kind: FileKind, baseUrl: string): Promise<Attachment> {
    const id = `${randomId()}.${kind.extension}`;
    await rename(file.path, join(directory, id));
    const name = safeFileName(file.name, kind);
    const contentUrl = `${baseUrl}${FILES_PATH}/${id}/${encodeURIComponent(name)}`;
    const thumbnail = kind.contentType.startsWith('image/') ? { thumbnailUrl: contentUrl } : {};
    return { contentType: kind.contentType, name, contentUrl, ...thumbnail };
  }

  async function discard(files: readonly ReceivedFile[]): Promise<void> {
    await Promise.all(files.map((file) => unlink(file.path).catch(() => {})));
  }

  return {
    directory,
    async requireRoom() {
      const { bavail, bsize } = await statfs(directory);
      if (bavail * bsize < keptFreeBytes) throw channelErrors.STORAGE_SHORT({});
    },
    temporaryPath,
    async write(bytes, name, contentType) {
      const path = temporaryPath();
      await writeFile(path, bytes);
      return { path, name, contentType };
    },
    async keep(files, baseUrl) {
      try {
        const kinds = await Promise.all(files.map(checkedKind));
        return await Promise.all(kinds.map(({ file, kind }) => keepOne(file, kind, baseUrl)));
      } catch (error) {
        await discard(files);
        throw error;
      }
    },
    discard,
    async sweep() {
      await mkdir(directory, { recursive: true });
      const oldest = clock.now().getTime() - days * 86_400_000;
      let deleted = 0;
      for (const name of await readdir(directory)) {
        const path = join(directory, name);
        if ((await stat(path)).mtimeMs >= oldest) continue;
        await unlink(path);
        deleted += 1;
      }
      return deleted;
    },
  };
}

async function checkedKind(file: ReceivedFile): Promise<{ file: ReceivedFile; kind: FileKind }> {
  const kind = fileKindOf(file.contentType);
  if (!kind) throw channelErrors.FILE_REFUSED({ reason: 'files of its kind are not taken' });
  if (!kind.hasSignature(await readStart(file.path))) {
    throw channelErrors.FILE_REFUSED({ reason: `its content is not ${kind.contentType}` });
  }
  return { file, kind };
}

async function readStart(path: string): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SIGNATURE_BYTES), 0, SIGNATURE_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
