import type { Clock } from '../../index/platform/clock.js';
import type { DeskFace } from '../contracts/desk.js';
import type { Handoff } from '../conversations/conversation.js';
import type { ConversationChanges } from '../conversations/conversation-changes.js';
import { backAt, type LocalMoment } from '../hours/back-at.js';
import type { Promised } from '../hours/promise.js';
import type { Schedule } from '../hours/schedule.js';
import { liveSessions } from '../store/accounts/agents.js';
import { signedInAgents } from '../store/handoffs/assignment-rows.js';
import { conversationsAtDesk, conversationsOf } from '../store/handoffs/handoffs.js';
import type { Store, Write } from '../store/store.js';
import { clearTimers, dueAtOf, setTimer } from '../store/timers.js';
import type { Promises } from './promises.js';

/** A page that is loaded again, or finds its network again, is back within this time: nobody need take over before. */
const RECONNECT_MS = 20_000;

export interface AgentPresence {
  /** An agent is at the desk: their conversations stay theirs. */
  present(agentId: string, face?: DeskFace): Promise<void>;
  /**
   * An agent has no connection to a face of the desk from now on. Where that was the last, and unless they come back in time,
   * their conversations go back to the queue.
   */
  left(agentId: string, face?: DeskFace): Promise<void>;
  /**
   * An agent takes a conversation, in this very transaction. Without an open page (it was closed meanwhile, or a start has cut
   * it off) nothing would tell that they are gone: they have the same time to come back.
   */
  takes(write: Write, agentId: string, conversationId: string): Promise<void>;
  /** After a start nobody is connected yet: everybody who has a conversation has the whole time to come back. */
  expectAll(): Promise<void>;
  /** Whether a page of an agent is open. */
  hasPage(agentId: string): boolean;
  /**
   * Until when an agent who is signed in counts as here, in milliseconds since 1970: without end while a page of theirs is open;
   * a start of the program begins the time to come back.
   */
  hereUntil(agentId: string): number;
  /** An agent signed out for good, was locked or removed: they are not at the desk, whatever was heard of them before. */
  gone(agentId: string): void;
  /**
   * Whether somebody can take a customer now: an agent who is signed in, and has a page open or had one no longer ago than the
   * time to come back. Signing in, and a start of the program, begin that time.
   * @param handoff of the customer it is asked for: what they were promised stays promised
   */
  attendance(on: Store, handoff?: Handoff | null): Promise<Attendance>;
}

/** Whether somebody is at the desk, and when somebody will be. */
export interface Attendance {
  readonly isAttended: boolean;
  /** When somebody is there again; null while somebody is, within the opening hours, and where these are not known. */
  readonly backAt: LocalMoment | null;
  /** What the customer was promised, or is promised who asks for a person now; null for nothing. */
  readonly promise: Promised | null;
  /** Until when, as customers are told it; null for nothing. */
  readonly promisedUntil: LocalMoment | null;
}

/**
 * Who is at the desk. Whose agent it is, is kept as the timers of the conversations they have: a restart loses none. Whether
 * anybody is there to take one is kept in memory, beside the sessions of the store.
 */
