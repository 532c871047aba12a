import type { Clock } from '../../index/platform/clock.js';
import type { AgentStanding, DeskAssignment } from '../contracts/assignment.js';
import type { ConversationChanges } from '../conversations/conversation-changes.js';
import type { AgentPresence } from '../handoff/agent-presence.js';
import { endReservation } from '../handoff/move-handoff.js';
import { lockConversation } from '../store/conversations.js';
import { loadRows, setAway, signedInAgents } from '../store/handoffs/assignment-rows.js';
import { endOffer, openOfferOf, withdrawOffersTo } from '../store/handoffs/offers.js';
import type { Store } from '../store/store.js';
import { clearTimer } from '../store/timers.js';
import type { AssignmentRules } from './assignment-rules.js';
import { unitsOf } from './load.js';
import type { Offering } from './offering.js';

/** Who gets what, for the desk's page. */
export function createDeskAssignment(parts: {
  readonly store: Store;
  readonly clock: Clock;
  readonly changes: ConversationChanges;
  readonly offering: Offering;
  readonly presence: Pick<AgentPresence, 'hasPage'>;
  readonly rules: AssignmentRules;
}): DeskAssignment {
  const { store, clock, changes, offering, presence, rules } = parts;
  const { mode, routing } = rules;
  const listeners = new Set<() => void>();
  return {
    mode,
    teams: routing.teams.map(({ id, name }) => ({ id, name })),
    async standings() {
      const units = unitsOf(await loadRows(store), routing);
      const agents = await signedInAgents(store, clock.now().toISOString());
      return agents.map(
        ({ id, email, awayAt, awayBecause }): AgentStanding => ({
          agentId: id,
          isHere: presence.hasPage(id),
          status: awayAt === null ? 'available' : 'away',
          because: awayBecause,
          load: units.get(id) ?? 0,
          capacity: routing.memberOf(email).capacity,
        }),
      );
    },
    async setStatus(agentId, status) {
      const at = clock.now().toISOString();
      const withdrawn = await store.transaction().execute(async (write) => {
        await setAway(write, agentId, status === 'away' ? { at, because: 'self' } : null);
        if (status === 'available') return [];
        return withdrawOffersTo(write, agentId, at);
      });
      for (const id of withdrawn) changes.announce(id);
      for (const listener of [...listeners]) listener();
      offering.nudge();
    },
    async decline(conversationId, agentId) {
      const at = clock.now().toISOString();
      const isDeclined = await store.transaction().execute(async (write) => {
        const conversation = await lockConversation(write, conversationId, at);
        const handoff = conversation?.handoff ?? null;
        const offer = handoff ? await openOfferOf(write, handoff.id) : null;
        const isKept = handoff !== null && handoff.reservedFor === agentId;
        if (isKept) await endReservation(write, conversationId, handoff);
        if (offer?.agentId !== agentId) return isKept;
        await clearTimer(write, 'offer-ends', conversationId);
        return endOffer(write, offer.handoffId, 'declined', at);
      });
      if (isDeclined) changes.announce(conversationId);
      return isDeclined ? 'declined' : 'over';
    },
    onChange(listener) {
      const own = () => listener();
      listeners.add(own);
      return () => {
        listeners.delete(own);
      };
    },
  };
}
