import { mkdir, open, readdir, rename, stat, statfs, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Attachment } from '../../../bot/contracts/activities.js';
import type { Clock } from '../../../index/platform/clock.js';
import { channelErrors } from '../../errors.js';
import { randomId } from '../tokens.js';
import { type FileKind, fileKindOf, SIGNATURE_BYTES, safeFileName } from './file-kinds.js';

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
   * @param bytes how many are coming in
   * @throws STORAGE_SHORT
   */
  requireRoom(bytes?: number): Promise<void>;
  /** A path for a file that is coming in. */
  temporaryPath(): string;
  /**
   * Keeps received files for good, as attachments whose address cannot be guessed.
   * @throws FILE_REFUSED where the content is not what it says it is; none is kept then
   */
  keep(files: readonly ReceivedFile[], baseUrl: string): Promise<KeptFiles>;
  /** Deletes received files that were not kept. */
  discard(files: readonly Pick<ReceivedFile, 'path'>[]): Promise<void>;
  /** Deletes what is older than its days, and what broke off while it came in. */
  sweep(): Promise<Swept>;
}

interface KeptFiles {
  readonly attachments: Attachment[];
  readonly bytes: number;
  /** Deletes them again, where the message that they came with is not taken. */
  undo(): Promise<void>;
}

interface Swept {
  /** How many files were deleted. */
  readonly deleted: number;
  /** Bytes of the files that are kept. */
  readonly bytes: number;
}

export const UPLOAD_LIMITS = { fileBytes: 5 * 1024 * 1024, files: 5 };
/** Where files are fetched again. */
export const FILES_PATH = '/api/webchat/files';

/** What files leave free for the databases on the same disk. */
const KEPT_FREE_BYTES = 200 * 1024 * 1024;
const TEMPORARY = '.part';
/** Far longer than a request may take. */
const TEMPORARY_MS = 3_600_000;

export function createUploads(
  directory: string,
  days: number,
  clock: Clock,
  keptFreeBytes = KEPT_FREE_BYTES,
): Uploads {
  const temporaryPath = () => join(directory, `${randomId()}${TEMPORARY}`);

  async function keepOne({ file, kind, bytes }: CheckedFile, baseUrl: string) {
    const id = `${randomId()}.${kind.extension}`;
    const path = join(directory, id);
    await rename(file.path, path);
    const name = safeFileName(file.name, kind);
    const contentUrl = `${baseUrl}${FILES_PATH}/${id}/${encodeURIComponent(name)}`;
    const thumbnail = kind.contentType.startsWith('image/') ? { thumbnailUrl: contentUrl } : {};
    return { attachment: { contentType: kind.contentType, name, contentUrl, ...thumbnail }, path, bytes };
  }

  async function discard(files: readonly Pick<ReceivedFile, 'path'>[]): Promise<void> {
    await Promise.all(files.map((file) => unlink(file.path).catch(() => {})));
  }

  return {
    directory,
    async requireRoom(bytes = 0) {
      const { bavail, bsize } = await statfs(directory);
      if (bavail * bsize - bytes < keptFreeBytes) throw channelErrors.STORAGE_SHORT({});
    },
    temporaryPath,
    async keep(files, baseUrl) {
      try {
        const checked = await Promise.all(files.map(checkFile));
        const kept = await Promise.all(checked.map((file) => keepOne(file, baseUrl)));
        return {
          attachments: kept.map(({ attachment }) => attachment),
          bytes: kept.reduce((sum, { bytes }) => sum + bytes, 0),
          undo: () => discard(kept),
        };
      } catch (error) {
        await discard(files);
        throw error;
      }
    },
    discard,
    async sweep() {
      await mkdir(directory, { recursive: true });
      const oldest = clock.now().getTime() - days * 86_400_000;
      const oldestTemporary = clock.now().getTime() - TEMPORARY_MS;
      let [deleted, bytes] = [0, 0];
      for (const name of await readdir(directory)) {
        const path = join(directory, name);
        const isTemporary = name.endsWith(TEMPORARY);
        // One that was coming in may have got its name since.
        const found = await stat(path).catch(() => null);
        if (!found) continue;
        if (found.mtimeMs >= (isTemporary ? oldestTemporary : oldest)) {
          bytes += isTemporary ? 0 : found.size;
          continue;
        }
        await unlink(path);
        deleted += 1;
      }
      return { deleted, bytes };
    },
  };
}

interface CheckedFile {
  readonly file: ReceivedFile;
  readonly kind: FileKind;
  readonly bytes: number;
}

async function checkFile(file: ReceivedFile): Promise<CheckedFile> {
  const kind = fileKindOf(file.contentType);
  if (!kind) throw channelErrors.FILE_REFUSED({ reason: 'files of its kind are not taken' });
  if (!kind.hasSignature(await readStart(file.path))) {
    throw channelErrors.FILE_REFUSED({ reason: `its content is not ${kind.contentType}` });
  }
  return { file, kind, bytes: (await stat(file.path)).size };
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