export function createAgentPresence(parts: {
  readonly store: Store;
  readonly changes: ConversationChanges;
  readonly clock: Clock;
  readonly awayMs: number;
  /** Null where they are not known. */
  readonly openingHours: Schedule | null;
  readonly promises: Promises;
}): AgentPresence {
  const { store, changes, clock, awayMs, openingHours, promises } = parts;
  /** Until when an agent counts as here, in milliseconds since 1970; without end while a page of theirs is open. */
  const hereUntil = new Map<string, number>();
  /** Where each agent is who is here. */
  const faces = new Map<string, Set<DeskFace>>();
  let startedAt = clock.now().getTime();

  function promiseFor(handoff: Handoff | null, isAttended: boolean): Promised | null {
    if (handoff?.promise) return promises.run(handoff.promise);
    // Who waits without a promise was told what to count on, or is in danger.
    return isAttended || handoff?.state === 'waiting' ? null : promises.make();
  }
  const hasPage = (agentId: string) => hereUntil.get(agentId) === Number.POSITIVE_INFINITY;
  const returnsAt = () => new Date(clock.now().getTime() + awayMs).toISOString();

  async function expect(find: (on: Store) => Promise<string[]>): Promise<void> {
    const ids = await store.transaction().execute(async (write) => {
      const dueAt = returnsAt();
      const found = await find(write);
      for (const id of found) await setTimer(write, 'return-to-queue', id, dueAt);
      return found;
    });
    for (const id of ids) changes.announce(id);
  }

  return {
    async present(agentId, face = 'page') {
      faces.set(agentId, (faces.get(agentId) ?? new Set()).add(face));
      hereUntil.set(agentId, Number.POSITIVE_INFINITY);
      if ((await conversationsOf(store, agentId)).length === 0) return;
      // Read again inside: another may take one over at this moment, and its timer is theirs then.
      const ids = await store.transaction().execute(async (write) => {
        const theirs = await conversationsOf(write, agentId);
        return theirs.length === 0 ? [] : clearTimers(write, 'return-to-queue', theirs);
      });
      for (const id of ids) changes.announce(id);
    },
    async left(agentId, face = 'page') {
      const others = faces.get(agentId);
      others?.delete(face);
      if (others && others.size > 0) return;
      faces.delete(agentId);
      hereUntil.set(agentId, clock.now().getTime() + awayMs);
      // Most who leave have nobody: that costs one look and no writing.
      if ((await conversationsOf(store, agentId)).length === 0) return;
      await expect((on) => conversationsOf(on, agentId));
    },
    async expectAll() {
      startedAt = clock.now().getTime();
      await expect(conversationsAtDesk);
    },
    hasPage,
    hereUntil: (agentId) => Math.max(hereUntil.get(agentId) ?? 0, startedAt + awayMs),
    async takes(write, agentId, conversationId) {
      if (!hasPage(agentId)) await setTimer(write, 'return-to-queue', conversationId, returnsAt());
    },
    gone(agentId) {
      faces.delete(agentId);
      hereUntil.delete(agentId);
    },
    async attendance(on, handoff = null) {
      const now = clock.now();
      const sessions = await liveSessions(on, now.toISOString());
      const isAttended = sessions.some(({ agentId, createdAt }) => {
        const sinceMs = Math.max(Date.parse(createdAt), startedAt);
        return Math.max(sinceMs + awayMs, hereUntil.get(agentId) ?? 0) > now.getTime();
      });
      const promise = promiseFor(handoff, isAttended);
      return {
        isAttended,
        backAt: isAttended ? null : backAt(openingHours, now),
        promise,
        promisedUntil: promise && promises.until(promise),
      };
    },
  };
}

/**
 * Whether somebody new can come to an agent now: they are signed in, here and not away.
 * @returns until when they count as here (`AgentPresence.hereUntil`), and their address; null where they are not
 */
export async function findHere(
  on: Store,
  agentId: string,
  presence: Pick<AgentPresence, 'hereUntil'>,
  now: Date,
): Promise<{ readonly email: string; readonly until: number } | null> {
  const until = presence.hereUntil(agentId);
  if (until <= now.getTime()) return null;
  const agent = (await signedInAgents(on, now.toISOString())).find(({ id }) => id === agentId);
  return agent && agent.awayAt === null ? { email: agent.email, until } : null;
}

/**
 * From when on an agent counts as away, so that others may take over; ISO 8601 in UTC.
 * @param dueAt when the conversation goes back to the queue; null while its agent is at the desk
 */
export function awayFrom(dueAt: string | null, awayMs: number): string | null {
  return dueAt === null ? null : new Date(Date.parse(dueAt) - awayMs + RECONNECT_MS).toISOString();
}

/** The same of one conversation. */
export async function awayFromIn(
  store: Store,
  conversationId: string,
  awayMs: number,
): Promise<string | null> {
  return awayFrom(await dueAtOf(store, 'return-to-queue', conversationId), awayMs);
}
