import type { DeliveryProblem, DoorAlert, SendFailure } from '../../../bot/contracts/channels.js';
import { type GraphReply, reasonOf } from '../graph/graph-reply.js';

const MINUTE_MS = 60_000;

/** How long a note of the echo may still come after a call whose answer got lost, in milliseconds. */
export const ECHO_WAIT_MS = MINUTE_MS;

/** What an error of the Send API means for the message and for the door. */
type Meaning =
  /** Passes by itself; waits grow. */
  | { readonly kind: 'again' }
  /** Too many calls: nothing goes out for a while. */
  | { readonly kind: 'slow-down'; readonly waitMs: number }
  /** An operator must see to it. */
  | { readonly kind: 'alert'; readonly alert: DoorAlert }
  | { readonly kind: 'final'; readonly problem: DeliveryProblem };

/** One row: the first that fits counts. Without `subcodes`, every subcode fits. */
interface SendErrorRow {
  readonly codes: readonly number[];
  readonly subcodes?: readonly number[];
  readonly meaning: Meaning;
}

const AGAIN: Meaning = { kind: 'again' };
const UNREACHABLE: Meaning = { kind: 'final', problem: 'unreachable' };
const NOT_ACCEPTED: Meaning = { kind: 'final', problem: 'not-accepted' };
const WINDOW_CLOSED: Meaning = { kind: 'final', problem: 'window-closed' };
const ACCESS_ENDED: Meaning = { kind: 'alert', alert: 'access-ended' };
const PERMISSION_MISSING: Meaning = { kind: 'alert', alert: 'permission-missing' };
const RESTRICTED: Meaning = { kind: 'alert', alert: 'restricted' };

/** Errors of the Messenger Platform ("Error codes" of the Send API) and of the Graph API ("Handling errors"). */
const SEND_ERRORS: readonly SendErrorRow[] = [
  { codes: [10], subcodes: [2018278, 2534022, 2018065], meaning: WINDOW_CLOSED },
  { codes: [10], subcodes: [2018108], meaning: UNREACHABLE },
  { codes: [10], subcodes: [1893063], meaning: RESTRICTED },
  // Another app has this one conversation (somebody took it in the page's inbox); what it says of others is nothing.
  { codes: [10], subcodes: [2018300, 2018321], meaning: AGAIN },
  // Too many messages to this person.
  { codes: [613], subcodes: [2018338], meaning: AGAIN },
  // One table of Meta's calls 1545041 "window closed", another "person unavailable"; it is final either way.
  { codes: [200, 551], subcodes: [1545041], meaning: UNREACHABLE },
  { codes: [551], meaning: UNREACHABLE },
  { codes: [100], subcodes: [2018001], meaning: UNREACHABLE },
  { codes: [100], meaning: NOT_ACCEPTED },
  { codes: [1, 2], meaning: AGAIN },
  { codes: [4, 17, 32, 341], meaning: { kind: 'slow-down', waitMs: 5 * MINUTE_MS } },
  { codes: [613], meaning: { kind: 'slow-down', waitMs: MINUTE_MS } },
  // Rate limits of business use cases; 80006 is Messenger's.
  { codes: codesFrom(80_000, 80_014), meaning: { kind: 'slow-down', waitMs: 5 * MINUTE_MS } },
  // 104: the proof of the app's secret is missing.
  { codes: [102, 104, 190], meaning: ACCESS_ENDED },
  { codes: [368], meaning: RESTRICTED },
  { codes: [3, 10], meaning: PERMISSION_MISSING },
  { codes: codesFrom(200, 299), meaning: PERMISSION_MISSING },
];

/** How long a door waits before it looks whether an operator has seen to it. */
const ALERT_WAIT_MS: Readonly<Record<DoorAlert, number>> = {
  'access-ended': 5 * MINUTE_MS,
  'permission-missing': 5 * MINUTE_MS,
  restricted: 30 * MINUTE_MS,
};

/**
 * What a message that did not go out means for the outbox; pure.
 * @param facts whether the message claimed the tag HUMAN_AGENT: then a missing permission concerns that tag alone, and
 *   must not stop the door for everybody
 */
export function sendFailure(
  reply: Exclude<GraphReply, { kind: 'answered' }>,
  facts: { readonly isTagged: boolean },
): SendFailure {
  const reason = reasonOf(reply);
  switch (reply.kind) {
    case 'unreachable':
      return later(reason);
    case 'unanswered':
      return { kind: 'unknown', reason, waitMs: ECHO_WAIT_MS };
    case 'refused': {
      const meaning = meaningOf(reply);
      // A gateway that gave up waiting says nothing of what happened behind it.
      const isGateway = reply.error.code === null && [502, 504].includes(reply.error.status);
      if (isGateway) return { kind: 'unknown', reason, waitMs: ECHO_WAIT_MS };
      const isTagRefused = facts.isTagged && (meaning === PERMISSION_MISSING || meaning === NOT_ACCEPTED);
      return failureOf(isTagRefused ? WINDOW_CLOSED : meaning, reason, reply);
    }
  }
}

type Refusal = Extract<GraphReply, { kind: 'refused' }>;

function meaningOf({ error }: Refusal): Meaning {
  const { code, subcode, status, isTransient, message } = error;
  // "Invalid appsecret_proof" comes as 100, which else is a fault of one message: it would fail them all for good.
  if (message.includes('appsecret_proof')) return ACCESS_ENDED;
  if (code === null) return meaningOfStatus(status);
  const row = SEND_ERRORS.find(
    ({ codes, subcodes }) =>
      codes.includes(code) && (!subcodes || (subcode !== null && subcodes.includes(subcode))),
  );
  // A permission that a subcode names is missing for this message or person; without one it is missing altogether.
  if (row?.meaning === PERMISSION_MISSING && subcode !== null) return AGAIN;
  const isPassing = isTransient && row?.meaning.kind !== 'slow-down';
  return isPassing ? AGAIN : (row?.meaning ?? meaningOfStatus(status));
}

/** All codes of a range, its ends included. */
function codesFrom(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}

/** Of an answer without a code that is known. */
function meaningOfStatus(status: number): Meaning {
  if (status === 429) return { kind: 'slow-down', waitMs: MINUTE_MS };
  const isRequestsFault = status === 400 || status === 413 || status === 422;
  return isRequestsFault ? NOT_ACCEPTED : AGAIN;
}

function failureOf(meaning: Meaning, reason: string, { usage }: Refusal): SendFailure {
  switch (meaning.kind) {
    case 'again':
      return later(reason);
    case 'final':
      return { kind: 'refused', reason, problem: meaning.problem };
    case 'alert': {
      const { alert } = meaning;
      return { kind: 'later', reason, waitMs: ALERT_WAIT_MS[alert], scope: 'door', alert };
    }
    case 'slow-down': {
      const told = (usage?.minutesToWait ?? 0) * MINUTE_MS;
      const waitMs = Math.max(meaning.waitMs, told);
      return { kind: 'later', reason, waitMs, scope: 'door', alert: null };
    }
  }
}

function later(reason: string): SendFailure {
  return { kind: 'later', reason, waitMs: null, scope: 'message', alert: null };
}
