import type { HandoffState } from '../contracts/messages.js';
import { botErrors } from '../errors.js';

export type HandoffMove =
  | 'offer' // the bot asks whether the customer wants a person
  | 'decline' // the customer does not
  | 'request' // the customer goes into the queue
  | 'cancel' // the customer leaves the queue
  | 'claim' // an agent takes the conversation
  | 'take-over' // another agent takes it from the one who has it
  | 'return' // the agent is gone: the customer goes back into the queue
  | 'give-back' // the agent leaves it to the bot
  | 'close' // the agent has solved it
  | 'expire' // nobody came in time
  | 'answer-elsewhere'; // a person answers in the channel's own inbox

/** What can always happen while no person has the conversation or is waited for. */
const WITHOUT_PERSON = { offer: 'offered', request: 'waiting', 'answer-elsewhere': 'with-agent' } as const;

/**
 * Every legal move and where it leads; what is not here is illegal. A move that says what is so already (a tap on an old
 * button, a second request) is legal and stays where it is.
 */
export const TRANSITIONS: Readonly<
  Record<HandoffState, Readonly<Partial<Record<HandoffMove, HandoffState>>>>
> = {
  'with-bot': { ...WITHOUT_PERSON, decline: 'with-bot', cancel: 'with-bot' },
  offered: { ...WITHOUT_PERSON, decline: 'with-bot', cancel: 'with-bot' },
  waiting: {
    request: 'waiting',
    cancel: 'with-bot',
    decline: 'with-bot',
    claim: 'with-agent',
    expire: 'expired',
    'answer-elsewhere': 'with-agent',
  },
  'with-agent': {
    'take-over': 'with-agent',
    return: 'waiting',
    'give-back': 'with-bot',
    close: 'solved',
    'answer-elsewhere': 'with-agent',
  },
  solved: { ...WITHOUT_PERSON, decline: 'with-bot', cancel: 'with-bot' },
  expired: { ...WITHOUT_PERSON, decline: 'with-bot', cancel: 'with-bot' },
};

/**
 * The state that a move leads to.
 * @throws HANDOFF_MOVE_ILLEGAL
 */
export function transition(state: HandoffState, move: HandoffMove): HandoffState {
  const next = TRANSITIONS[state][move];
  if (next === undefined) throw botErrors.HANDOFF_MOVE_ILLEGAL({ state, move });
  return next;
}
