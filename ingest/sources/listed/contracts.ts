/**
 * A community whose threads are listed cheaply and read one by one, as types.
 */
import type { GoneRow, SourceRow } from '../contracts.js';

/** A thread as a listing tells of it. */
export interface ListedThread {
  readonly id: string;
  /** Differs from the one before where the listing shows a change; '' where it never tells. */
  readonly version: string;
}

/** A thread that is to be read, and what its source noted when it was read before; null where it did not. */
export interface WantedThread {
  readonly id: string;
  readonly memo: string | null;
}

/** A thread that its source says has not changed since the memo. */
interface UnchangedRow {
  readonly kind: 'unchanged';
}

/** What reading one thread gave. */
export interface ThreadReading {
  readonly id: string;
  readonly row: SourceRow | GoneRow | UnchangedRow;
  /** Given back with the next reading, such as an ETag. No secret: it is kept. */
  readonly memo?: string | null;
}

/** A community that is listed. */
export interface Listing {
  /** Every thread that may have an answer; one given twice counts once. */
  list(): AsyncIterable<ListedThread>;
  /**
   * Reads threads in full, each of them once. A thread that its source no longer shows is given as gone.
   * @throws a coded error where none of them could be read, such as SOURCE_UNREACHABLE
   */
  read(threads: readonly WantedThread[]): AsyncIterable<ThreadReading>;
  /** Threads that are read at once. */
  readonly batch: number;
  /**
   * Threads without a sign of change that are read again in each run, those first that were read longest ago: a listing
   * does not show everything.
   */
  readonly reread: number;
}
