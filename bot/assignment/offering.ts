import type { Clock } from '../../index/platform/clock.js';
import { createLanes } from '../../index/platform/lanes.js';
import type { Background } from '../conversations/background.js';
import type { ConversationChanges } from '../conversations/conversation-changes.js';
import type { AgentPresence } from '../handoff/agent-presence.js';
import {
  forgetMissed,
  hasUnoffered,
  loadRows,
  markAssigned,
  refusalRows,
  signedInAgents,
  silentlyHeld,
  unofferedRows,
} from '../store/handoffs/assignment-rows.js';
import { addOffer, withdrawAllOffers } from '../store/handoffs/offers.js';
import { takeLock } from '../store/locks.js';
import type { Store, Write } from '../store/store.js';
import { clearTimersOfKind, setMissingTimers, setTimer } from '../store/timers.js';
import type { AssignmentRules } from './assignment-rules.js';
import { unitsOf } from './load.js';
import { type FreeAgent, type PlannedOffer, planOffers, type Waiter } from './plan-offers.js';

export interface OfferingParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly background: Background;
  readonly changes: ConversationChanges;
  readonly presence: Pick<AgentPresence, 'hasPage'>;
  readonly rules: AssignmentRules;
}

/** Offers who waits to who is free. */
export interface Offering {
  /** Offers all that can be offered now; nothing where agents take what they see. */
  run(): Promise<void>;
  /** Does so soon, in the background: something changed. */
  nudge(): void;
  /** After a start: makes what a change of the settings left as the settings say now. */
  begin(): Promise<void>;
}

/** Offers of one transaction: turns of customers must not wait for all of them. */
const BATCH = 20;

export function createOffering(parts: OfferingParts): Offering {
  const { store, clock, background, changes, presence, rules } = parts;
  const lanes = createLanes();
  let isNudged = false;
  const offering: Offering = {
    run: () => (rules.mode === 'claim' ? Promise.resolve() : lanes.serially('offering', offerAll)),
    nudge() {
      if (rules.mode === 'claim' || isNudged) return;
      isNudged = true;
      void background.run(async () => {
        isNudged = false;
        await offering.run();
      });
    },
    async begin() {
      const at = clock.now().toISOString();
      await store
        .transaction()
        .execute((write) => (rules.mode === 'claim' ? forget(write, at) : expectWords(write)));
    },
  };
  changes.listen(() => offering.nudge());
  return offering;

  async function offerAll(): Promise<void> {
    for (;;) {
      // Most of the time there is nothing to do: that costs a look and no writing.
      if ((await planFrom(store)).length === 0) return;
      const offered = await store.transaction().execute(offerSome);
      for (const { conversationId } of offered) changes.announce(conversationId);
      if (offered.length < BATCH) return;
    }
  }

  async function offerSome(write: Write): Promise<PlannedOffer[]> {
    await takeLock(write, 'assignment');
    const now = clock.now();
    const [offeredAt, dueAt] = [now.toISOString(), new Date(now.getTime() + rules.offerMs).toISOString()];
    const offered: PlannedOffer[] = [];
    for (const offer of await planFrom(write)) {
      if (!(await addOffer(write, { ...offer, offeredAt, dueAt }))) continue;
      await setTimer(write, 'offer-ends', offer.conversationId, dueAt);
      await markAssigned(write, offer.agentId, offeredAt);
      offered.push(offer);
    }
    return offered;
  }

  async function planFrom(on: Store): Promise<PlannedOffer[]> {
    if (!(await hasUnoffered(on))) return [];
    const now = clock.now();
    const agents = await freeAgents(on, now);
    if (agents.length === 0) return [];
    return planOffers(await waiters(on), agents, rules.routing, now, BATCH);
  }

  async function freeAgents(on: Store, now: Date): Promise<FreeAgent[]> {
    const here = (await signedInAgents(on, now.toISOString())).filter(
      ({ id, awayAt }) => awayAt === null && presence.hasPage(id),
    );
    if (here.length === 0) return [];
    const units = unitsOf(await loadRows(on), rules.routing);
    return here.map(({ id, email, assignedAt }) => {
      const member = rules.routing.memberOf(email);
      return { id, member, load: units.get(id) ?? 0, assignedAt };
    });
  }

  async function waiters(on: Store): Promise<Waiter[]> {
    const refused = new Map<string, Map<string, string>>();
    for (const { handoffId, agentId, at } of await refusalRows(on)) {
      const ofHandoff = refused.get(handoffId) ?? new Map<string, string>();
      refused.set(handoffId, ofHandoff.set(agentId, at));
    }
    return (await unofferedRows(on)).map((row) => ({
      ...row,
      language: row.language ?? 'nl',
      // A team that it was passed on to has its whole time.
      requestedAt: (row.teamId === null ? row.requestedAt : (row.returnedAt ?? row.requestedAt)) ?? '',
      passedTo: row.teamId,
      refusals: refused.get(row.handoffId) ?? new Map<string, string>(),
    }));
  }

  /** Agents take what they see from now on: what was offered is everybody's, and nobody is away but by their own word. */
  async function forget(write: Write, at: string): Promise<void> {
    await withdrawAllOffers(write, at);
    await forgetMissed(write);
    await clearTimersOfKind(write, 'first-word');
  }

  /** Those who took a conversation before this was asked of them have the whole time from now on. */
  async function expectWords(write: Write): Promise<void> {
    if (rules.firstWordMs === null) return clearTimersOfKind(write, 'first-word');
    const dueAt = new Date(clock.now().getTime() + rules.firstWordMs).toISOString();
    const held = (await silentlyHeld(write)).map((conversationId) => ({ conversationId, dueAt }));
    await setMissingTimers(write, 'first-word', held);
  }
}
