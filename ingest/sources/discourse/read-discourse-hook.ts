import { recordIn } from '../../../index/platform/is-record.js';
import type { HookCall, HookReading } from '../contracts.js';
import { isSignedByHmac } from '../http/is-signed-by-hmac.js';
import { fieldAt, wordOf } from '../rows/any-field.js';
import type { JsonRecord } from '../rows/json-record.js';

/**
 * Reads a call of a web hook of Discourse: `X-Discourse-Event-Signature` is `sha256=` and the HMAC of the bytes in
 * hexadecimal, `X-Discourse-Event-Id` tells repetitions, `X-Discourse-Event-Type` names what the body holds: `{"post": …}`,
 * `{"topic": …}`, or of the solved plugin (`accepted_solution`, `unaccepted_solution`) the post as `{"solved": …}`. Whatever
 * it says of a topic leads to that topic; a `ping` and what is about people lead to none.
 */
export function readDiscourseHook(call: HookCall, secret: string | null): HookReading {
  if (secret === null) return { kind: 'off' };
  const hex = /^sha256=([\da-f]{64})$/i.exec(call.header('x-discourse-event-signature') ?? '')?.[1];
  if (!hex || !isSignedByHmac(secret, [call.body], Buffer.from(hex, 'hex'))) return { kind: 'refused' };
  const eventId = call.header('x-discourse-event-id') ?? null;
  return { kind: 'event', eventId, threadIds: topicsIn(recordIn(call.body.toString('utf8')) ?? {}) };
}

function topicsIn(body: JsonRecord): string[] {
  const named = [
    fieldAt(body, 'topic.id'),
    ...['post', 'solved', 'accepted_solution', 'unaccepted_solution'].flatMap((field) => [
      fieldAt(body, `${field}.topic_id`),
      fieldAt(body, `${field}.topic.id`),
      fieldAt(body, `${field}.post.topic_id`),
    ]),
    body.topic_id,
  ];
  const ids = named.map(wordOf).filter((id): id is string => id !== null && /^\d{1,15}$/.test(id));
  return [...new Set(ids)];
}
