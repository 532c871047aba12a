import type { Routing } from '../assignment/routing.js';
import type { Conversation, Handoff } from '../conversations/conversation.js';
import { changeHandoff } from '../store/handoffs/handoffs.js';
import { rememberPlace } from '../store/handoffs/queue.js';
import type { Write } from '../store/store.js';
import { setTimer } from '../store/timers.js';
import { keepPromise, type Promises } from './promises.js';
import { announceMove, placeInQueue, type QueueRules } from './queue.js';
import { higherPriority } from './queue-order.js';
import { tellNews } from './tell-news.js';

export interface BreachRules extends QueueRules {
  readonly routing: Pick<Routing, 'teams'>;
  readonly botName: string;
  readonly promises: Pick<Promises, 'endAfterBreach'>;
}

/**
 * The time of a promise is up. The customer is told, once, and what happens next: who waits goes before ordinary requests, and
 * hears again when nobody came within as much opening time; who has an agent hears whose turn it is.
 * @param conversation as read in this very transaction
 */
export async function breakPromise(
  write: Write,
  conversation: Conversation,
  rules: BreachRules,
): Promise<void> {
  const { handoff, state } = conversation;
  const { now, botName } = rules;
  const dueAt = handoff?.promise?.dueAt ?? null;
  if (!handoff?.promise || dueAt === null) return;
  if (dueAt > now.toISOString()) {
    await keepPromise(write, conversation.id, handoff, handoff.promise);
    return;
  }
  await changeHandoff(write, handoff.id, { promise: null, promiseBrokenAt: dueAt });
  const queuePosition = state === 'waiting' ? await moveUp(write, conversation.id, handoff, rules) : null;
  const facts = { botName, agentName: handoff.holder?.name ?? null, queuePosition };
  await tellNews(write, conversation, 'promise-broken', facts, now);
}

/** @returns the place that is theirs now */
async function moveUp(
  write: Write,
  conversationId: string,
  before: Handoff,
  rules: BreachRules,
): Promise<number> {
  await setTimer(write, 'expire-handoff', conversationId, rules.promises.endAfterBreach());
  const priority = higherPriority(before.priority, 'high');
  const handoff = await changeHandoff(write, before.id, { priority });
  const place = await placeInQueue(write, handoff, rules);
  await rememberPlace(write, handoff.id, place, rules.now.toISOString());
  if (priority !== before.priority) await announceMove(write, handoff, rules.now);
  return place;
}
