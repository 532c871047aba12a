import { randomUUID } from 'node:crypto';
import type { BestGuess, HandoffReason, HandoffState } from '../contracts.js';
import { type Conversation, findConversation, type Handoff } from '../conversations/conversation.js';
import type { Write } from '../conversations/store.js';
import { clearTimer, setTimer } from '../conversations/timers.js';
import { botErrors } from '../errors.js';
import { announceMove, placeInQueue, type QueueRules, rememberPlace, waitingSince } from './queue.js';
import { type HandoffMove, transition } from './transitions.js';

/** Why and with what a hand-off begins. */
export interface Opening {
  readonly reason: HandoffReason;
  readonly question: string;
  readonly bestGuess: BestGuess | null;
}

export interface MoveOptions extends QueueRules {
  /** For the moves `offer` and `request`. */
  readonly opening?: Opening;
  /** Who takes the conversation; for the moves `claim` and `answer-elsewhere`. */
  readonly agent?: { readonly id: string; readonly name: string };
}

/**
 * Carries out a move: the hand-off's row, its timers, and the timers of those who move up in the queue.
 * @param conversation as read in this very transaction
 * @returns the state it is in now
 * @throws HANDOFF_MOVE_ILLEGAL
 */
export async function moveHandoff(
  write: Write,
  conversation: Conversation,
  move: HandoffMove,
  options: MoveOptions,
): Promise<HandoffState> {
  const before = conversation.handoff;
  const next = transition(conversation.state, move);
  if (next === conversation.state && move !== 'offer') return next;
  const isBegun = before !== null && (before.state === 'waiting' || before.state === 'offered');
  if (move === 'offer' || move === 'request' || (move === 'answer-elsewhere' && !isBegun)) {
    await open(write, conversation, next, options);
  } else if (before) {
    await advance(write, before, next, options);
  }
  if (next === 'waiting') await enterQueue(write, conversation.id, options);
  if (before?.state === 'waiting') {
    await clearTimer(write, 'expire-handoff', conversation.id);
    await clearTimer(write, 'tell-place', conversation.id);
    await announceMove(write, before, options.now);
  }
  return next;
}

const NOBODY = { agentId: null, agentName: null, claimedAt: null };

/** Goes on with the hand-off that was offered, or that expired just now, else starts another. */
async function open(
  write: Write,
  conversation: Conversation,
  state: HandoffState,
  options: MoveOptions,
): Promise<void> {
  const at = options.now.toISOString();
  const before = conversation.handoff;
  const { agent } = options;
  const unsaid = {
    reason: agent ? ('elsewhere' as const) : ('asked' as const),
    question: '',
    bestGuess: null,
  };
  const opening = options.opening ?? unsaid;
  const values = {
    state,
    reason: opening.reason,
    question: opening.question,
    bestGuess: opening.bestGuess === null ? null : JSON.stringify(opening.bestGuess),
    requestedAt: state === 'waiting' ? (waitingSince(before, options) ?? at) : null,
    endedAt: null,
  };
  const goesOn = before?.state === 'offered' || (state === 'waiting' && waitingSince(before, options));
  if (before && goesOn) {
    await write.updateTable('handoffs').set(values).where('id', '=', before.id).execute();
    return;
  }
  const id = randomUUID();
  const claim = agent ? { agentId: agent.id, agentName: agent.name, claimedAt: at } : NOBODY;
  await write
    .insertInto('handoffs')
    .values({
      ...{ id, conversationId: conversation.id, createdAt: at, toldPlace: null, toldAt: null },
      ...values,
      ...claim,
    })
    .execute();
  await write.updateTable('conversations').set({ handoffId: id }).where('id', '=', conversation.id).execute();
}

async function advance(
  write: Write,
  before: Handoff,
  state: HandoffState,
  options: MoveOptions,
): Promise<void> {
  const at = options.now.toISOString();
  const claim = { agentId: options.agent?.id, agentName: options.agent?.name, claimedAt: at };
  const { numUpdatedRows } = await write
    .updateTable('handoffs')
    .set({ state, ...(state === 'with-agent' ? claim : { endedAt: at }) })
    .where('id', '=', before.id)
    // Of two who try at once, the second finds another state here and changes nothing.
    .where('state', '=', before.state)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw botErrors.HANDOFF_MOVE_ILLEGAL({ state: 'moved by another', move: state });
}

async function enterQueue(write: Write, conversationId: string, options: MoveOptions): Promise<void> {
  const dueAt = new Date(options.now.getTime() + options.expireMs).toISOString();
  await setTimer(write, 'expire-handoff', conversationId, dueAt);
  const handoff = (await findConversation(write, conversationId))?.handoff;
  // The message of this very turn tells the place.
  if (handoff) {
    await rememberPlace(write, handoff.id, await placeInQueue(write, handoff, options), options.now);
  }
}
