import { randomBytes } from 'node:crypto';
import type { Clock } from '../../index/platform/clock.js';
import { addFileKey, deleteFileKeys, fileKeys } from '../store/files/file-keys.js';
import type { FileKeyRow } from '../store/files/file-rows.js';
import type { Store } from '../store/store.js';
import { LONGEST_ADDRESS_MS } from './sign-address.js';

/** The keys that sign addresses. They live in the store, so that all servers on it sign alike, and are never logged. */
export interface SigningKeys {
  /** The key that signs now; call it after `renew`. */
  newest(): string;
  /** Every key that still counts. */
  all(): readonly string[];
  /** Reads them, makes a new one where the newest is a month old, and forgets those whose addresses have all ended. */
  renew(): Promise<void>;
}

const NEW_KEY_AFTER_MS = 30 * 86_400_000;
/** A key that was replaced counts for as long as what it signed. */
const KEPT_MS = 2 * LONGEST_ADDRESS_MS;

export function createSigningKeys(store: Store, clock: Clock): SigningKeys {
  let keys: readonly FileKeyRow[] = [];
  return {
    // Without a key nothing is signed that could be opened: a random one is known to nobody.
    newest: () => keys[0]?.key ?? randomBytes(32).toString('base64url'),
    all: () => keys.map(({ key }) => key),
    async renew() {
      const now = clock.now().getTime();
      keys = await store.transaction().execute(async (write) => {
        const [newest, ...others] = await fileKeys(write);
        const age = newest ? now - Date.parse(newest.createdAt) : Number.POSITIVE_INFINITY;
        if (age > NEW_KEY_AFTER_MS) await addFileKey(write, new Date(now).toISOString());
        else if (age > KEPT_MS)
          await deleteFileKeys(
            write,
            others.map(({ id }) => id),
          );
        return fileKeys(write);
      });
    },
  };
}
