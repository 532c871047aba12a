import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { messageOf } from '../../index/platform/errors.js';
import { flush } from '../../index/platform/files.js';
import { channelErrors } from '../errors.js';

const MINIMUM_LENGTH = 32;

/**
 * The key that signs chat tokens: `given` (WEBCHAT_SIGNING_KEY) or the one kept in the file at `path`, which is made
 * at the first call, readable by its owner only, so that tokens survive a restart.
 * @throws SIGNING_KEY_UNUSABLE
 */
export function loadSigningKey(given: string | undefined, path: string): string {
  if (given !== undefined) return given;
  let key: string;
  try {
    key = read(path) ?? create(path);
  } catch (error) {
    throw channelErrors.SIGNING_KEY_UNUSABLE({ path, reason: messageOf(error) }, error);
  }
  if (key.length >= MINIMUM_LENGTH) return key;
  throw channelErrors.SIGNING_KEY_UNUSABLE({
    path,
    reason: `it has fewer than ${MINIMUM_LENGTH} characters`,
  });
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** Written whole under another name and then linked: of two processes that start at once, one wins and both use it. */
function create(path: string): string {
  mkdirSync(dirname(path), { recursive: true });
  const key = randomBytes(48).toString('base64url');
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, `${key}\n`, { mode: 0o600 });
  try {
    flush(temporary);
    linkSync(temporary, path);
    return key;
  } catch (error) {
    const winner = hasCode(error, 'EEXIST') ? read(path) : null;
    if (winner === null) throw error;
    return winner;
  } finally {
    unlinkSync(temporary);
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
