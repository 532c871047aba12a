import type { AddressBound } from '../../assignment/address-bound.js';
import type { AssignmentRules } from '../../assignment/assignment-rules.js';
import { priorityAsked } from '../../carry-out.js';
import type { BotWatch } from '../../contracts/bot-watch.js';
import type { Conversation } from '../../conversations/conversation.js';
import type { BotSettings } from '../../settings.js';
import type { Write } from '../../store/store.js';
import type { TurnFacts, TurnOutcome } from '../../turn/contracts.js';
import type { AgentPresence } from '../agent-presence.js';
import { placeInQueue } from '../queue.js';
import { type Reopening, reopeningOf } from '../reopening.js';
import { type ToldWait, waitAt, waitToTell } from './wait-estimates.js';

export interface PlaceParts {
  readonly settings: Pick<BotSettings, 'DESK_RESERVE_SECONDS' | 'HANDOFF_EXPIRE_MINUTES'>;
  readonly presence: Pick<AgentPresence, 'attendance' | 'hereUntil'>;
  readonly rules: Pick<AssignmentRules, 'routing'>;
  readonly addressBound: Pick<AddressBound, 'isFull'>;
  readonly watch: Pick<BotWatch, 'queueRefused'>;
}

/**
 * Concludes a turn; where it asks for a person, with what they come back with, and with the place that this and its own urgency
 * lead to, and about how long it is then; or without one, where too many of their network wait.
 */
export async function concludeAtPlace(
  { settings, presence, rules: { routing }, addressBound, watch }: PlaceParts,
  transaction: Write,
  conversation: Conversation,
  concludeWith: (facts: TurnFacts) => TurnOutcome,
  facts: TurnFacts,
): Promise<{
  readonly outcome: TurnOutcome;
  readonly reopening: Reopening | null;
  readonly wait?: ToldWait | null;
}> {
  const outcome = concludeWith(facts);
  if (outcome.decision.kind === 'still-waiting' && !outcome.decision.isTold) {
    // Who asks hears it, whether or not it is news.
    const rules = { presence, routing, now: facts.now, isAsked: true };
    const wait = await waitAt(transaction, conversation, facts.queuePosition, rules);
    if (!wait) return { outcome, reopening: null };
    return { outcome: concludeWith({ ...facts, waitMinutes: wait.minutes }), reopening: null, wait };
  }
  if (outcome.handoff?.move !== 'request' || outcome.decision.kind === 'still-waiting')
    return { outcome, reopening: null };
  const { now } = facts;
  const priority = priorityAsked(outcome);
  if (await addressBound.isFull(transaction, conversation, priority)) {
    watch.queueRefused(conversation.channelId);
    return { outcome: concludeWith({ ...facts, isQueueFull: true }), reopening: null };
  }
  const reserveMs = settings.DESK_RESERVE_SECONDS * 1_000;
  const reopening = await reopeningOf(transaction, conversation, priority, { now, presence, reserveMs });
  const expireMs = settings.HANDOFF_EXPIRE_MINUTES * 60_000;
  const asking = {
    ...outcome.handoff,
    channelId: conversation.channelId,
    language: outcome.state.language,
    passedTo: conversation.handoff?.state === 'expired' ? conversation.handoff.teamId : null,
  };
  const rules = { now, expireMs, routing, asking, comesBack: reopening !== null };
  const queuePosition = await placeInQueue(transaction, conversation.handoff, rules, priority);
  // A wait for nobody, and one with a promise, is told by when somebody is back.
  const wait = facts.isAttended
    ? await waitToTell(transaction, { place: queuePosition, asked: asking, toldUntil: null, routing, now })
    : null;
  if (queuePosition === facts.queuePosition && !reopening && !wait) return { outcome, reopening };
  const comesBackTo = reopening && { name: reopening.agentName, isHere: reopening.reserved !== null };
  const waitMinutes = wait?.minutes ?? null;
  return { outcome: concludeWith({ ...facts, queuePosition, comesBackTo, waitMinutes }), reopening, wait };
}
