import type { DeskAgent, HeardSignal } from '../desk.js';
import type { HandoffState, SpokenLanguage } from '../messages.js';
import type { DeskMoveOutcome, TransferTarget } from './desk-moves.js';

/** What became of a team lead's action. */
export type LeadOutcome =
  | DeskMoveOutcome
  /** Only team leads and administrators may. */
  | { readonly kind: 'not-allowed' }
  /** Reading along unseen is not switched on (`DESK_READ_UNSEEN`). */
  | { readonly kind: 'unseen-off' };

/** How somebody reads along in a colleague's conversation: told to agent and customer, or to nobody. */
export type ReadingAlong = 'seen' | 'unseen';

/** Something that the bot heard. `at` is ISO 8601 in UTC. */
export interface LeadSignal {
  readonly conversationId: string;
  readonly kind: HeardSignal;
  readonly at: string;
  readonly customerName: string;
  readonly channelId: string;
  readonly state: HandoffState;
}

/** What a customer said of a conversation that an agent closed. `at` is ISO 8601 in UTC. */
export interface LeadComment {
  readonly conversationId: string;
  readonly score: number;
  readonly comment: string;
  readonly language: SpokenLanguage;
  readonly agentName: string | null;
  readonly at: string;
}

/** What a team lead sees beside the rows and the standings, of the last seven days. */
export interface LeadBoard {
  /** How often each score from 1 to 5 was given, in this order. */
  readonly scores: readonly number[];
  /** The newest, ten at most. */
  readonly comments: readonly LeadComment[];
  /** In how many conversations each was heard. */
  readonly counts: Readonly<Record<HeardSignal, number>>;
  /** The newest, fifty at most. */
  readonly signals: readonly LeadSignal[];
}

/** What team leads do. Each action is kept in the audit, in the transaction that does it. */
export interface DeskLead {
  /** Whether leads may read along without being seen. */
  readonly mayReadUnseen: boolean;
  /** Null for who is no team lead. */
  board(agent: DeskAgent): Promise<LeadBoard | null>;
  /**
   * Reads along in a conversation that a colleague has, until it ends, the lead leaves it, has it themselves or signs out. Who
   * reads along writes notes only. Seen, the agent sees it and the customer is told; done again it changes nothing.
   */
  join(conversationId: string, agent: DeskAgent, how: ReadingAlong): Promise<LeadOutcome>;
  leave(conversationId: string, agent: DeskAgent): Promise<LeadOutcome>;
  /** How the agent reads along in it now; null where they do not. */
  reading(conversationId: string, agent: DeskAgent): Promise<ReadingAlong | null>;
  /** Ends all that somebody reads along in who signed out for good, was locked or removed. */
  gone(agentId: string): Promise<void>;
  /**
   * Passes on what waits, or what an agent has, as `DeskMoves.transfer` does. Who waits keeps their place; the agent who had it
   * is not offered it again.
   */
  reassign(
    conversationId: string,
    agent: DeskAgent,
    target: TransferTarget,
    comment: string,
  ): Promise<LeadOutcome>;
}
