import { freeBytesOf } from '../../index/platform/files.js';
import type { ReadinessPart } from '../../index/platform/telemetry/readiness.js';
import type { DoorNotice } from '../contracts/desk.js';

/** What the parts of the program say of themselves: a sentence, or null where all is well. */
export interface ReadinessAsked {
  readonly embedder: () => string | null;
  readonly store: () => string | null;
  readonly release: () => string | null;
  readonly openFiles: () => string | null;
  readonly doors: () => readonly Pick<DoorNotice, 'door' | 'alert'>[];
  /** The folder whose disk is looked at. */
  readonly directory: string;
  /** Bytes that are left on the disk of a folder; only tests give another one. */
  readonly freeBytes?: (folder: string) => Promise<number>;
}

/** The store itself says no at 2 MB; before that somebody has to know. */
const LITTLE_BYTES = 200_000_000;

const DOOR_REASONS: Readonly<Record<DoorNotice['alert'], string>> = {
  'access-ended': 'its access has ended: set a new token',
  'permission-missing': 'it lacks a permission: give it at the channel',
  restricted: 'the channel restricts it: see its page there',
};

/** Asks every part; in the order in which they matter. */
export async function readReadiness(asked: ReadinessAsked): Promise<readonly ReadinessPart[]> {
  const held = asked.doors().map(({ door, alert }) => `${door}: ${DOOR_REASONS[alert]}`);
  return [
    { name: 'embedder', reason: asked.embedder(), isNeeded: true },
    { name: 'store', reason: asked.store(), isNeeded: true },
    { name: 'disk', reason: await diskReason(asked), isNeeded: false },
    { name: 'release', reason: asked.release(), isNeeded: true },
    { name: 'doors', reason: held.length === 0 ? null : held.join('; '), isNeeded: false },
    { name: 'files', reason: asked.openFiles(), isNeeded: false },
  ];
}

async function diskReason({ directory, freeBytes = freeBytesOf }: ReadinessAsked): Promise<string | null> {
  try {
    const free = await freeBytes(directory);
    return free >= LITTLE_BYTES ? null : `only ${Math.floor(free / 1e6)} MB are left on the disk: make room`;
  } catch {
    return 'the disk does not tell how much is left: check that RUNTIME_DIR is there';
  }
}
