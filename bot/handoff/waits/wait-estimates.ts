import { type Routed, type Routing, teamOf } from '../../assignment/routing.js';
import type { Conversation } from '../../conversations/conversation.js';
import { type HandledRow, handledSince, underWayNow } from '../../store/handoffs/wait-rows.js';
import type { Store, Write } from '../../store/store.js';
import type { AgentPresence } from '../agent-presence.js';
import { isOneQueue, queueOf } from '../team-queue.js';
import { estimateWait, isAnotherWait, saidMinutes } from './estimate-wait.js';

/** A wait that can be told. */
export interface ToldWait {
  readonly minutes: number;
  /** When it is over by this estimate, ISO 8601 in UTC: what the customer then counts down to. */
  readonly until: string;
}

/** Weeks in which staff and customers are as they are now. */
const LOOK_BACK_MS = 28 * 86_400_000;
const MOST_SAMPLES = 400;
const MOST_UNDER_WAY = 500;
/** What took longer lay aside in between. */
const LONGEST_HANDLED_MS = 4 * 3_600_000;

/**
 * About how long somebody waits at a place of their team's queue, by what agents had of it in the last four weeks and have now;
 * null where fewer than twenty tell it, where nobody has anything, and where the customer knows it already.
 * @param asked what tells the team
 */
export async function waitToTell(
  store: Store,
  {
    place,
    asked,
    toldUntil,
    routing,
    now,
    isAsked = false,
  }: {
    readonly place: number;
    readonly asked: Routed;
    /** Until when who waits was told that it takes, ISO 8601 in UTC; null for nothing, and for who does not wait yet. */
    readonly toldUntil: string | null;
    readonly routing: Pick<Routing, 'teams'>;
    readonly now: Date;
    /** Whether they asked: then they hear again what they know. False where left out. */
    readonly isAsked?: boolean;
  },
): Promise<ToldWait | null> {
  const since = new Date(now.getTime() - LOOK_BACK_MS).toISOString();
  const isTheirs = ofTeam(routing, asked);
  const under = (await underWayNow(store, MOST_UNDER_WAY)).filter(isTheirs);
  if (under.length === 0) return null;
  const past = (await handledSince(store, since, MOST_SAMPLES)).filter(isTheirs);
  const waitMs = estimateWait({
    place,
    handled: past
      .map(({ claimedAt, endedAt }) => Date.parse(endedAt ?? '') - Date.parse(claimedAt ?? ''))
      .filter((ms) => ms > 0 && ms <= LONGEST_HANDLED_MS),
    underWay: under.map(({ claimedAt }) => Math.max(now.getTime() - Date.parse(claimedAt ?? ''), 0)),
  });
  if (waitMs === null) return null;
  const minutes = saidMinutes(waitMs);
  if (minutes === null) return null;
  if (!isAsked && !isAnotherWait(toldUntil, waitMs, now)) return null;
  return { minutes, until: new Date(now.getTime() + waitMs).toISOString() };
}

/** About how long who waits does so at a new place, where that is news; nothing beside a promise, or with nobody here. */
export async function waitAt(
  write: Write,
  { handoff, channelId, turnState, language }: Conversation,
  place: number,
  rules: {
    readonly presence: Pick<AgentPresence, 'attendance'>;
    readonly routing: Pick<Routing, 'teams'>;
    readonly now: Date;
    readonly isAsked?: boolean;
  },
): Promise<ToldWait | null> {
  const { presence, routing, now, isAsked = false } = rules;
  if (!handoff || handoff.promise !== null || !(await presence.attendance(write)).isAttended) return null;
  const asked = {
    channelId,
    language: turnState?.language ?? language ?? 'nl',
    reason: handoff.reason,
    question: turnState?.question ?? '',
    passedTo: handoff.teamId,
  };
  return waitToTell(write, { place, asked, toldUntil: handoff.toldUntil, routing, now, isAsked });
}

function ofTeam(routing: Pick<Routing, 'teams'>, asked: Routed): (row: HandledRow) => boolean {
  if (isOneQueue(routing)) return () => true;
  const team = teamOf(routing, asked);
  return (row) => queueOf(routing, row) === team;
}
