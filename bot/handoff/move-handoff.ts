import type { BestGuess, HandoffHolder, HandoffPriority, HandoffReason } from '../contracts/desk.js';
import type { HandoffState } from '../contracts/messages.js';
import type { Conversation, Handoff } from '../conversations/conversation.js';
import { botErrors } from '../errors.js';
import type { Promised } from '../hours/promise.js';
import {
  addHandoff,
  changeHandoff,
  changeHandoffAsRead,
  type HandoffChanges,
  tellMatter,
} from '../store/handoffs/handoffs.js';
import { endOffer, openOfferOf } from '../store/handoffs/offers.js';
import { rememberPlace } from '../store/handoffs/queue.js';
import { hasReply } from '../store/handoffs/replies.js';
import type { Write } from '../store/store.js';
import { clearTimer, setTimer } from '../store/timers.js';
import { keepPromise } from './promises.js';
import { announceMove, placeInQueue, type QueueRules, timeOfRequest, waitingSince } from './queue.js';
import { higherPriority, usualPriority } from './queue-order.js';
import type { Reopening } from './reopening.js';
import { type HandoffEffect, type HandoffMove, transition } from './transitions.js';

/** To whom a conversation is passed on. Times are ISO 8601 in UTC. */
export interface PassedOn {
  /** The team it is for from now on; null: the one that it is routed to. */
  readonly teamId: string | null;
  /** The colleague for whom it is kept, and until when; null for nobody. */
  readonly reserved: { readonly agentId: string; readonly until: string } | null;
}

/** Why and with what a hand-off begins. */
export interface Opening {
  readonly reason: HandoffReason;
  /** How soon a person is needed; the reason tells it where left out. */
  readonly priority?: HandoffPriority;
  readonly question: string;
  readonly bestGuess: BestGuess | null;
}

export interface MoveOptions extends QueueRules {
  /** For the moves `offer`, `request`, `take` and `answer-elsewhere`. */
  readonly opening?: Opening;
  /** What who enters the queue is promised, for the moves `request`, `return` and `transfer`; then it does not expire before. */
  readonly promise?: Promised | null;
  /** Who takes the conversation; for the moves `claim`, `take`, `take-over` and `answer-elsewhere`. */
  readonly holder?: HandoffHolder;
  /** How long an agent may say nothing, in milliseconds, for the moves `claim`, `take`, `take-over` and `wake`; for ever where left out. */
  readonly firstWordMs?: number | null;
  /** What was closed of late and is back, for the move `request`; nothing where left out. */
  readonly reopening?: Reopening | null;
  /** To whom, for the move `transfer`. */
  readonly passedOn?: PassedOn;
  /** Who ends it as solved, for the move `close`; nobody that is known where left out. */
  readonly closedBy?: 'agent' | 'customer';
  /** Until when, for the move `snooze`; ISO 8601 in UTC. */
  readonly snoozedUntil?: string;
}

/** A move that is being carried out; `state` is the one it leads to. */
interface Moving {
  readonly write: Write;
  readonly conversationId: string;
  readonly state: HandoffState;
  readonly options: MoveOptions;
}

/** Carries an effect out on the hand-off as the effects before it left it, and returns it as it is then. */
type Effect = (moving: Moving, handoff: Handoff) => Promise<Handoff>;

