import { recordIn } from '../../../index/platform/is-record.js';
import type { HookCall, HookReading } from '../contracts.js';
import { isSignedByHmac } from '../http/is-signed-by-hmac.js';
import { anyField, fieldAt, wordOf } from '../rows/any-field.js';
import type { JsonRecord } from '../rows/json-record.js';

/** A call that was signed longer ago, or is from later, is a repetition or a clock that is wrong. */
const LONGEST_WAY_MS = 15 * 60_000;

/** Which events are about what is read, by the beginning of their type (developer.zendesk.com, "Webhook event types"). */
const EVENTS: Readonly<Record<string, string>> = {
  posts: 'zen:event-type:community_post.',
  articles: 'zen:event-type:article.',
};

/**
 * Reads a call of a web hook of Zendesk: `X-Zendesk-Webhook-Signature` is the HMAC of
 * `X-Zendesk-Webhook-Signature-Timestamp` and the bytes behind it, in base64. `detail.id` is the post, or the article; of a
 * comment it may be named as `detail.post_id`, or in `subject` (`zen:community_post:ID`).
 * @param read what of the help centre is read: posts or articles
 */
export function readZendeskHook(call: HookCall, secret: string | null, read: string): HookReading {
  if (secret === null) return { kind: 'off' };
  const timestamp = call.header('x-zendesk-webhook-signature-timestamp') ?? '';
  const signature = Buffer.from(call.header('x-zendesk-webhook-signature') ?? '', 'base64');
  const isRecent = Math.abs(call.now.getTime() - Date.parse(timestamp)) <= LONGEST_WAY_MS;
  if (!isRecent || !isSignedByHmac(secret, [timestamp, call.body], signature)) return { kind: 'refused' };
  const body = recordIn(call.body.toString('utf8')) ?? {};
  const isOfOurs = wordOf(body.type)?.startsWith(EVENTS[read] ?? ' ') ?? false;
  const id = /^\d{1,20}$/.exec(idIn(body))?.[0];
  return { kind: 'event', eventId: wordOf(body.id), threadIds: isOfOurs && id ? [id] : [] };
}

function idIn(body: JsonRecord): string {
  const subject = /:(?:community_post|article):(\d{1,20})$/.exec(wordOf(body.subject) ?? '')?.[1];
  return (
    wordOf(anyField(body, 'detail.post_id', 'detail.id')) ??
    subject ??
    wordOf(fieldAt(body, 'event.post_id')) ??
    ''
  );
}
