import type { Log } from '../../index/platform/log.js';
import { markUnreachable } from '../store/conversations.js';
import { markFailed, markSent, saveFailedAttempt } from '../store/messages/messages.js';
import type { QueuedMessage } from '../store/messages/outbox.js';
import type { Store } from '../store/store.js';
import { setTimer } from '../store/timers.js';
import type { AfterAttempt, Postponed } from './after-attempt.js';
import type { Route } from './deliver.js';
import type { Doors } from './doors.js';
import { forgetIntroduction } from './forget-introduction.js';

export interface SettleParts {
  readonly store: Store;
  readonly log: Log;
  readonly doors: Doors;
}

/** How the outbox of a conversation goes on. */
export type GoesOn =
  | 'next' // with the message behind it
  | 'later' // not before a timer or the door says so
  | 'anew'; // from the beginning, with the conversation as it is then

/** Writes what becomes of a message; holds or opens its door, and logs what did not get through. */
export function settleMessage(
  parts: SettleParts,
  route: Pick<Route, 'conversation' | 'transport'>,
  queued: QueuedMessage,
  end: AfterAttempt,
): Promise<GoesOn> {
  switch (end.kind) {
    case 'sent':
      return settleSent(parts, route, queued, end);
    case 'failed':
    case 'unreachable':
      return settleFailed(parts, route, queued, end);
    default:
      return settlePostponed(parts, route, queued, end);
  }
}

async function settleSent(
  { store, doors }: SettleParts,
  { transport }: Pick<Route, 'transport'>,
  queued: QueuedMessage,
  end: Extract<AfterAttempt, { kind: 'sent' }>,
): Promise<GoesOn> {
  if (end.hasPassedDoor && !transport.isReply) doors.open(transport.door);
  doors.forget(queued.id);
  await store.transaction().execute((write) => markSent(write, queued.id, end));
  return 'next';
}

async function settleFailed(
  { store, doors, log }: SettleParts,
  { conversation }: Pick<Route, 'conversation'>,
  queued: QueuedMessage,
  end: Extract<AfterAttempt, { kind: 'failed' | 'unreachable' }>,
): Promise<GoesOn> {
  const { reason, attempts } = end;
  const problem = end.kind === 'failed' ? end.problem : 'unreachable';
  doors.forget(queued.id);
  log.warn('A message will not arrive.', {
    conversationId: conversation.id,
    messageId: queued.id,
    problem,
    reason,
  });
  await store.transaction().execute(async (write) => {
    await markFailed(write, queued.id, { problem, reason, attempts });
    await forgetIntroduction(write, conversation.id, queued.id);
    if (end.kind === 'unreachable') await markUnreachable(write, conversation.id);
  });
  // Those that are left meet the same end without being tried, unless the customer has written meanwhile.
  return end.kind === 'unreachable' ? 'anew' : 'next';
}

async function settlePostponed(
  { store, log, doors }: SettleParts,
  { conversation, transport }: Pick<Route, 'conversation' | 'transport'>,
  queued: QueuedMessage,
  end: Postponed & Extract<AfterAttempt, { kind: 'retry' | 'uncertain' | 'hold-door' }>,
): Promise<GoesOn> {
  const { kind, attempts, reason, retryAt } = end;
  const { door } = transport;
  log[end.hasFailed ? 'warn' : 'debug']('A message did not get through; it is tried again.', {
    conversationId: conversation.id,
    messageId: queued.id,
    door,
    attempts,
    retryAt,
    outcome: kind,
    reason,
  });
  if (kind === 'hold-door') {
    doors.hold(door, new Date(end.until), end.alert, queued.id);
    if (end.alert !== null) {
      log.error('A door does not send until an operator has seen to it.', { door, alert: end.alert, reason });
    }
  }
  await store.transaction().execute(async (write) => {
    await saveFailedAttempt(write, queued.id, {
      attempts,
      reason,
      // A door that is held holds the message back: after a start, with a new token say, it goes at once. And once the
      // channel tells that it arrived, nothing holds back the rest.
      nextAttemptAt: kind === 'retry' ? retryAt : null,
      // What surely did not arrive need not be waited for.
      uncertainUntil: kind === 'uncertain' ? retryAt : null,
    });
    await setTimer(write, 'retry-sending', conversation.id, retryAt);
  });
  return 'later';
}
