import { refuseClaim } from '../../assignment/refuse-claim.js';
import type { DeskMoveOutcome, DeskMoves } from '../../contracts/tools/desk-moves.js';
import { moveHandoff } from '../../handoff/move-handoff.js';
import type { Schedule } from '../../hours/schedule.js';
import { type ActionParts, createActions } from '../desk-actions.js';
import { conflict, DONE, isHeldNowBy } from '../who-may-act.js';
import { cannotPassTo, type PassToParts, passTo } from './pass-to.js';
import { snoozeUntil } from './snooze-time.js';

export interface MoveParts extends ActionParts, PassToParts {
  /** Null where they are not known. */
  readonly openingHours: Schedule | null;
  readonly settings: { readonly DESK_RESERVE_SECONDS: number; readonly RETENTION_DAYS: number };
}

const SOONEST_MS = 60_000;
const HOUR_MS = 3_600_000;
const MOST_DAYS = 30;

/** What agents pass on and set aside. */
export function createMoves(parts: MoveParts): DeskMoves {
  const { clock, presence, rules, openingHours, expireMs, settings } = parts;
  const act = createActions(parts);

  return {
    transfer: (conversationId, agent, target, comment): Promise<DeskMoveOutcome> =>
      act<DeskMoveOutcome>(conversationId, agent, async (write, conversation, now) => {
        const refusal = await cannotPassTo(write, parts, conversationId, target, agent.id);
        if (refusal) return { outcome: refusal };
        if (!isHeldNowBy(conversation, agent.id)) return conflict(conversation);
        await passTo(write, conversation, { by: agent, fromId: agent.id, target, comment, now }, parts);
        return DONE;
      }),
    async snooze(conversationId, agent, time) {
      const now = clock.now();
      const until = snoozeUntil(time, openingHours, now);
      // A conversation must not be past its date before it is back.
      const mostMs = Math.min(MOST_DAYS, settings.RETENTION_DAYS) * 24 * HOUR_MS - HOUR_MS;
      const latest = now.getTime() + mostMs;
      const isFit = until.getTime() >= now.getTime() + SOONEST_MS && until.getTime() <= latest;
      if (!isFit) return { kind: 'bad-time', latest: new Date(latest).toISOString() };
      return act(conversationId, agent, async (write, conversation) => {
        if (!isHeldNowBy(conversation, agent.id)) return conflict(conversation);
        await moveHandoff(write, conversation, 'snooze', {
          now,
          expireMs,
          snoozedUntil: until.toISOString(),
        });
        return DONE;
      });
    },
    wake: (conversationId, agent): Promise<DeskMoveOutcome> =>
      act(conversationId, agent, async (write, conversation, now) => {
        if (!isHeldNowBy(conversation, agent.id)) return conflict(conversation);
        if (!conversation.handoff?.snoozedUntil) return DONE;
        const refusal = await refuseClaim(write, conversation, agent, rules);
        if (refusal) return { outcome: refusal };
        const { firstWordMs } = rules;
        await moveHandoff(write, conversation, 'wake', { now, expireMs, firstWordMs });
        await presence.takes(write, agent.id, conversation.id);
        return DONE;
      }),
  };
}
