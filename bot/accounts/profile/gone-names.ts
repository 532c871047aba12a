import type { Clock } from '../../../index/platform/clock.js';
import { isCoded } from '../../../index/platform/errors.js';
import type { Log } from '../../../index/platform/log.js';
import type { Doors } from '../../outbox/doors.js';
import { allAgents } from '../../store/accounts/agents.js';
import {
  deleteGoneName,
  dueGoneNames,
  insertGoneName,
  putOffGoneName,
} from '../../store/accounts/gone-names.js';
import type { Store, Write } from '../../store/store.js';

/** So long what an agent said last may still be on its way under their name. */
const FIRST_MS = 2 * 60_000;
/** After a failure: what a channel does not do now it does not do in a minute. */
const AGAIN_MS = 3_600_000;
/** A channel that never does it is not asked for ever; an operator reads of it in the log. */
const MOST_MS = 30 * 86_400_000;
const MOST_AT_A_TIME = 10;

/** Remembers, in the transaction that changed an account, a name that no agent has any more. */
export async function rememberGoneName(write: Write, name: string, now: Date): Promise<void> {
  const nextAt = new Date(now.getTime() + FIRST_MS).toISOString();
  await insertGoneName(write, { name, since: now.toISOString(), nextAt });
}

/**
 * Lets channels forget names that no agent has any more: what one keeps of an agent, such as a persona of Messenger, is to go
 * with the account. Kept in the store, so that it outlasts restarts and channels that are down.
 */
export function createGoneNames({ store, clock, log, doors }: GoneNameParts) {
  return {
    /** Does what is due. */
    async run(): Promise<void> {
      const due = await dueGoneNames(store, clock.now().toISOString(), MOST_AT_A_TIME);
      if (due.length === 0) return;
      const inUse = new Set((await allAgents(store)).map(({ name }) => name));
      for (const { name, since } of due) {
        const isForgotten = inUse.has(name) || (await forget(name));
        if (isForgotten) await deleteGoneName(store, name);
        else await putOff(name, since);
      }
    },
  };

  async function forget(name: string): Promise<boolean> {
    const answers = doors.transports().map(async (transport) => {
      try {
        return (await transport.forgetAgent?.(name)) ?? true;
      } catch (error) {
        log.warn('A channel failed when it was to forget an agent.', {
          door: transport.door,
          reason: isCoded(error) ? error.code : 'unknown',
        });
        return false;
      }
    });
    return (await Promise.all(answers)).every((isForgotten) => isForgotten);
  }

  async function putOff(name: string, since: string): Promise<void> {
    const now = clock.now().getTime();
    if (now - Date.parse(since) < MOST_MS) {
      return putOffGoneName(store, name, new Date(now + AGAIN_MS).toISOString());
    }
    await deleteGoneName(store, name);
    log.error(
      'A channel would not forget an agent who is gone for a month. Delete the persona there by hand.',
    );
  }
}

export interface GoneNameParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly doors: Pick<Doors, 'transports'>;
}
