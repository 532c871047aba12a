import type { SearchResult } from '../index/contracts/search.js';
import type { Routing } from './assignment/routing.js';
import type { HandoffPriority } from './contracts/desk.js';
import type { HandoffState } from './contracts/messages.js';
import type { Conversation } from './conversations/conversation.js';
import { type EarlierTurn, placesOf, renewQuestion } from './corrections/answer-anew.js';
import { signalHeard } from './desk/lead/heard-signals.js';
import { moveHandoff } from './handoff/move-handoff.js';
import { usualPriority } from './handoff/queue-order.js';
import type { Reopening } from './handoff/reopening.js';
import type { Promised } from './hours/promise.js';
import type { Doors } from './outbox/doors.js';
import { joinMessages } from './outbox/join-messages.js';
import { queueMessages } from './outbox/queue-messages.js';
import { canShowAnew, showChosen } from './outbox/show-chosen.js';
import { saveTurnState } from './store/conversations.js';
import { keepSignal } from './store/desk/lead-board.js';
import { saveStaysSolved } from './store/handoffs/closings.js';
import { saveComment, saveScore } from './store/handoffs/ratings.js';
import type { PendingMessage } from './store/messages/inbox.js';
import { markHandled } from './store/messages/messages.js';
import type { Write } from './store/store.js';
import { findTurn, insertTurn, keepFeedback } from './store/turns.js';
import type { Decision, TurnOutcome, Understanding } from './turn/contracts.js';
import { hitOf } from './turn/decisions/hit-of.js';
import { findVerdicts } from './verdicts/find-verdicts.js';
import type { RawVerdict } from './verdicts/raw-verdict.js';

/** A turn that was decided, ready to be written. */
export interface DecidedTurn {
  readonly id: string;
  /** What the customer said, as one text; '' where nothing was said. */
  readonly question: string;
  /** The messages it takes from the inbox. */
  readonly messages: readonly PendingMessage[];
  readonly understanding: Understanding | null;
  readonly found: SearchResult | null;
  /** The turn that answered it before its customer changed it; null for none. */
  readonly earlier: EarlierTurn | null;
  readonly outcome: TurnOutcome;
  readonly startedAt: Date;
  readonly now: Date;
}

export interface CarryOutRules {
  readonly expireMs: number;
  /** What who asks for a person now is promised; null for nothing. */
  readonly promise: Promised | null;
  /** What an agent closed of late and who asks for a person now comes back with; null for nothing. */
  readonly reopening: Reopening | null;
  readonly routing: Pick<Routing, 'teams'>;
  /** They tell whether the channel can show anew what was said. */
  readonly doors: Doors;
}

export interface CarriedOut {
  readonly state: HandoffState;
  readonly verdicts: readonly RawVerdict[];
}

/**
 * Writes all that follows from a turn, in the transaction it is given: the move of the hand-off with its timers, the
 * state, the turn's row, feedback, the messages to send, and the inbox.
 * @returns the state of the hand-off after it, and what the turn says of answers given before
 */
export async function carryOut(
  write: Write,
  conversation: Conversation,
  turn: DecidedTurn,
  { expireMs, promise, routing, reopening, doors }: CarryOutRules,
): Promise<CarriedOut> {
  const { outcome, now } = turn;
  const at = now.toISOString();
  let { state } = conversation;
  // First: the language is part of what tells whose queue it is.
  await saveTurnState(write, conversation.id, outcome.state);
  if (outcome.handoff) {
    const { move, ...opening } = outcome.handoff;
    const priority = priorityAsked(outcome);
    state = await moveHandoff(write, conversation, move, {
      now,
      expireMs,
      promise,
      routing,
      reopening,
      ...(move === 'close' ? { closedBy: 'customer' as const } : {}),
      opening: { ...opening, priority },
    });
  }
  await addTurn(write, conversation.id, turn);
  const kind = signalHeard(turn.understanding, outcome);
  if (kind) await keepSignal(write, { conversationId: conversation.id, kind, at });
  if (outcome.feedback) await addFeedback(write, conversation.id, outcome.feedback, at);
  await keepRating(write, conversation.id, turn);
  if (outcome.solved) await saveStaysSolved(write, conversation.id, outcome.solved);
  if (canShowAnew(doors, conversation)) await showChosen(write, conversation.id, turn.messages, at);
  const messages = joinMessages(doors.formOf(conversation.channelId), outcome.messages);
  const places = placesOf(doors, conversation, messages, turn.earlier);
  await queueMessages(write, conversation.id, messages, { at, turnId: turn.id, places });
  await renewQuestion(write, turn.earlier, outcome, turn.question);
  await markHandled(write, turn.messages, turn.id, at);
  return { state, verdicts: await findVerdicts(write, conversation.id, turn.understanding) };
}

/** How soon the person is needed that a turn asks for: as it says itself, else by its reason and the customer's mood. */
export function priorityAsked({ handoff, state }: TurnOutcome): HandoffPriority {
  return handoff ? (handoff.priority ?? usualPriority(handoff.reason, state.mood)) : 'normal';
}

async function addTurn(write: Write, conversationId: string, turn: DecidedTurn): Promise<void> {
  const { outcome, found, understanding } = turn;
  const hits = (found?.hits ?? []).map((hit) => ({ itemId: hit.item.id, ...hit.confidence }));
  await insertTurn(write, {
    id: turn.id,
    conversationId,
    question: turn.question,
    wholeQuestion: outcome.state.question,
    understanding: understanding === null ? null : JSON.stringify(understanding),
    decisionKind: outcome.decision.kind,
    reason: reasonOf(outcome.decision) ?? hits[0]?.reason ?? null,
    probability: hits[0]?.probability ?? null,
    itemId: hitOf(outcome.decision)?.item.id ?? null,
    hits: JSON.stringify(hits),
    releaseId: found?.releaseId ?? null,
    durationMs: turn.now.getTime() - turn.startedAt.getTime(),
    createdAt: turn.startedAt.toISOString(),
  });
}

/** What is said of a hand-off counts for one of this very conversation only: its id came from outside. */
async function keepRating(
  write: Write,
  conversationId: string,
  { outcome: { rating }, question, now }: DecidedTurn,
): Promise<void> {
  if (!rating) return;
  const { handoffId, score } = rating;
  if (score === 'comment') await saveComment(write, conversationId, handoffId, question);
  else await saveScore(write, conversationId, handoffId, { score, at: now.toISOString() });
}

function reasonOf(decision: Decision): string | null {
  const isForPerson = decision.kind === 'offer-person' || decision.kind === 'hand-over';
  return isForPerson ? decision.reason : (hitOf(decision)?.confidence.reason ?? null);
}

/** Feedback counts for turns of this very conversation only: its turn id came from outside. */
async function addFeedback(
  write: Write,
  conversationId: string,
  feedback: { readonly turnId: string; readonly isHelpful: boolean },
  at: string,
): Promise<void> {
  const turn = await findTurn(write, conversationId, feedback.turnId);
  if (!turn) return;
  await keepFeedback(write, {
    turnId: feedback.turnId,
    conversationId,
    itemId: turn.itemId,
    releaseId: turn.releaseId,
    isHelpful: feedback.isHelpful ? 1 : 0,
    createdAt: at,
  });
}
