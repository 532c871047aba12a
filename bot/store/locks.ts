import type { Write } from './store.js';

/** What only one transaction at a time may do, though each changes rows of its own. */
export type LockName =
  | 'assignment' // counting what an agent has in order to give them more
  | 'queue' // counting a place in the queue in order to tell it
  | 'administrators'; // making sure that one who can sign in is left

/**
 * Takes a lock by its name and holds it until the transaction ends: whoever asks for it meanwhile waits until then.
 *
 * On SQLite there is nothing to do: a transaction begins by becoming the only one that writes (`begin immediate`), so it
 * holds every lock. PostgreSQL lets several write at once; there this is `select pg_advisory_xact_lock(hashtext(name))`.
 */
export async function takeLock(_write: Write, _name: LockName): Promise<void> {}
