import type { HandoffReason } from '../../../contracts/desk.js';
import type { TurnFacts, TurnOutcome } from '../../contracts.js';
import { oneLine } from '../../understanding/normalise.js';
import type { DecidedBase } from '../reply.js';
import { bestGuessIn } from './best-guess.js';
import { questionAfter } from './subject-after.js';

type Move = NonNullable<TurnOutcome['handoff']>;

/** A move with what the agent will see of it. */
export function moveToPerson(move: 'offer' | 'request', reason: HandoffReason, parts: DecidedBase): Move {
  const { understanding, facts, found } = parts;
  return {
    move,
    reason,
    question: oneLine(questionAfter(parts) ?? ''),
    bestGuess: bestGuessIn(found, understanding.language, facts),
  };
}

/** A move back to the bot. */
export function moveBack(move: 'decline' | 'cancel'): Move {
  return { move, reason: 'asked', question: '', bestGuess: null };
}

/** An offer that stands open lapses when the customer goes on with the bot. */
export function dropOffer(facts: TurnFacts): Move | null {
  return facts.handoff === 'offered' || facts.handoff === 'expired' ? moveBack('decline') : null;
}