/**
 * Carries out a move: the effects that the table of transitions has for it, in their order.
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
  const { state, effects } = transition(conversation.state, move);
  const moving = { write, conversationId: conversation.id, state, options };
  let { handoff } = conversation;
  // What is not solved any more is not asked about.
  if (conversation.state === 'solved') await clearTimer(write, 'ask-solved', conversation.id);
  for (const effect of effects) {
    if (effect === 'open') handoff = await open(moving, handoff);
    else if (handoff) handoff = await EFFECTS[effect](moving, handoff);
  }
  return state;
}

/** All but `open`, which alone begins where there is no hand-off yet. */
const EFFECTS: Readonly<Record<Exclude<HandoffEffect, 'open'>, Effect>> = {
  assign: (moving, handoff) => {
    const { holder = null, now } = moving.options;
    return change(moving, handoff, { holder, claimedAt: now.toISOString() });
  },
  release: async (moving, handoff) =>
    change(moving, handoff, {
      holder: null,
      claimedAt: null,
      returnedAt: moving.options.now.toISOString(),
      // What an agent took unasked never stood in the queue.
      requestedAt: handoff.requestedAt ?? (await timeOfRequest(moving.write, moving.options.now)),
    }),
  reopen: async (moving, handoff) => {
    const { reopening, now } = moving.options;
    if (!reopening) return handoff;
    const at = now.toISOString();
    await changeHandoff(moving.write, reopening.handoffId, { reopenedAt: at });
    // They come before others, as those do whose agent left before they were done.
    return change(moving, handoff, { returnedAt: at, ...(await keepFor(moving, reopening.reserved)) });
  },
  reserve: async (moving, handoff) => {
    const { teamId = null, reserved = null } = moving.options.passedOn ?? {};
    return change(moving, handoff, {
      teamId: teamId ?? handoff.teamId,
      ...(await keepFor(moving, reserved)),
    });
  },
  'set-aside': async (moving, handoff) => {
    const { snoozedUntil = moving.options.now.toISOString() } = moving.options;
    await setTimer(moving.write, 'wake', moving.conversationId, snoozedUntil);
    return change(moving, handoff, { snoozedUntil });
  },
  'take-up': async ({ write, conversationId }, handoff) => {
    await clearTimer(write, 'wake', conversationId);
    return handoff.snoozedUntil ? changeHandoff(write, handoff.id, { snoozedUntil: null }) : handoff;
  },
  end: (moving, handoff) => {
    const { now, closedBy } = moving.options;
    return change(moving, handoff, { endedAt: now.toISOString(), ...(closedBy ? { closedBy } : {}) });
  },
  'enter-queue': async (moving, handoff) => {
    const { write, conversationId, options } = moving;
    const { promise = null, now, expireMs } = options;
    // In danger nobody is to wait for hours: they soon hear that nobody came.
    if (promise && handoff.priority !== 'urgent')
      return takePlace(moving, await keepPromise(write, conversationId, handoff, promise));
    const dueAt = new Date(now.getTime() + expireMs).toISOString();
    await setTimer(write, 'expire-handoff', conversationId, dueAt);
    return takePlace(moving, handoff);
  },
  raise,
  'leave-queue': async ({ write, conversationId, options }, handoff) => {
    await clearTimer(write, 'expire-handoff', conversationId);
    await clearTimer(write, 'tell-place', conversationId);
    await clearTimer(write, 'offer-ends', conversationId);
    await takeOffer(write, handoff, options);
    await announceMove(write, handoff, options.now);
    return endReservation(write, conversationId, handoff);
  },
  'await-word': async ({ write, conversationId, options }, handoff) => {
    const { firstWordMs = null, now } = options;
    if (firstWordMs === null) return handoff;
    const dueAt = new Date(now.getTime() + firstWordMs).toISOString();
    await setTimer(write, 'first-word', conversationId, dueAt);
    return handoff;
  },
  'end-promise': async ({ write, conversationId, options }, handoff) => {
    await clearTimer(write, 'promise-due', conversationId);
    if (!handoff.promise) return handoff;
    // An agent who ends it without a word to the customer has not kept what was promised.
    const isEndedByAgent = handoff.holder?.kind === 'agent' && options.closedBy !== 'customer';
    const isBroken = isEndedByAgent && !(await hasReply(write, handoff.id));
    const promiseBrokenAt = isBroken ? options.now.toISOString() : handoff.promiseBrokenAt;
    return changeHandoff(write, handoff.id, { promise: null, promiseBrokenAt });
  },
  'forget-absence': async ({ write, conversationId }, handoff) => {
    await clearTimer(write, 'return-to-queue', conversationId);
    await clearTimer(write, 'first-word', conversationId);
    return handoff;
  },
};

