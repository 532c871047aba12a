import type { Clock } from '../../index/platform/clock.js';
import type { DeskShifts } from '../contracts/elsewhere/desk-elsewhere.js';
import { deleteSession, findAgent, insertSession } from '../store/accounts/agents.js';
import {
  insertShift,
  liveShifts,
  prolongSession,
  restingAgents,
  sessionOfShift,
  setShiftAway,
  shiftsOver,
} from '../store/accounts/shifts.js';
import { conversationsOf } from '../store/handoffs/handoffs.js';
import type { Store, Write } from '../store/store.js';
import { hashToken, newToken } from './tokens.js';

/**
 * Who is at work in a group of a channel. A shift is a session of which nobody has the token: whatever asks who is signed in
 * counts it, and locking an account, or ending its sessions, ends it.
 */
export function createShifts({ store, clock }: { readonly store: Store; readonly clock: Clock }): DeskShifts {
  return {
    begin: (agentId, until, isAvailable) =>
      store.transaction().execute(async (write) => {
        const account = await findAgent(write, agentId);
        if (!account || account.lockedAt !== null) return;
        const tokenHash = await sessionOfShift(write, agentId);
        if (tokenHash === undefined) return open(write, agentId, until);
        await prolongSession(write, tokenHash, until);
        if (isAvailable) await setShiftAway(write, agentId, false);
      }),

    rest: (agentId) =>
      store.transaction().execute(async (write) => {
        const held = (await conversationsOf(write, agentId)).length;
        if (held === 0) await end(write, agentId);
        else await setShiftAway(write, agentId, true);
        return held;
      }),

    list: () => liveShifts(store, clock.now().toISOString()),

    endOver: async () => {
      const at = clock.now().toISOString();
      // Most of the time nobody is: that costs two looks and no writing.
      const over = await shiftsOver(store, at);
      const resting = await restingAgents(store);
      if (over.length + resting.length === 0) return [];
      return store.transaction().execute(async (write) => {
        const ended = new Set(await shiftsOver(write, at));
        for (const agentId of await restingAgents(write))
          if ((await conversationsOf(write, agentId)).length === 0) ended.add(agentId);
        for (const agentId of ended) await end(write, agentId);
        return [...ended];
      });
    },
  };

  async function open(write: Write, agentId: string, until: string): Promise<void> {
    const tokenHash = hashToken(newToken());
    await insertSession(write, {
      tokenHash,
      agentId,
      createdAt: clock.now().toISOString(),
      expiresAt: until,
      // What an account reads in the list of its sessions; shifts are begun there alone.
      device: 'Microsoft Teams',
      seenAt: null,
      openedWith: 'shift',
    });
    await insertShift(write, agentId, tokenHash);
  }

  async function end(write: Write, agentId: string): Promise<void> {
    const tokenHash = await sessionOfShift(write, agentId);
    if (tokenHash !== undefined) await deleteSession(write, tokenHash);
  }
}
