import type { HandoffState } from '../contracts/messages.js';
import { botErrors } from '../errors.js';

export type HandoffMove =
  | 'offer' // the bot asks whether the customer wants a person
  | 'decline' // the customer does not
  | 'request' // the customer goes into the queue
  | 'cancel' // the customer leaves the queue
  | 'claim' // an agent takes the conversation
  | 'take' // an agent takes it from the bot, or opens it again
  | 'take-over' // another agent takes it from the one who has it
  | 'return' // the agent is gone: the customer goes back into the queue
  | 'transfer' // the agent, or a team lead, passes it on: the customer waits for a colleague, or for a team
  | 'snooze' // the agent sets it aside until a time, and keeps it
  | 'wake' // it is back with the agent who set it aside
  | 'give-back' // the agent leaves it to the bot
  | 'close' // the agent has solved it
  | 'expire' // nobody came in time
  | 'answer-elsewhere'; // a person answers in the channel's own inbox

/** What a move does, in the words of the table; `move-handoff.ts` carries it out. */
export type HandoffEffect =
  | 'open' // a hand-off begins, or the one that was offered or expired just now goes on
  | 'assign' // whoever the move names has the conversation
  | 'release' // nobody has it any more: its agent is gone, or passed it on
  | 'reopen' // what an agent closed of late was not solved: it comes before others, and its agent has it first
  | 'reserve' // it is for a team, or for a while for one colleague alone
  | 'set-aside' // its agent need not see to it before a time
  | 'take-up' // it is set aside no more
  | 'end' // the hand-off is over
  | 'enter-queue' // it expires if nobody comes, or an answer is promised, and those it stands in front of learn of it
  | 'raise' // it moves up if this request is more urgent than the one before, and those overtaken learn of it
  | 'leave-queue' // it no longer expires, it is offered to and kept for nobody any more, and those behind learn of it
  | 'await-word' // it goes back to the queue if its agent says nothing, where agents are offered conversations
  | 'end-promise' // nothing is promised any more: it was kept, or the customer does not need it
  | 'forget-absence'; // it no longer goes back to the queue because its agent has no connection, or says nothing

/** Where a move leads, and what it does on the way, in this order. */
export interface Transition {
  readonly state: HandoffState;
  readonly effects: readonly HandoffEffect[];
}

type Moves = Readonly<Partial<Record<HandoffMove, Transition>>>;

/** While no person has the conversation or is waited for. */
const WITHOUT_PERSON: Moves = {
  offer: to('offered', 'open'),
  request: to('waiting', 'open', 'reopen', 'enter-queue'),
  decline: to('with-bot', 'end'),
  cancel: to('with-bot', 'end'),
  take: to('with-agent', 'open', 'assign', 'await-word'),
  'answer-elsewhere': to('with-agent', 'open', 'assign'),
};

/**
 * Every legal move, where it leads and what it does; what is not here is illegal. A move that says what is so already (a
 * tap on an old button) is legal, stays where it is and does nothing.
 */
export const TRANSITIONS: Readonly<Record<HandoffState, Moves>> = {
  'with-bot': { ...WITHOUT_PERSON, decline: to('with-bot'), cancel: to('with-bot') },
  offered: {
    ...WITHOUT_PERSON,
    take: to('with-agent', 'assign', 'await-word'),
    'answer-elsewhere': to('with-agent', 'assign'),
  },
  waiting: {
    request: to('waiting', 'raise'),
    decline: to('with-bot', 'end', 'leave-queue', 'end-promise'),
    cancel: to('with-bot', 'end', 'leave-queue', 'end-promise'),
    claim: to('with-agent', 'assign', 'leave-queue', 'await-word'),
    expire: to('expired', 'end', 'leave-queue', 'end-promise'),
    transfer: to('waiting', 'leave-queue', 'reserve', 'enter-queue'),
    'answer-elsewhere': to('with-agent', 'assign', 'leave-queue', 'end-promise'),
  },
  'with-agent': {
    'take-over': to('with-agent', 'assign', 'take-up', 'forget-absence', 'await-word'),
    return: to('waiting', 'release', 'take-up', 'enter-queue', 'forget-absence'),
    transfer: to('waiting', 'release', 'take-up', 'reserve', 'enter-queue', 'forget-absence'),
    snooze: to('with-agent', 'set-aside', 'forget-absence'),
    wake: to('with-agent', 'take-up', 'await-word'),
    'give-back': to('with-bot', 'end', 'take-up', 'forget-absence', 'end-promise'),
    close: to('solved', 'end', 'take-up', 'forget-absence', 'end-promise'),
    'answer-elsewhere': to('with-agent'),
  },
  solved: WITHOUT_PERSON,
  expired: WITHOUT_PERSON,
};

/**
 * What a move leads to and does.
 * @throws HANDOFF_MOVE_ILLEGAL
 */
export function transition(state: HandoffState, move: HandoffMove): Transition {
  const found = TRANSITIONS[state][move];
  if (found === undefined) throw botErrors.HANDOFF_MOVE_ILLEGAL({ state, move });
  return found;
}

function to(state: HandoffState, ...effects: readonly HandoffEffect[]): Transition {
  return { state, effects };
}
