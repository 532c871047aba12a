import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { delay } from '../../index/platform/clock.js';
import type { ConversationStore } from '../store/conversation-store.js';

/** A wish to the server that runs in a folder, and that it has begun with it. */
const WISH = 'compact-wanted';
const BEGUN = 'compact-begun';
const OWNER_ONLY = 0o600;
const LOOK_EVERY_MS = 200;
/** A server looks every few seconds; one that takes longer than this is none. */
const PATIENCE_MS = 12_000;
/** With a big store it is at it for a while. */
const LONGEST_MS = 40_000;

/**
 * Has the store written anew by the server that runs in its folder: there customers wait for it without the event loop
 * standing still. Where none runs it is done here.
 */
export async function compactByServer(
  store: Pick<ConversationStore, 'compact'>,
  runtimeDirectory: string,
): Promise<void> {
  const [wish, begun] = [join(runtimeDirectory, WISH), join(runtimeDirectory, BEGUN)];
  rmSync(begun, { force: true });
  writeFileSync(wish, '', { mode: OWNER_ONLY });
  for (let waited = 0; waited < LONGEST_MS; waited += LOOK_EVERY_MS) {
    await delay(LOOK_EVERY_MS);
    if (!existsSync(wish)) return;
    if (waited >= PATIENCE_MS && !existsSync(begun)) break;
  }
  rmSync(wish, { force: true });
  await store.compact();
}

/** The server's part of it: called every few seconds. */
export async function compactIfWanted(
  store: Pick<ConversationStore, 'compact'>,
  runtimeDirectory: string | null,
): Promise<void> {
  if (runtimeDirectory === null) return;
  const [wish, begun] = [join(runtimeDirectory, WISH), join(runtimeDirectory, BEGUN)];
  if (!existsSync(wish)) return;
  writeFileSync(begun, '', { mode: OWNER_ONLY });
  try {
    await store.compact();
    rmSync(wish, { force: true });
  } finally {
    rmSync(begun, { force: true });
  }
}
