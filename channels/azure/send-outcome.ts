import type { Activity } from '../../bot/contracts/activities.js';
import type { DeliveryProblem, DoorAlert, SendFailure } from '../../bot/contracts/channels.js';
import type { ConnectorReply } from './connector/contracts.js';
import { smallerForm } from './connector/smaller-form.js';
import { errorCodes } from './error-codes.js';

/** Name of this door, kept with each conversation. */
export const DOOR = 'azure';

/** After a timeout: long enough for the message to show up, should somebody look before it is sent again. */
const UNCERTAIN_MS = 30_000;
/** A token that is refused may only be an old one; the next call fetches another. */
const NEW_TOKEN_MS = 1_000;

/** What codes of the service mean for a message, whatever the status. */
const FINAL: Readonly<Record<string, DeliveryProblem>> = {
  MessageWritesBlocked: 'unreachable',
  BotNotInConversationRoster: 'unreachable',
  ConversationBlockedByUser: 'unreachable',
  ConversationNotFound: 'unreachable',
  BotDisabledByAdmin: 'unreachable',
  // Teams: the customer blocked or removed the bot.
  209: 'unreachable',
  MessageSizeTooBig: 'not-accepted',
  ActivityNotFoundInConversation: 'not-accepted',
  // Meta's own, which Azure's Facebook channel passes on: outside the 24 hours, and no longer reachable.
  2018278: 'window-closed',
  2018108: 'unreachable',
  1545041: 'unreachable',
};

/** Codes of a 403 that concern the bot as a whole. */
const NOT_PERMITTED = ['BotNotRegistered', 'AuthorizationFailed', 'Unauthorized', 'InvalidBotApiHost'];

/** Sends an activity, and once more in plain words where the channel finds its cards too large. */
export async function sendOrSmaller(
  activity: Activity,
  send: (activity: Activity) => Promise<ConnectorReply>,
): Promise<ConnectorReply> {
  const reply = await send(activity);
  const smaller = isTooLarge(reply) ? smallerForm(activity) : null;
  return smaller ? send(smaller) : reply;
}

/** That a thread has had as many messages as Teams takes from a bot at once. @param waitMs above 0 */
export function outOfPace(waitMs: number): SendFailure {
  const reason = 'as many messages as Teams takes from a bot at once';
  return { kind: 'later', reason, waitMs, scope: 'message', alert: null };
}

/** Whether the channel refuses an activity for its size. */
function isTooLarge(reply: ConnectorReply): boolean {
  if (reply.kind !== 'answered') return false;
  return reply.status === 413 || errorCodes(reply.body).includes('MessageSizeTooBig');
}

/**
 * What an answer that is no success means for the outbox (see the table in README.md).
 * @param isAlive whether the customer wrote in this conversation a moment ago: then it is not gone
 */
export function failureOf(reply: Exclude<ConnectorReply, { kind: 'taken' }>, isAlive: boolean): SendFailure {
  if (reply.kind === 'not-reached') return later(reply.reason);
  if (reply.kind === 'no-answer') return { kind: 'unknown', reason: reply.reason, waitMs: UNCERTAIN_MS };
  if (reply.kind === 'no-token') return held(reply.reason, reply.isRefused ? 'access-ended' : null);
  const { status, retryAfterMs } = reply;
  const codes = errorCodes(reply.body);
  const reason = [status, ...codes].join(' ');
  if (status === 401)
    return reply.isTokenNew ? held(reason, 'access-ended') : held(reason, null, NEW_TOKEN_MS);
  const isPassing = isAlive && status === 404;
  const known = isPassing ? codes.filter((code) => code !== 'ConversationNotFound') : codes;
  const problem = known.map((code) => FINAL[code]).find((found) => found !== undefined);
  if (problem) return refused(reason, problem);
  if (status === 403 && codes.some((code) => NOT_PERMITTED.includes(code))) {
    return held(reason, 'permission-missing');
  }
  // Page of a proxy in between, or the conversation is gone: only the service itself answers with a code.
  if (status === 404 && codes.length > 0 && !isPassing) return refused(reason, 'unreachable');
  return isWorthRepeating(status) ? later(reason, retryAfterMs) : refused(reason, 'not-accepted');
}

/** 412, 429, 502 and 504 by Microsoft's table for Teams; the others as HTTP has them. A 403 without a code tells nothing. */
function isWorthRepeating(status: number): boolean {
  return status < 400 || status >= 500 || [403, 404, 408, 409, 412, 423, 425, 429].includes(status);
}

function later(reason: string, waitMs: number | null = null): SendFailure {
  return { kind: 'later', reason, waitMs, scope: 'message', alert: null };
}

function held(reason: string, alert: DoorAlert | null, waitMs: number | null = null): SendFailure {
  return { kind: 'later', reason, waitMs, scope: 'door', alert };
}

function refused(reason: string, problem: DeliveryProblem): SendFailure {
  return { kind: 'refused', reason, problem };
}