/** Sets the timer that ends a reservation. @returns the columns that tell for whom it is kept */
async function keepFor(
  { write, conversationId }: Moving,
  reserved: PassedOn['reserved'],
): Promise<Pick<HandoffChanges, 'reservedFor' | 'reservedUntil'>> {
  if (reserved) await setTimer(write, 'reservation-ends', conversationId, reserved.until);
  return { reservedFor: reserved?.agentId ?? null, reservedUntil: reserved?.until ?? null };
}

const UNSAID: Opening = { reason: 'asked', question: '', bestGuess: null };

/** Everybody may take a conversation that was kept for one colleague. */
export async function endReservation(
  write: Write,
  conversationId: string,
  handoff: Handoff,
): Promise<Handoff> {
  await clearTimer(write, 'reservation-ends', conversationId);
  if (handoff.reservedFor === null) return handoff;
  return changeHandoff(write, handoff.id, { reservedFor: null, reservedUntil: null });
}

/** Goes on with the hand-off that was offered, or that expired just now, else starts another. */
async function open(moving: Moving, before: Handoff | null): Promise<Handoff> {
  const { write, conversationId, state, options } = moving;
  const at = options.now.toISOString();
  const { opening = UNSAID } = options;
  const since = state === 'waiting' ? waitingSince(before, options) : null;
  const goesOn = before?.state === 'offered' || since !== null;
  const values = {
    state,
    reason: opening.reason,
    priority: priorityIn(opening, goesOn ? before : null),
    question: opening.question,
    bestGuess: opening.bestGuess,
    requestedAt: state === 'waiting' ? (since ?? (await timeOfRequest(write, options.now))) : null,
    endedAt: null,
  };
  return before && goesOn
    ? changeHandoff(write, before.id, values)
    : addHandoff(write, conversationId, values, at);
}

/** Changes a hand-off, its state to the one that the move leads to: of two who try at once, the second changes nothing. */
async function change({ write, state }: Moving, before: Handoff, changes: HandoffChanges): Promise<Handoff> {
  const handoff = await changeHandoffAsRead(write, before, { ...changes, state });
  if (!handoff) throw botErrors.HANDOFF_MOVE_ILLEGAL({ state: 'moved by another', move: state });
  return handoff;
}

/** Ends what the hand-off was offered as: its agent took it, or it is withdrawn from them. */
async function takeOffer(write: Write, { id }: Handoff, { holder, now }: MoveOptions): Promise<void> {
  const offer = await openOfferOf(write, id);
  if (!offer) return;
  const isTaken = holder?.kind === 'agent' && holder.id === offer.agentId;
  await endOffer(write, id, isTaken ? 'taken' : 'withdrawn', now.toISOString());
}

/**
 * Moves somebody up who waits, where this request is more urgent than what they asked for before, and never down; an agent
 * sees why and with which words, not what was less urgent. Who had not said yet what it is about is shown with what they say
 * of it now.
 */
async function raise(moving: Moving, before: Handoff): Promise<Handoff> {
  const { opening } = moving.options;
  if (!opening) return before;
  const { reason, question, bestGuess } = opening;
  const priority = priorityIn(opening, before);
  if (priority === before.priority) {
    await tellMatter(moving.write, before.id, { question, bestGuess });
    return before;
  }
  return takePlace(moving, await changeHandoff(moving.write, before.id, { priority, reason, question }));
}

/** Remembers the place, which the message of this very move tells, and lets those know whom it overtakes. */
async function takePlace({ write, options }: Moving, handoff: Handoff): Promise<Handoff> {
  const place = await placeInQueue(write, handoff, options);
  const toldAt = options.now.toISOString();
  await rememberPlace(write, handoff.id, place, toldAt);
  await announceMove(write, handoff, options.now);
  return { ...handoff, toldPlace: place, toldAt };
}

/** How soon a person is needed; what was asked for before is never lowered. */
function priorityIn(opening: Opening, before: Handoff | null): HandoffPriority {
  const asked = opening.priority ?? usualPriority(opening.reason);
  return before ? higherPriority(before.priority, asked) : asked;
}
