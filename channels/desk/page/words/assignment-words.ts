import type { AgentStatus } from '../../../../bot/contracts/assignment.js';

/** The words of offers, teams and availability. */
export interface AssignmentWords {
  readonly status: string;
  readonly statuses: Readonly<Record<AgentStatus, string>>;
  /** How much an agent has; `capacity` null without a limit. */
  readonly load: (load: number, capacity: number | null) => string;
  /** To whoever let offers pass. */
  readonly awayForMissing: string;
  readonly available: string;
  readonly offers: string;
  readonly offered: (names: readonly string[]) => string;
  readonly left: (left: string) => string;
  readonly take: string;
  readonly takeFrom: (customer: string) => string;
  readonly decline: string;
  readonly declineFrom: (customer: string) => string;
  readonly offeredTo: (agent: string) => string;
  readonly team: string;
  readonly allTeams: string;
  readonly nobodyInTeam: string;
  readonly offeredToOther: (agent: string) => string;
}
