import type { AssignmentRules } from '../assignment/assignment-rules.js';
import type { Conversation } from '../conversations/conversation.js';
import { changeHandoff, findHandoff } from '../store/handoffs/handoffs.js';
import { newestOpenHandoff, pointToHandoff } from '../store/handoffs/limbo-rows.js';
import { endOffer } from '../store/handoffs/offers.js';
import type { Write } from '../store/store.js';
import { clearTimer, dueAtOf, setTimer } from '../store/timers.js';
import { isStale, type Limbo, type LimboKind } from './find-limbo.js';
import { announceMove } from './queue.js';
import { type ReturnRules, returnToQueue } from './return-to-queue.js';
import { tellNews } from './tell-news.js';

export interface LimboRules extends ReturnRules {
  /** How long an agent may have no page open, in milliseconds. */
  readonly awayMs: number;
  /** How long after the last word of a person elsewhere the bot stays silent, in milliseconds. */
  readonly silentMs: number;
  readonly rules: Pick<AssignmentRules, 'offerMs' | 'firstWordMs' | 'routing'>;
}

type Repair = (
  write: Write,
  conversation: Conversation,
  rules: LimboRules,
  handoffId: string | null,
) => Promise<unknown>;

/**
 * Repairs a conversation by the moves and timers that should have been: each repair leaves it where something that is due
 * moves it on, and tells the customer what has changed for them.
 * @param conversation as read in this very transaction
 */
export async function repairLimbo(
  write: Write,
  conversation: Conversation,
  { kind, handoffId }: Limbo,
  rules: LimboRules,
): Promise<void> {
  await REPAIRS[kind](write, conversation, rules, handoffId);
}

const REPAIRS: Readonly<Record<LimboKind, Repair>> = {
  'lost-handoff': findAgain,
  'second-handoff': endSecond,
  'waiting-without-end': (write, { id, handoff }, { now, expireMs }) => {
    const since = [handoff?.requestedAt ?? '', handoff?.returnedAt ?? ''].sort().at(-1);
    const dueAt = since ? Date.parse(since) + expireMs : now.getTime() + expireMs;
    return setTimer(write, 'expire-handoff', id, at(Math.max(dueAt, now.getTime())));
  },
  'waiting-untold': (write, { id }, { now }) => setTimer(write, 'tell-place', id, now.toISOString()),
  'promise-without-end': (write, { id, handoff }, { now }) => {
    const dueAt = handoff?.promise?.dueAt ?? now.toISOString();
    return setTimer(write, 'promise-due', id, at(Math.max(Date.parse(dueAt), now.getTime())));
  },
  'reserved-without-end': (write, { id }, { now, rules }) =>
    setTimer(write, 'reservation-ends', id, at(now.getTime() + rules.offerMs)),
  'snoozed-without-end': (write, { id, handoff }, { now }) => {
    const dueAt = Date.parse(handoff?.snoozedUntil ?? now.toISOString());
    return setTimer(write, 'wake', id, at(Math.max(dueAt, now.getTime())));
  },
  'held-by-nobody': (write, conversation, rules) => returnToQueue(write, conversation, rules),
  'held-by-gone': (write, conversation, rules) => returnToQueue(write, conversation, rules),
  'held-by-absent': (write, { id }, { now, awayMs }) =>
    setTimer(write, 'return-to-queue', id, at(now.getTime() + awayMs)),
  'elsewhere-without-end': (write, { id }, { now, silentMs }) =>
    setTimer(write, 'end-elsewhere', id, at(now.getTime() + silentMs)),
  'offer-without-end': (write, { id }, { now, rules }) =>
    setTimer(write, 'offer-ends', id, at(now.getTime() + rules.offerMs)),
  'stale-offer': (write, _conversation, { now }, handoffId) =>
    endOffer(write, handoffId ?? '', 'withdrawn', now.toISOString()),
  'silent-without-end': (write, { id }, { now, rules }) =>
    setTimer(write, 'first-word', id, at(now.getTime() + (rules.firstWordMs ?? 0))),
  'stale-timer': clearStale,
  // Work, not rows: the watchdog has it done.
  unsent: async () => {},
  unheard: async () => {},
};

/** Goes on with a hand-off that is under way; where there is none, whoever waited chooses again what they want. */
async function findAgain(write: Write, conversation: Conversation, rules: LimboRules): Promise<void> {
  const { id } = conversation;
  const open = await newestOpenHandoff(write, id);
  await pointToHandoff(write, id, open);
  const wasWaiting = (await dueAtOf(write, 'expire-handoff', id)) !== null;
  if (open !== null || !wasWaiting) return;
  const facts = { botName: rules.botName, agentName: null, queuePosition: null };
  await tellNews(write, conversation, 'expired', facts, rules.now);
}

/** Ends a hand-off that its conversation has forgotten: nobody would, and it would stand in front of others. */
async function endSecond(
  write: Write,
  _conversation: Conversation,
  { now }: LimboRules,
  handoffId: string | null,
): Promise<void> {
  const handoff = handoffId === null ? null : await findHandoff(write, handoffId);
  if (!handoff) return;
  await changeHandoff(write, handoff.id, { state: 'with-bot', endedAt: now.toISOString() });
  if (handoff.state === 'waiting') await announceMove(write, handoff, now);
}

/** Timers that are of a state of the hand-off. */
const OF_A_STATE = [
  'expire-handoff',
  'tell-place',
  'return-to-queue',
  'end-elsewhere',
  'offer-ends',
  'first-word',
  'promise-due',
  'reservation-ends',
  'wake',
] as const;

async function clearStale(write: Write, { id, state, handoff }: Conversation): Promise<void> {
  const elsewherePlace = handoff?.holder?.kind === 'elsewhere' ? handoff.holder.name : null;
  for (const kind of OF_A_STATE) {
    if (isStale({ kind, state, elsewherePlace, snoozedUntil: handoff?.snoozedUntil ?? null }))
      await clearTimer(write, kind, id);
  }
}

function at(ms: number): string {
  return new Date(ms).toISOString();
}
