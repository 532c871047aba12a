import { type Member, type Routed, type Routing, teamOf } from './routing.js';

/** Somebody who waits and is offered to nobody. */
export interface Waiter extends Routed {
  readonly handoffId: string;
  readonly conversationId: string;
  /** ISO 8601 in UTC. */
  readonly requestedAt: string;
  /** Who helped this customer last; null for nobody. */
  readonly lastAgentId: string | null;
  /** Who did not take it, or said nothing, by id; when last, ISO 8601 in UTC. */
  readonly refusals: ReadonlyMap<string, string>;
  /** Who alone may have it now, because it was passed on to them; left out, or null, for everybody. */
  readonly reservedFor?: string | null;
}

/** Somebody who may be offered something: here, and not away. */
export interface FreeAgent {
  readonly id: string;
  readonly member: Member;
  /** Units that what they have, and what is offered to them, takes. */
  readonly load: number;
  /** When they got something last; null for never. ISO 8601 in UTC. */
  readonly assignedAt: string | null;
}

export interface PlannedOffer {
  readonly handoffId: string;
  readonly conversationId: string;
  readonly agentId: string;
}

/** Nobody is asked again sooner than this, in milliseconds, even where nobody else is there. */
export const ASK_AGAIN_MS = 60_000;

/**
 * Who is offered what now; pure. Those who wait have their choice in the order of the queue: the agent who helped this
 * customer last, else the one with the most room, of several the one who got nothing for longest. Whoever did not take it is
 * asked again only where nobody else is there. A language, and then a team, is asked for only so long.
 * @param waiters in the order of the queue
 * @param most offers at a time
 */
export function planOffers(
  waiters: readonly Waiter[],
  agents: readonly FreeAgent[],
  routing: Routing,
  now: Date,
  most = Number.POSITIVE_INFINITY,
): PlannedOffer[] {
  const loads = new Map(agents.map(({ id, load }) => [id, load]));
  const assigned = new Map(agents.map(({ id, assignedAt }) => [id, assignedAt ?? '']));
  const offers: PlannedOffer[] = [];
  for (const waiter of waiters) {
    if (offers.length >= most) break;
    const weight = routing.weightOf(waiter.channelId);
    const room = ({ id, member }: FreeAgent) =>
      (member.capacity ?? Number.POSITIVE_INFINITY) - (loads.get(id) ?? 0) - weight;
    const isAble = needsOf(waiter, routing, now);
    const asked = waiter.reservedFor
      ? agents.filter(({ id }) => id === waiter.reservedFor)
      : askedOf(
          waiter,
          agents.filter(({ member }) => isAble(member)),
          now,
        );
    const free = asked.filter((agent) => room(agent) >= 0);
    const last = free.find(({ id }) => id === waiter.lastAgentId);
    const [best] = free.toSorted(
      (a, b) =>
        Number(b === last) - Number(a === last) ||
        compare(room(b), room(a)) ||
        compare(assigned.get(a.id) ?? '', assigned.get(b.id) ?? '') ||
        compare(a.id, b.id),
    );
    if (!best) continue;
    const { handoffId, conversationId } = waiter;
    offers.push({ handoffId, conversationId, agentId: best.id });
    loads.set(best.id, (loads.get(best.id) ?? 0) + weight);
    assigned.set(best.id, now.toISOString());
  }
  return offers;
}

/** Tells whether somebody is of the team and speaks the language, as far as either is still asked for. */
function needsOf(waiter: Waiter, routing: Routing, now: Date): (member: Member) => boolean {
  const waitedMs = now.getTime() - Date.parse(waiter.requestedAt);
  const team = waitedMs >= routing.teamMs ? null : teamOf(routing, waiter);
  const needsLanguage = waitedMs < routing.languageMs;
  return ({ teams, languages }) =>
    (team === null || teams.has(team)) && (!needsLanguage || languages.has(waiter.language));
}

/** Who did not let it pass, and where everybody did, who may be asked again. */
function askedOf(waiter: Waiter, able: readonly FreeAgent[], now: Date): readonly FreeAgent[] {
  const fresh = able.filter(({ id }) => !waiter.refusals.has(id));
  return fresh.length > 0 ? fresh : able.filter(({ id }) => mayAskAgain(waiter, id, now));
}

function mayAskAgain({ refusals }: Waiter, agentId: string, now: Date): boolean {
  return now.getTime() - Date.parse(refusals.get(agentId) ?? '') >= ASK_AGAIN_MS;
}

/** Also of two without any limit, whose difference is no number. */
function compare(a: number | string, b: number | string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
