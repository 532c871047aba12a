import type { Routing } from '../assignment/routing.js';
import type { LimboRows, OfferInState, OpenHandoff, TimerInState } from '../store/handoffs/limbo-rows.js';
import type { TimerKind } from '../store/tables.js';
import { queueOf } from './team-queue.js';

/** How a conversation can be stuck: nothing that is due will ever move it on. README.md says what each means. */
export type LimboKind =
  | 'lost-handoff'
  | 'second-handoff'
  | 'waiting-without-end'
  | 'waiting-untold'
  | 'promise-without-end'
  | 'reserved-without-end'
  | 'snoozed-without-end'
  | 'held-by-nobody'
  | 'held-by-gone'
  | 'held-by-absent'
  | 'elsewhere-without-end'
  | 'offer-without-end'
  | 'stale-offer'
  | 'silent-without-end'
  | 'stale-timer'
  | 'unsent'
  | 'unheard';

/** A conversation in limbo. */
export interface Limbo {
  readonly kind: LimboKind;
  readonly conversationId: string;
  /** The hand-off it is about; null where it is about none. */
  readonly handoffId: string | null;
}

/** What is known in memory alone. */
export interface LimboFacts {
  /** Whether a page of an agent is open. */
  hasPage(agentId: string): boolean;
  /** Whether the outbox of a conversation is being worked off, or will be without a timer: when its door opens, say. */
  isSending(conversationId: string): boolean;
  /** Whether somebody is at the inbox of a conversation, or will be by themselves. */
  isHandling(conversationId: string): boolean;
  /** Whether who takes a conversation must say something before a time. */
  readonly awaitsWord: boolean;
  /** Whose queue each stands in: the place that is told counts their own team. */
  readonly routing: Pick<Routing, 'teams'>;
}

/** Finds every conversation in limbo; pure. What stands in the way of other repairs comes first. */
export function findLimbo(rows: LimboRows, facts: LimboFacts): Limbo[] {
  const timers = new Set(rows.timers.map(({ conversationId, kind }) => timerKey(conversationId, kind)));
  const hasTimer = (conversationId: string, kind: TimerKind) => timers.has(timerKey(conversationId, kind));
  const unpointed = rows.handoffs.filter(({ currentId }) => currentId === null);
  const lost = new Set([...rows.dangling, ...unpointed.map(({ conversationId }) => conversationId)]);
  const seconds = rows.handoffs.filter(
    ({ id, currentId, conversationId }) => id !== currentId && !lost.has(conversationId),
  );
  const stale = new Set(rows.timers.filter(isStale).map(({ conversationId }) => conversationId));
  const unsent = rows.unsent.filter(
    (conversationId) => !hasTimer(conversationId, 'retry-sending') && !facts.isSending(conversationId),
  );
  const unheard = rows.unheard.filter((conversationId) => !facts.isHandling(conversationId));
  return [
    ...[...lost].map((id) => inLimbo('lost-handoff', id)),
    ...seconds.map(({ id, conversationId }) => inLimbo('second-handoff', conversationId, id)),
    ...waitersInLimbo(rows.handoffs, hasTimer, facts),
    ...rows.handoffs.flatMap((handoff) => promisesInLimbo(handoff, hasTimer)),
    ...rows.handoffs.flatMap((handoff) => heldInLimbo(handoff, hasTimer, facts)),
    ...offersInLimbo(rows.offers, hasTimer),
    ...[...stale].map((id) => inLimbo('stale-timer', id)),
    ...unsent.map((id) => inLimbo('unsent', id)),
    ...unheard.map((id) => inLimbo('unheard', id)),
  ];
}

/** Whether a timer is of a state that its conversation has left. */
export function isStale({
  kind,
  state,
  elsewherePlace,
  snoozedUntil,
}: Omit<TimerInState, 'conversationId'>): boolean {
  switch (kind) {
    case 'expire-handoff':
    case 'tell-place':
    case 'offer-ends':
    case 'reservation-ends':
      return state !== 'waiting';
    case 'promise-due':
      return state !== 'waiting' && (state !== 'with-agent' || elsewherePlace !== null);
    case 'return-to-queue':
    case 'first-word':
      return state !== 'with-agent' || elsewherePlace !== null || snoozedUntil !== null;
    case 'wake':
      return state !== 'with-agent' || snoozedUntil === null;
    case 'end-elsewhere':
      return state !== 'with-agent' || elsewherePlace === null;
    case 'ask-solved':
      return state !== 'solved';
    case 'retry-sending':
      return false;
  }
}

