import { createHmac, randomBytes } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  linkSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { flush, writeFileAtomically } from '../platform/files.js';
import { recordIn } from '../platform/is-record.js';
import { wordingKey } from './wording-key.js';

/**
 * What a line of the ledger is about: a person in a channel, one conversation, a file they sent, the pseudonym under which their
 * verdicts stand, a wording learned of them.
 */
export type ErasedKind = 'customer' | 'conversation' | 'file' | 'visitor' | 'wording';

/** That something was erased; it holds none of it. */
export interface ErasedThing {
  readonly kind: ErasedKind;
  /** HMAC-SHA256 in hex of what names it. */
  readonly hash: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** The community's item that a wording had joined; null for everything else. */
  readonly itemId: string | null;
}

/** What is to be written down as erased, by what names it. */
export interface Erasure {
  readonly kind: ErasedKind;
  readonly parts: readonly string[];
  readonly itemId?: string;
}

/**
 * Remembers what was erased, as hashes, so that a backup that still holds it can be cleared of it again, and so that a wording
 * in a release is hidden until the next run leaves it out. It outlives the databases: a file beside them, with a key of its own.
 */
export interface ErasureLedger {
  /** When a thing was erased last, ISO 8601 in UTC; null where it never was. */
  erasedAt(kind: ErasedKind, ...parts: readonly string[]): string | null;
  /** Items with wordings that were erased. */
  itemsWithWordings(): ReadonlySet<string>;
  /** Whether a wording of an item was erased. */
  isWordingErased(itemId: string, wording: string): boolean;
  /** Keeps erasures; they are on the disk when it returns. @param at ISO 8601 in UTC */
  add(erasures: readonly Erasure[], at: string): void;
  /** Takes over what another ledger with the same key holds, such as the one beside a running server. */
  addAll(things: readonly ErasedThing[]): void;
  /** Forgets what was erased before a time: by then no backup holds it. Returns how many lines went. */
  forgetBefore(time: Date): number;
  readonly things: readonly ErasedThing[];
}

const LEDGER_FILE = 'erasures.jsonl';
const KEY_FILE = 'erasure-key';
const KEY_BYTES = 32;
const OWNER_ONLY = 0o600;

/** Tells one state of the ledger in a folder from another without reading it; '' where there is none. */
export function ledgerMark(runtimeDirectory: string): string {
  const found = statSync(join(runtimeDirectory, LEDGER_FILE), { throwIfNoEntry: false });
  return found ? `${found.mtimeMs}:${found.size}:${found.ino}` : '';
}

/** Opens the ledger of a runtime folder; key and file are made with the first erasure, readable by their owner only. */
export function openErasureLedger(runtimeDirectory: string): ErasureLedger {
  const path = join(runtimeDirectory, LEDGER_FILE);
  const keyPath = join(runtimeDirectory, KEY_FILE);
  let key = readKey(keyPath);
  let things = read(path);
  let byName = index(things);

  function hashOf(kind: ErasedKind, parts: readonly string[]): string {
    key ??= makeKey(keyPath);
    return createHmac('sha256', key)
      .update(JSON.stringify([kind, ...parts]))
      .digest('hex');
  }

  function erasedAt(kind: ErasedKind, ...parts: readonly string[]): string | null {
    return things.length === 0 ? null : (byName.get(nameOf(kind, hashOf(kind, parts))) ?? null);
  }

  function append(added: readonly ErasedThing[]): void {
    const fresh = added.filter(({ kind, hash, at }) => (byName.get(nameOf(kind, hash)) ?? '') < at);
    if (fresh.length === 0) return;
    appendFileSync(path, fresh.map((thing) => `${JSON.stringify(thing)}\n`).join(''), { mode: OWNER_ONLY });
    flush(path);
    things = [...things, ...fresh];
    byName = index(things);
  }

  return {
    get things() {
      return things;
    },
    erasedAt,
    itemsWithWordings: () => new Set(things.flatMap(({ itemId }) => (itemId === null ? [] : [itemId]))),
    isWordingErased: (itemId, wording) => erasedAt('wording', itemId, wordingKey(wording)) !== null,
    add: (erasures, at) =>
      append(
        erasures.map(({ kind, parts, itemId = null }) => ({ kind, hash: hashOf(kind, parts), at, itemId })),
      ),
    addAll: append,
    forgetBefore(time) {
      const kept = read(path).filter(({ at }) => at >= time.toISOString());
      const gone = things.length - kept.length;
      if (gone <= 0) return 0;
      writeFileAtomically(path, kept.map((thing) => `${JSON.stringify(thing)}\n`).join(''));
      chmodSync(path, OWNER_ONLY);
      things = kept;
      byName = index(things);
      return gone;
    },
  };
}

/** What names a wording of an item as an erasure. */
export function erasedWording(itemId: string, wording: string): Erasure {
  return { kind: 'wording', parts: [itemId, wordingKey(wording)], itemId };
}

function nameOf(kind: ErasedKind, hash: string): string {
  return `${kind}:${hash}`;
}

/** The newest time by name. */
function index(things: readonly ErasedThing[]): Map<string, string> {
  const newest = new Map<string, string>();
  for (const { kind, hash, at } of things) {
    const name = nameOf(kind, hash);
    if ((newest.get(name) ?? '') < at) newest.set(name, at);
  }
  return newest;
}

/** A line that a power cut left half is none. */
function read(path: string): ErasedThing[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8').split('\n').flatMap(thingIn);
}

function thingIn(line: string): ErasedThing[] {
  const value = recordIn(line);
  return value !== null && typeof value.hash === 'string' && typeof value.at === 'string'
    ? [{ itemId: null, ...value } as unknown as ErasedThing]
    : [];
}

function readKey(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : null;
}

/** Written whole and then linked: of two processes that erase at once, one wins and both use its key. */
function makeKey(path: string): string {
  const temporary = `${path}.${process.pid}.tmp`;
  const key = randomBytes(KEY_BYTES).toString('base64url');
  writeFileSync(temporary, `${key}\n`, { mode: OWNER_ONLY });
  try {
    flush(temporary);
    linkSync(temporary, path);
    return key;
  } catch (error) {
    const winner = readKey(path);
    if (winner === null) throw error;
    return winner;
  } finally {
    unlinkSync(temporary);
  }
}
