import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { messageOf } from '../../index/platform/errors.js';
import { botErrors } from '../errors.js';

/** Name of the file that makes a folder a backup: written last. */
export const BACKUP_MANIFEST = 'backup.json';
/** Grows when an older program could not put a backup back any more. */
export const BACKUP_FORMAT = 1;

const entry = z.object({
  /** Path within the runtime folder, with slashes. */
  path: z.string().refine(staysInside, 'a path must stay within the folder'),
  bytes: z.number().int().nonnegative(),
  /** SHA-256 in hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const manifest = z.object({
  format: z.number().int(),
  /** Version of the program that wrote it. */
  version: z.string(),
  node: z.string(),
  /** ISO 8601 in UTC. */
  startedAt: z.string(),
  /** Everything that was confirmed up to this moment is in it; ISO 8601 in UTC. */
  holdsUntil: z.string(),
  /** Whether the key of second factors is in it; `elsewhere`: in DESK_SECRETS_KEY, or there is none. */
  secondFactorKey: z.enum(['in-backup', 'elsewhere']).optional(),
  entries: z.array(entry),
});

export type BackupEntry = z.infer<typeof entry>;
export type BackupManifest = z.infer<typeof manifest>;

/**
 * Reads what a backup holds.
 * @throws BACKUP_INCOMPLETE
 */
export function readBackupManifest(folder: string): BackupManifest {
  const refuse = (reason: string, cause?: unknown) => botErrors.BACKUP_INCOMPLETE({ folder, reason }, cause);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(join(folder, BACKUP_MANIFEST), 'utf8'));
  } catch (error) {
    throw refuse(`its ${BACKUP_MANIFEST} cannot be read (${messageOf(error)})`, error);
  }
  const read = manifest.safeParse(value);
  if (!read.success) throw refuse(`its ${BACKUP_MANIFEST} has the wrong form`, read.error);
  if (read.data.format > BACKUP_FORMAT) {
    throw refuse(`a newer program wrote it (${read.data.version}, format ${read.data.format})`);
  }
  return read.data;
}

/** What stands in a file: its length and SHA-256. */
export async function entryOf(folder: string, path: string): Promise<BackupEntry> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(join(folder, path), { highWaterMark: 1 << 20 })) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { path, bytes, sha256: hash.digest('hex') };
}

function staysInside(path: string): boolean {
  return path !== '' && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