type HasTimer = (conversationId: string, kind: TimerKind) => boolean;

function waitersInLimbo(
  handoffs: readonly OpenHandoff[],
  hasTimer: HasTimer,
  { routing }: LimboFacts,
): Limbo[] {
  const waiting = handoffs.filter(({ state }) => state === 'waiting');
  const places = new Map<string | null, number>();
  return waiting.flatMap((handoff) => {
    const team = queueOf(routing, handoff);
    const place = (places.get(team) ?? 0) + 1;
    places.set(team, place);
    const { id, conversationId, currentId, toldPlace, promiseDueAt, reservedFor } = handoff;
    if (id !== currentId) return [];
    const isTold = toldPlace === place || hasTimer(conversationId, 'tell-place');
    return [
      ...(promiseDueAt !== null || hasTimer(conversationId, 'expire-handoff')
        ? []
        : [inLimbo('waiting-without-end', conversationId, id)]),
      ...(reservedFor === null || hasTimer(conversationId, 'reservation-ends')
        ? []
        : [inLimbo('reserved-without-end', conversationId, id)]),
      ...(isTold ? [] : [inLimbo('waiting-untold', conversationId, id)]),
    ];
  });
}

/** A promise that runs, and nothing would tell that it was not kept. */
function promisesInLimbo(handoff: OpenHandoff, hasTimer: HasTimer): Limbo[] {
  const { id, conversationId, currentId, promiseDueAt } = handoff;
  const isLost = promiseDueAt !== null && id === currentId && !hasTimer(conversationId, 'promise-due');
  return isLost ? [inLimbo('promise-without-end', conversationId, id)] : [];
}

function heldInLimbo(handoff: OpenHandoff, hasTimer: HasTimer, facts: LimboFacts): Limbo[] {
  const { id, conversationId, currentId, state, agentId, elsewherePlace, hasAccess, hasSpoken } = handoff;
  const { snoozedUntil } = handoff;
  if (state !== 'with-agent' || id !== currentId) return [];
  if (elsewherePlace !== null) {
    const ends = hasTimer(conversationId, 'end-elsewhere');
    return ends ? [] : [inLimbo('elsewhere-without-end', conversationId, id)];
  }
  if (snoozedUntil !== null) {
    const wakes = hasTimer(conversationId, 'wake');
    return wakes ? [] : [inLimbo('snoozed-without-end', conversationId, id)];
  }
  if (hasTimer(conversationId, 'return-to-queue')) return [];
  if (agentId === null) return [inLimbo('held-by-nobody', conversationId, id)];
  if (!hasAccess) return [inLimbo('held-by-gone', conversationId, id)];
  if (!facts.hasPage(agentId)) return [inLimbo('held-by-absent', conversationId, id)];
  const isAwaited = facts.awaitsWord && !hasSpoken && !hasTimer(conversationId, 'first-word');
  return isAwaited ? [inLimbo('silent-without-end', conversationId, id)] : [];
}

function offersInLimbo(offers: readonly OfferInState[], hasTimer: HasTimer): Limbo[] {
  return offers.flatMap(({ handoffId, conversationId, state, currentId }) => {
    if (state !== 'waiting' || currentId !== handoffId)
      return [inLimbo('stale-offer', conversationId, handoffId)];
    if (hasTimer(conversationId, 'offer-ends')) return [];
    return [inLimbo('offer-without-end', conversationId, handoffId)];
  });
}

function inLimbo(kind: LimboKind, conversationId: string, handoffId: string | null = null): Limbo {
  return { kind, conversationId, handoffId };
}

function timerKey(conversationId: string, kind: TimerKind): string {
  return `${kind} ${conversationId}`;
}
