import type { SearchResult } from '../../../index/contracts.js';
import type { OutgoingMessage } from '../../contracts.js';
import type { Decision, TurnFacts, TurnOutcome, TurnState, Understanding } from '../contracts.js';

/** What every reply is made from. */
export interface ReplyBase {
  readonly understanding: Understanding;
  /** The state before, in the language of this turn. */
  readonly state: TurnState;
  readonly facts: TurnFacts;
  readonly found: SearchResult | null;
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
