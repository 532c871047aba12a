import type { DeskAgent, DeskOutcome } from '../desk.js';

/** To whom a conversation is passed on. */
export type TransferTarget =
  /** A colleague, who alone may take it for a short time. */
  | { readonly kind: 'colleague'; readonly agentId: string }
  | { readonly kind: 'team'; readonly teamId: string };

/** Until when a conversation is set aside. */
export type SnoozeTime =
  | { readonly kind: 'hour' }
  /** Nine o'clock the next day, or when it opens first after that. */
  | { readonly kind: 'tomorrow' }
  /** ISO 8601 in UTC. */
  | { readonly kind: 'at'; readonly at: string };

/** What became of passing on or setting aside. */
export type DeskMoveOutcome =
  | DeskOutcome
  /** There is no such colleague or team, nobody can sign in as them, or it is the agent. */
  | { readonly kind: 'unknown-target' }
  /** The colleague is away, so that nothing is kept for them. */
  | { readonly kind: 'target-away'; readonly agentName: string }
  /** Too soon, or later than anything may be set aside; `latest` is ISO 8601 in UTC. */
  | { readonly kind: 'bad-time'; readonly latest: string }
  | { readonly kind: 'too-many-notes'; readonly most: number };

/** What an agent does with a conversation of theirs that somebody else, or a later hour, is to see to. */
export interface DeskMoves {
  /**
   * Passes a conversation on: its customer stands first in line and is told for whom. A colleague has it to themselves for
   * `DESK_RESERVE_SECONDS`; then, or when they decline or leave, it is for everybody of its team.
   * @param comment for whoever takes it, 2,000 UTF-16 units at most; kept as a note
   */
  transfer(
    conversationId: string,
    agent: DeskAgent,
    target: TransferTarget,
    comment: string,
  ): Promise<DeskMoveOutcome>;
  /**
   * Sets a conversation aside: it stays the agent's, and takes nothing of what they can have. It is back at the time, or when
   * the customer writes; where its agent is not here then, or has no room, first in line. What was promised runs on.
   */
  snooze(conversationId: string, agent: DeskAgent, until: SnoozeTime): Promise<DeskMoveOutcome>;
  /** Takes up again what the agent set aside; `full` where they have no room. */
  wake(conversationId: string, agent: DeskAgent): Promise<DeskMoveOutcome>;
}
