import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openErasureLedger } from '../../index/learning/erasure-ledger.js';
import { botErrors } from '../errors.js';
import { copyKeptFile } from './copy-kept-file.js';

const KEY = 'erasure-key';
const LEDGER = 'erasures.jsonl';
/** The files in which it stands what was erased: never replaced, only added to. */
export const LEDGER_FILES: readonly string[] = [LEDGER, KEY];

/**
 * Brings together what a runtime folder and a backup of it know to be erased; both know all of it afterwards. Whatever
 * happens then, nothing that was erased comes back by having been forgotten.
 * @throws ERASURE_KEYS_DIFFER
 */
export function mergeLedgers(directory: string, backup: string): void {
  const [ours, theirs] = [keyOf(directory), keyOf(backup)];
  if (ours !== null && theirs !== null && ours !== theirs) throw botErrors.ERASURE_KEYS_DIFFER({ directory });
  if (ours === null && theirs === null) return;
  if (ours === null) copyKeptFile(join(backup, KEY), join(directory, KEY));
  if (theirs === null) copyKeptFile(join(directory, KEY), join(backup, KEY));
  const [here, there] = [openErasureLedger(directory), openErasureLedger(backup)];
  here.addAll(there.things);
  there.addAll(here.things);
}

function keyOf(directory: string): string | null {
  const path = join(directory, KEY);
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : null;
}
