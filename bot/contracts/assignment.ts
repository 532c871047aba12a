import type { SpokenLanguage } from './messages.js';

/** How waiting conversations come to agents: they take what they see, or each is offered to one of them. */
export type AssignmentMode = 'claim' | 'offer';

/** A part of the desk that customers are sent to by what they ask, in which language and where. */
export interface DeskTeam {
  readonly id: string;
  readonly name: Readonly<Record<SpokenLanguage, string>>;
}

/** A waiting conversation that is held for one agent until they take or decline it, or its time is over. */
export interface DeskOffer {
  readonly agentId: string;
  readonly agentName: string;
  /** ISO 8601 in UTC. */
  readonly until: string;
}

/** Whether an agent is offered conversations, and how much they have. */
export interface AgentStanding {
  readonly agentId: string;
  /** Whether a page of theirs is open, or they work in a channel; who is not counts as gone. */
  readonly isHere: boolean;
  /** `away`: nothing is offered to them, kept for them or passed on to them. */
  readonly status: AgentStatus;
  /** Who made them away: they themselves, or two offers in a row that they let pass; null while they are available. */
  readonly because: AwayReason | null;
  /** Units taken by what they have and by what is offered to them. */
  readonly load: number;
  /** Most units they may have; null without a limit. */
  readonly capacity: number | null;
}

export type AgentStatus = 'available' | 'away';
export type AwayReason = 'self' | 'missed';

/** What became of declining an offer: `over` where it was not theirs any more. */
export type DeclineOutcome = 'declined' | 'over';

/** Who gets what: teams, offers and what agents say of themselves. Taking what is offered is `Desk.claim`. */
export interface DeskAssignment {
  readonly mode: AssignmentMode;
  /** In the order in which they are tried; empty where there are none. */
  readonly teams: readonly DeskTeam[];
  /** Of everybody who is signed in. */
  standings(): Promise<readonly AgentStanding[]>;
  /**
   * Says whether anything new may come to an agent, in both modes. Who goes away loses what is offered to them or kept for
   * them, not what they have, and may still take what they see.
   */
  setStatus(agentId: string, status: AgentStatus): Promise<void>;
  /** Declines an offer: it goes to somebody else at once. */
  decline(conversationId: string, agentId: string): Promise<DeclineOutcome>;
  /** Calls `listener` when a standing changed without any conversation; returns how to stop listening. */
  onChange(listener: () => void): () => void;
}
