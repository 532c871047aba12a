import type { OutgoingMessage } from '../../contracts/messages.js';
import type { Decision, TurnFacts, TurnFound, TurnOutcome, TurnState, Understanding } from '../contracts.js';

/** What every reply is made from. */
export interface ReplyBase {
  readonly understanding: Understanding;
  /** The state before, in the language of this turn. */
  readonly state: TurnState;
  readonly facts: TurnFacts;
  readonly found: TurnFound | null;
}

/** The same with what was decided, whatever it is. */
export interface DecidedBase extends ReplyBase {
  readonly decision: Decision;
}

/** All that the reply to one kind of decision is made from. */
export interface ReplyParts<Kind extends Decision['kind'] = Decision['kind']> extends ReplyBase {
  readonly decision: Extract<Decision, { kind: Kind }>;
}

/** What a reply adds to a turn: messages, changes of the state, the move of the hand-off. */
export interface Reply {
  readonly messages: readonly OutgoingMessage[];
  readonly changes?: Partial<TurnState>;
  readonly handoff?: TurnOutcome['handoff'];
}
