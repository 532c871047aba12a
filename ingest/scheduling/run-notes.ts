import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomically } from '../../index/platform/files.js';
import { recordIn } from '../../index/platform/is-record.js';

const FILE = 'last-run.json';

/** What speaks against a release that was held back. */
export interface RunReason {
  /** Tells one kind from another; without the numbers, which differ from night to night. */
  readonly key: string;
  /** The rest of a sentence, in the language of reports. */
  readonly text: string;
}

/** What the last run came to that was to publish, whoever began it and wherever. It holds no names of people. */
export interface RunNote {
  readonly kind: 'done' | 'failed' | 'held-back';
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** Release that was live then; null for none. */
  readonly liveId: string | null;
  /** Code of the error of one that failed. */
  readonly code: string | null;
  /** Of one that was held back. */
  readonly releaseName: string | null;
  readonly reasons: readonly RunReason[];
}

const KINDS: readonly unknown[] = ['done', 'failed', 'held-back'];

/** The note of a folder; null where there is none, or where nobody can read it. */
export function readRunNote(runtimeDirectory: string): RunNote | null {
  const note = recordIn(readText(join(runtimeDirectory, FILE)));
  const isNote =
    note !== null &&
    KINDS.includes(note.kind) &&
    typeof note.at === 'string' &&
    !Number.isNaN(Date.parse(note.at)) &&
    Array.isArray(note.reasons);
  return isNote ? (note as unknown as RunNote) : null;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Notes what a run came to. It is for those who watch: whoever cannot write it goes on all the same. */
export function noteRun(runtimeDirectory: string, note: RunNote): void {
  try {
    writeFileAtomically(join(runtimeDirectory, FILE), `${JSON.stringify(note)}\n`);
  } catch {
    // A full disk has told of itself by then.
  }
}
