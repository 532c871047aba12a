import { randomBytes } from 'node:crypto';
import type { Clock } from '../../index/platform/clock.js';
import type { ChannelConversation } from '../contracts/channels.js';
import type { FileOwner, Files, OpenFile, ReceivedFile } from '../contracts/files.js';
import type { MessageFile } from '../contracts/message-file.js';
import type { FileRow } from '../store/files/file-rows.js';
import { deleteFiles, findFile, insertFiles } from '../store/files/files.js';
import type { Store } from '../store/store.js';
import { createFileFolder } from './file-folder.js';
import { type FileKind, fileKindIn, isTakenAs, SIGNATURE_BYTES, safeFileName } from './file-kinds.js';
import { createFileRoom, type FileBounds } from './file-room.js';
import { isSigned, LONGEST_ADDRESS_MS, readSignature, signAddress } from './sign-address.js';
import { createSigningKeys } from './signing-keys.js';
import { sweepFiles } from './sweep-files.js';

interface FileParts {
  readonly store: Store;
  readonly clock: Clock;
  /** Where the bytes lie. */
  readonly directory: string;
  readonly limits: FileBounds;
}

/** The files, and what their owner does with them. */
export interface OwnedFiles extends Files {
  /** Reads the keys; nothing can be signed before. */
  start(): Promise<void>;
}

const MEGABYTE = 1_024 * 1_024;
const LIMITS = { fileBytes: 5 * MEGABYTE, files: 5 };
const ID = /^[\w-]{24}$/;

/** Files on a folder and a store: bytes first, then the row; the row goes first, then the bytes. So a crash leaves orphans alone. */
export function createFiles({ store, clock, directory, limits }: FileParts): OwnedFiles {
  const folder = createFileFolder(directory);
  const keys = createSigningKeys(store, clock);

  async function remove(rows: readonly Pick<FileRow, 'id'>[]): Promise<void> {
    const ids = rows.map(({ id }) => id);
    await store.transaction().execute((write) => deleteFiles(write, ids));
    await folder.remove(ids.map(folder.pathOf));
  }

  async function keep(files: readonly ReceivedFile[], owner: FileOwner) {
    const checked = await Promise.all(files.map((file) => check(file)));
    const reason = checked.find((file) => typeof file === 'string');
    if (reason !== undefined) {
      await discard(files);
      return { kind: 'refused', reason: String(reason) } as const;
    }
    const rows = checked.flatMap((file) => (typeof file === 'string' ? [] : [rowOf(file, owner)]));
    try {
      for (const [place, row] of rows.entries()) await folder.take(files[place]?.path ?? '', row.id);
      await store.transaction().execute((write) => insertFiles(write, rows));
    } catch (error) {
      await folder.remove(rows.map(({ id }) => folder.pathOf(id)));
      await discard(files);
      throw error;
    }
    return { kind: 'kept', files: rows.map(toFile), undo: () => remove(rows) } as const;
  }

  /** What a file is; why it is not taken. */
  async function check(file: ReceivedFile): Promise<CheckedFile | string> {
    const { start, bytes } = await folder.look(file.path, SIGNATURE_BYTES);
    const kind = fileKindIn(start, file.contentType);
    if (kind && bytes > 0) return { file, kind, bytes };
    return isTakenAs(file.contentType)
      ? `its content is not ${file.contentType.slice(0, 100)}`
      : 'files of its kind are not taken';
  }

  function rowOf({ file, kind, bytes }: CheckedFile, { of, agentId }: FileOwner): FileRow {
    return {
      id: randomBytes(18).toString('base64url'),
      channelId: of.channelId,
      channelConversationId: of.conversationId,
      name: safeFileName(file.name, kind),
      contentType: kind.contentType,
      bytes,
      agentId,
      isSaid: agentId === null ? 1 : 0,
      createdAt: clock.now().toISOString(),
    };
  }

  function discard(files: readonly Pick<ReceivedFile, 'path'>[]): Promise<void> {
    return folder.remove(files.map(({ path }) => path));
  }

  function opened(row: FileRow): OpenFile {
    return { file: toFile(row), of: ownerOf(row), path: folder.pathOf(row.id) };
  }

  return {
    limits: LIMITS,
    takes: isTakenAs,
    temporaryPath: () => folder.temporaryPath(),
    reserve: createFileRoom(store, folder, limits),
    keep,
    discard,
    address(file, of, reader, lifetimeMs = LONGEST_ADDRESS_MS) {
      const end = endAfter(clock.now().getTime(), Math.min(lifetimeMs, LONGEST_ADDRESS_MS));
      return `${file.id}/${signAddress(keys.newest(), file.id, of, reader, end)}/${encodeURIComponent(file.name)}`;
    },
    async open(id, signature, agentId) {
      const parts = readSignature(signature);
      if (!parts || !ID.test(id) || parts.end <= clock.now().getTime()) return null;
      const row = await findFile(store, id);
      if (!row || !isSigned(keys.all(), id, ownerOf(row), parts, agentId)) return null;
      return opened(row);
    },
    async find(id, of) {
      const row = ID.test(id) ? await findFile(store, id) : null;
      const isTheirs = row?.channelId === of.channelId && row.channelConversationId === of.conversationId;
      return row && isTheirs ? opened(row) : null;
    },
    async sweep() {
      await keys.renew();
      return sweepFiles(store, folder, clock.now());
    },
    start: () => keys.renew(),
  };
}

/**
 * When an address ends that is made now, the same for some minutes: a page that reads a conversation again and again draws
 * the picture that it has.
 */
function endAfter(now: number, lifetimeMs: number): number {
  const step = Math.max(1, Math.floor(lifetimeMs / 12));
  return (Math.floor(now / step) + 12) * step;
}

interface CheckedFile {
  readonly file: ReceivedFile;
  readonly kind: FileKind;
  readonly bytes: number;
}

function toFile({ id, name, contentType, bytes }: FileRow): MessageFile {
  return { id, name, contentType, bytes };
}

function ownerOf({ channelId, channelConversationId }: FileRow): ChannelConversation {
  return { channelId, conversationId: channelConversationId };
}
