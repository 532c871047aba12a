import type { AgentStanding } from '../../../../../bot/contracts/assignment.js';
import type { DeskEntry } from '../../../../../bot/contracts/desk.js';
import { agentWith } from '../holder.js';
import { promiseStanding } from '../promise.js';

/** `gone`: signed out, or no page of theirs is open. */
export type TeamPresence = 'available' | 'away' | 'gone';

/** An agent as a team lead sees them. */
interface TeamMember {
  readonly agentId: string;
  readonly name: string;
  readonly presence: TeamPresence;
  readonly load: number;
  /** Null without a limit. */
  readonly capacity: number | null;
}

/** How a part of the desk stands; times are milliseconds. */
export interface QueueFigures {
  readonly waiting: number;
  /** Null while nobody waits. */
  readonly longestMs: number | null;
  readonly atRisk: number;
  readonly broken: number;
  readonly live: number;
}

const ORDER: Readonly<Record<TeamPresence, number>> = { available: 0, away: 1, gone: 2 };

/**
 * Everybody who can sign in, those who are here first: what they have is told as units, or counted where nobody is signed in
 * as them.
 */
export function selectTeam(
  colleagues: readonly { readonly id: string; readonly name: string }[],
  standings: readonly AgentStanding[],
  entries: readonly DeskEntry[],
): readonly TeamMember[] {
  const told = new Map(standings.map((standing) => [standing.agentId, standing]));
  const held = new Map<string, number>();
  for (const entry of entries) {
    const agentId = agentWith(entry);
    if (agentId !== null) held.set(agentId, (held.get(agentId) ?? 0) + 1);
  }
  return colleagues
    .map(({ id, name }) => {
      const standing = told.get(id);
      return {
        agentId: id,
        name,
        presence: presenceOf(standing),
        load: standing?.load ?? held.get(id) ?? 0,
        capacity: standing?.capacity ?? null,
      };
    })
    .sort((a, b) => ORDER[a.presence] - ORDER[b.presence] || a.name.localeCompare(b.name));
}

function presenceOf(standing: AgentStanding | undefined): TeamPresence {
  if (!standing?.isHere) return 'gone';
  return standing.status;
}

/** How the desk, or a team of it, stands now. @param now milliseconds since 1970 by the server's clock */
export function figuresOf(entries: readonly DeskEntry[], now: number): QueueFigures {
  let [waiting, atRisk, broken, live] = [0, 0, 0, 0];
  let longestMs: number | null = null;
  for (const entry of entries) {
    if (entry.state === 'expired') continue;
    if (entry.state === 'with-agent') live += 1;
    if (entry.state === 'waiting') {
      waiting += 1;
      longestMs = Math.max(longestMs ?? 0, now - Date.parse(entry.waitingSince));
    }
    const standing = promiseStanding(entry, now);
    if (standing.kind === 'broken') broken += 1;
    if (standing.kind === 'running' && standing.isAtRisk) atRisk += 1;
  }
  return { waiting, longestMs, atRisk, broken, live };
}

/** The same by team; null: of no team. Teams of which nothing is known are left out where `teamIds` does not name them. */
export function figuresByTeam(
  entries: readonly DeskEntry[],
  teamIds: readonly string[],
  now: number,
): readonly { readonly teamId: string | null; readonly figures: QueueFigures }[] {
  const known = new Set(teamIds);
  const of = (id: string | null) =>
    figuresOf(
      entries.filter(({ teamId }) => (teamId !== null && known.has(teamId) ? teamId : null) === id),
      now,
    );
  const rest = of(null);
  const isEmpty = rest.waiting + rest.live === 0;
  return [
    ...teamIds.map((teamId) => ({ teamId, figures: of(teamId) })),
    ...(isEmpty ? [] : [{ teamId: null, figures: rest }]),
  ];
}
