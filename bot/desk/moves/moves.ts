import { randomUUID } from 'node:crypto';
import type { AssignmentRules } from '../../assignment/assignment-rules.js';
import { refuseClaim } from '../../assignment/refuse-claim.js';
import type { DeskAgent } from '../../contracts/desk.js';
import type { DeskMoveOutcome, DeskMoves, TransferTarget } from '../../contracts/tools/desk-moves.js';
import type { Conversation } from '../../conversations/conversation.js';
import type { AgentPresence } from '../../handoff/agent-presence.js';
import { moveHandoff } from '../../handoff/move-handoff.js';
import { type PassOn, passOn } from '../../handoff/pass-on.js';
import { languageOf } from '../../handoff/tell-news.js';
import type { Schedule } from '../../hours/schedule.js';
import { findAgent } from '../../store/accounts/agents.js';
import { countNotes } from '../../store/notes.js';
import type { Write } from '../../store/store.js';
import { type ActionParts, createActions } from '../desk-actions.js';
import { keepNote, MOST_NOTES } from '../notes/notes.js';
import { conflict, DONE, isHeldNowBy } from '../who-may-act.js';
import { snoozeUntil } from './snooze-time.js';

export interface MoveParts extends ActionParts {
  readonly presence: AgentPresence;
  readonly rules: AssignmentRules;
  /** Null where they are not known. */
  readonly openingHours: Schedule | null;
  readonly botName: string;
  readonly expireMs: number;
  readonly settings: { readonly DESK_RESERVE_SECONDS: number; readonly RETENTION_DAYS: number };
}

/** Longest comment, in UTF-16 units. */
const LONGEST_COMMENT = 2_000;
const SOONEST_MS = 60_000;
const HOUR_MS = 3_600_000;
const MOST_DAYS = 30;

/** What agents pass on and set aside. */
export function createMoves(parts: MoveParts): DeskMoves {
  const { store, clock, presence, rules, openingHours, expireMs, settings } = parts;
  const act = createActions(parts);

  return {
    async transfer(conversationId, agent, target, comment) {
      const { count } = await countNotes(store, conversationId);
      if (count >= MOST_NOTES) return { kind: 'too-many-notes', most: MOST_NOTES };
      if (!(await find(target, agent))) return { kind: 'unknown-target' };
      return act(conversationId, agent, async (write, conversation, now) => {
        if (!isHeldNowBy(conversation, agent.id)) return conflict(conversation);
        const to = await passedOnTo(write, conversation, target, now);
        await keepComment(write, conversation, { agent, name: to.name, comment, now });
        await passOn(write, conversation, agent, to, { ...parts, routing: rules.routing, now });
        return DONE;
      });
    },
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

  /** Whether there is somebody to pass on to. */
  async function find(target: TransferTarget, by: DeskAgent): Promise<boolean> {
    if (target.kind === 'team') return rules.routing.teams.some(({ id }) => id === target.teamId);
    const colleague = await findAgent(store, target.agentId);
    return colleague !== undefined && colleague.lockedAt === null && colleague.id !== by.id;
  }

  async function passedOnTo(
    write: Write,
    conversation: Conversation,
    target: TransferTarget,
    now: Date,
  ): Promise<PassOn> {
    if (target.kind === 'team') {
      const team = rules.routing.teams.find(({ id }) => id === target.teamId);
      const name = team?.name[languageOf(conversation)] ?? '';
      return { name, teamId: target.teamId, reserved: null };
    }
    const until = new Date(now.getTime() + settings.DESK_RESERVE_SECONDS * 1_000).toISOString();
    const name = (await findAgent(write, target.agentId))?.name ?? '';
    return { name, teamId: null, reserved: { agentId: target.agentId, until } };
  }

  /** A note of the move, with what the agent says to whoever takes it; the customer never gets it. */
  async function keepComment(
    write: Write,
    { id }: Conversation,
    by: {
      readonly agent: DeskAgent;
      readonly name: string;
      readonly comment: string;
      readonly now: Date;
    },
  ): Promise<void> {
    const said = by.comment.trim().slice(0, LONGEST_COMMENT);
    const text = said === '' ? `→ ${by.name}` : `→ ${by.name}: ${said}`;
    const { newest } = await countNotes(write, id);
    const { id: agentId, name: agentName } = by.agent;
    const note = { conversationId: id, agentId, agentName, text, noteKey: randomUUID() };
    await keepNote(write, note, { said, newest, now: by.now });
  }
}
