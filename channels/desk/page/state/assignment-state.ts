import type { AgentStanding, AssignmentMode, DeskTeam } from '../../../../bot/contracts/assignment.js';
import type { DeskEntry } from '../../../../bot/contracts/desk.js';

/** What the page knows of who gets what. */
export interface AssignmentState {
  readonly mode: AssignmentMode;
  readonly teams: readonly DeskTeam[];
  readonly standings: readonly AgentStanding[];
  /** The team whose customers are listed; null for all. */
  readonly teamId: string | null;
}

/** Before the server has told anything. */
export const NO_ASSIGNMENT: AssignmentState = { mode: 'claim', teams: [], standings: [], teamId: null };

/** How an agent stands; null for who is not signed in. */
export function standingOf({ standings }: AssignmentState, agentId: string): AgentStanding | null {
  return standings.find((standing) => standing.agentId === agentId) ?? null;
}

/** Whether it says anything how much somebody has: where nothing is offered or limited it does not. */
export function isLoadTold({ mode, teams }: AssignmentState): boolean {
  return mode === 'offer' || teams.length > 0;
}

/** Whether a conversation is offered to this agent now. */
export function isOfferedTo({ state, offer }: DeskEntry, agentId: string): boolean {
  return state === 'waiting' && offer?.agentId === agentId;
}

/** Whether a conversation is of the team that was chosen. */
export function isOfTeam({ teamId }: DeskEntry, { teamId: chosen }: AssignmentState): boolean {
  return chosen === null || teamId === chosen;
}

/** The standings that a page knows after some have changed. */
export function applyStandings(
  known: readonly AgentStanding[],
  changed: readonly AgentStanding[],
  signedOut: readonly string[],
): readonly AgentStanding[] {
  if (changed.length === 0 && signedOut.length === 0) return known;
  const ids = new Set([...changed.map(({ agentId }) => agentId), ...signedOut]);
  return [...known.filter(({ agentId }) => !ids.has(agentId)), ...changed];
}
