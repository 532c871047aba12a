import { randomUUID } from 'node:crypto';
import type { BestGuess, HandoffPriority, HandoffReason } from '../contracts/desk.js';
import type { HandoffState } from '../contracts/messages.js';
import { type Conversation, findHandoff, type Handoff } from '../conversations/conversation.js';
import { clearTimer, setTimer } from '../conversations/timers.js';
import { botErrors } from '../errors.js';
import { priorityColumn } from '../store/priority-column.js';
import type { Write } from '../store/store.js';
import { announceMove, placeInQueue, type QueueRules, rememberPlace, waitingSince } from './queue.js';
import { higherPriority, usualPriority } from './queue-order.js';
import { type HandoffMove, transition } from './transitions.js';

/** Why and with what a hand-off begins. */
export interface Opening {
  readonly reason: HandoffReason;
  /** How soon a person is needed; the reason tells it where left out. */
  readonly priority?: HandoffPriority;
  readonly question: string;
  readonly bestGuess: BestGuess | null;
}

export interface MoveOptions extends QueueRules {
  /** For the moves `offer` and `request`. */
  readonly opening?: Opening;
  /** Who takes the conversation; for the moves `claim`, `take-over` and `answer-elsewhere`. */
  readonly agent?: { readonly id: string; readonly name: string };
}

/** Moves that change the hand-off though its state stays. */
const WITHIN_STATE: ReadonlySet<HandoffMove> = new Set(['offer', 'take-over']);

/**
 * Carries out a move: the hand-off's row, its timers, and the timers of those whose place in the queue it changes.
 * A second request of somebody who waits never lowers how soon a person is needed, and may raise it.
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
  if (move === 'request' && before?.state === 'waiting') await raise(write, before, options);
  if (next === conversation.state && !WITHIN_STATE.has(move)) return next;
  const isBegun = before !== null && (before.state === 'waiting' || before.state === 'offered');
  if (move === 'offer' || move === 'request' || (move === 'answer-elsewhere' && !isBegun)) {
    const id = await open(write, conversation, next, options);
    if (next === 'waiting') await enterQueue(write, conversation.id, id, options);
  } else if (before) {
    await advance(write, before, next, options);
    if (next === 'waiting') await enterQueue(write, conversation.id, before.id, options);
  }
  if (before?.state === 'with-agent') await clearTimer(write, 'return-to-queue', conversation.id);
  if (before?.state === 'waiting') {
    await clearTimer(write, 'expire-handoff', conversation.id);
    await clearTimer(write, 'tell-place', conversation.id);
    await announceMove(write, before, options.now);
  }
  return next;
}

const NOBODY = { agentId: null, agentName: null, claimedAt: null };

/**
 * Goes on with the hand-off that was offered, or that expired just now, else starts another.
 * @returns its id
 */
async function open(
  write: Write,
  conversation: Conversation,
  state: HandoffState,
  options: MoveOptions,
): Promise<string> {
  const at = options.now.toISOString();
  const before = conversation.handoff;
  const { agent } = options;
  const unsaid = {
    reason: agent ? ('elsewhere' as const) : ('asked' as const),
    question: '',
    bestGuess: null,
  };
  const opening = options.opening ?? unsaid;
  const goesOn = before?.state === 'offered' || (state === 'waiting' && waitingSince(before, options));
  const values = {
    state,
    reason: opening.reason,
    priority: priorityColumn(priorityIn(opening, goesOn ? before : null)),
    question: opening.question,
    bestGuess: opening.bestGuess === null ? null : JSON.stringify(opening.bestGuess),
    requestedAt: state === 'waiting' ? (waitingSince(before, options) ?? at) : null,
    endedAt: null,
  };
  if (before && goesOn) {
    await write.updateTable('handoffs').set(values).where('id', '=', before.id).execute();
    return before.id;
  }
  const id = randomUUID();
  const claim = agent ? { agentId: agent.id, agentName: agent.name, claimedAt: at } : NOBODY;
  await write
    .insertInto('handoffs')
    .values({
      ...{ id, conversationId: conversation.id, createdAt: at },
      ...{ returnedAt: null, toldPlace: null, toldAt: null },
      ...values,
      ...claim,
    })
    .execute();
  await write.updateTable('conversations').set({ handoffId: id }).where('id', '=', conversation.id).execute();
  return id;
}

async function advance(
  write: Write,
  before: Handoff,
  state: HandoffState,
  options: MoveOptions,
): Promise<void> {
  const at = options.now.toISOString();
  const claim = { agentId: options.agent?.id, agentName: options.agent?.name, claimedAt: at };
  const changes = {
    ...(state === 'with-agent' ? claim : {}),
    ...(state === 'waiting' ? { ...NOBODY, returnedAt: at } : {}),
    ...(state === 'with-agent' || state === 'waiting' ? {} : { endedAt: at }),
  };
  const { numUpdatedRows } = await write
    .updateTable('handoffs')
    .set({ state, ...changes })
    .where('id', '=', before.id)
    // Of two who try at once, the second finds another state here and changes nothing.
    .where('state', '=', before.state)
    .where('agentId', 'is not distinct from', before.agentId)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw botErrors.HANDOFF_MOVE_ILLEGAL({ state: 'moved by another', move: state });
}

async function enterQueue(
  write: Write,
  conversationId: string,
  handoffId: string,
  options: MoveOptions,
): Promise<void> {
  const dueAt = new Date(options.now.getTime() + options.expireMs).toISOString();
  await setTimer(write, 'expire-handoff', conversationId, dueAt);
  const handoff = await findHandoff(write, handoffId);
  if (handoff) await takePlace(write, handoff, options);
}

/**
 * Moves somebody up who waits, where this request is more urgent than what they asked for before; an agent sees why and with
 * which words, not what was less urgent.
 */
async function raise(write: Write, before: Handoff, options: MoveOptions): Promise<void> {
  if (!options.opening) return;
  const { reason, question } = options.opening;
  const priority = priorityIn(options.opening, before);
  if (priority === before.priority) return;
  await write
    .updateTable('handoffs')
    .set({ priority: priorityColumn(priority), reason, question })
    .where('id', '=', before.id)
    .execute();
  await takePlace(write, { ...before, priority }, options);
}

/** Remembers the place, which the message of this very move tells, and lets those know whom it overtakes. */
async function takePlace(write: Write, handoff: Handoff, options: MoveOptions): Promise<void> {
  await rememberPlace(write, handoff.id, await placeInQueue(write, handoff, options), options.now);
  await announceMove(write, handoff, options.now);
}

/** How soon a person is needed; what was asked for before is never lowered. */
function priorityIn(opening: Opening, before: Handoff | null): HandoffPriority {
  const asked = opening.priority ?? usualPriority(opening.reason);
  return before ? higherPriority(before.priority, asked) : asked;
}
