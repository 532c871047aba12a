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
  readonly promise: PromiseWords;
}

/** What agents read of what a customer said after a conversation was closed. */
export interface RatingWords {
  readonly title: string;
  readonly score: (score: number) => string;
  readonly comment: string;
}

/** What agents read of answers that customers were promised. */
export interface PromiseWords {
  readonly title: string;
  /** The last hours: how much is left. */
  readonly left: (duration: string) => string;
  readonly before: (deadline: string) => string;
  readonly stopped: string;
  readonly broken: string;
  /** To everybody: answers that are soon due. */
  readonly atRisk: (names: readonly string[]) => string;
  readonly show: string;
  /** What a customer said after an agent closed. */
  readonly rating: RatingWords;
}
