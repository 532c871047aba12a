import { messageOf } from '../index/platform/errors.js';
import { ingestErrors } from './errors.js';

/** What systems and SQLite say when nothing more can be written. */
const FULL = /^(?:ENOSPC|EDQUOT|EFBIG|SQLITE_FULL|SQLITE_IOERR_(?:WRITE|FSYNC|DIR_FSYNC|TRUNCATE|SHM\w+))$/;

/** The error as it is, or as INGEST_DISK_FULL when a full disk is at its root. */
export function asDiskFull(directory: string, error: unknown): unknown {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && FULL.test(String(cause.code))) {
      return ingestErrors.INGEST_DISK_FULL({ directory, reason: messageOf(cause) }, error);
    }
  }
  return error;
}
