import { createHash } from 'node:crypto';
import type { Activity, Attachment, ChannelAccount } from '../../../bot/contracts/activities.js';
import { isRecord } from '../../../index/platform/is-record.js';
import { channelErrors } from '../../errors.js';
import { ANY_USER_ID, isOurs } from '../direct-line/read-user.js';
import { type Claims, randomId } from '../tokens.js';

/** An activity that has its id. */
export type IdentifiedActivity = Activity & { readonly id: string };

/** Where an activity came in. */
export interface Arrival {
  readonly sender: Claims;
  /** Whether a server of the company posts, by the secret: then the activity's own `from` counts. */
  readonly isCompany?: boolean;
  readonly botAccount: ChannelAccount;
  /** Public address of this server. */
  readonly serviceUrl: string;
}

/** Longest text of one message: some 700 words, more than any question needs; a person pasting a log is told. */
const MAX_TEXT_CHARACTERS = 4_000;
/** Most bytes, as JSON in UTF-8, of all that is kept of an activity beside its text: what clients send has some 1 kB. */
const MAX_BYTES_BESIDE_TEXT = 8_192;
const MAX_ATTACHMENTS = 10;
/** Cards nest some 20 levels deep; writing out thousands of levels would overflow the stack. */
const MAX_DEPTH = 100;
const TYPES = ['message', 'event', 'typing', 'messageReaction', 'endOfConversation'];
/** Sent by clients to services of their own making: taken and shown to other windows, and nothing to the bot. */
const PASSING_TYPES = ['invoke', 'trace', 'handoff'];
/** What a client has no say in: these would make the bot answer elsewhere, or pretend to be a reply. */
const DROPPED = ['deliveryMode', 'callerId', 'relatesTo', 'timestamp', 'membersAdded', 'membersRemoved'];

/** Fields that are written anew. */
const OURS = ['type', 'id', 'channelId', 'serviceUrl', 'conversation', 'from', 'recipient', 'quoted'];
/** In its place stands what is quoted: an echo with it would be held back where a window does not know that message. */
const REPLY_TO = 'replyToId';

/**
 * Turns what a client posted into the activity that is stored, echoed and given to the bot: sender (but for what the
 * company's servers say of theirs), conversation, channel and recipient are ours, everything else (`channelData`, `entities`, `value` …) passes through unchanged.
 *
 * The id follows from the client's `channelData.clientActivityID`, so that a post repeated after a lost answer is the
 * same activity and not a second one.
 * @param files files that came with it and are kept by us, in place of the attachments that the client named
 * @throws BAD_ARGUMENT, MESSAGE_TOO_LONG, ACTIVITY_TOO_LARGE
 */
export function incomingActivity(
  body: unknown,
  arrival: Arrival,
  files?: readonly Attachment[],
): IdentifiedActivity {
  const activity = readActivity(body);
  const kept = Object.fromEntries(
    Object.entries(activity).filter(([field]) => ![...OURS, ...DROPPED, REPLY_TO].includes(field)),
  );
  checkBytes(files ? { ...kept, attachments: undefined } : kept);
  const { sender } = arrival;
  return {
    ...kept,
    ...(files ? { attachments: files } : withoutFileIds(kept)),
    type: activity.type,
    id: `${sender.conversationId}|${activityKey(activity)}`,
    channelId: 'directline',
    serviceUrl: arrival.serviceUrl,
    conversation: { id: sender.conversationId },
    from: senderOf(activity, arrival),
    recipient: arrival.botAccount,
    ...quotedBy(activity),
  };
}

/** Taps name what they tap; everything else that names a message answers to it. */
function quotedBy({ type, replyToId, value }: Activity): Pick<Activity, 'quoted'> {
  if (type !== 'message' || value !== undefined || typeof replyToId !== 'string') return {};
  return /^[\w|.:-]{1,200}$/.test(replyToId) ? { quoted: { activityId: replyToId, text: null } } : {};
}

/** Nobody names a file of ours: only an upload brings one. */
function withoutFileIds({ attachments }: Readonly<Record<string, unknown>>): Pick<Activity, 'attachments'> {
  if (!Array.isArray(attachments)) return {};
  return {
    attachments: attachments.map((attachment: unknown) => {
      if (!isRecord(attachment)) return attachment as Attachment;
      const { fileId: _, ...rest } = attachment;
      return rest as unknown as Attachment;
    }),
  };
}

/** Whether an activity is for other windows alone: not stored, and the bot is not told. */
export function isPassing(activity: Activity): boolean {
  return PASSING_TYPES.includes(activity.type);
}

function senderOf({ from }: Activity, { sender, isCompany = false }: Arrival): ChannelAccount {
  const own = isCompany && typeof from?.id === 'string' ? from.id : '';
  const name = sender.userName ?? from?.name;
  return {
    id: ANY_USER_ID.form.test(own) && !isOurs(own) ? own : sender.userId,
    role: 'user',
    ...(typeof name === 'string' ? { name: name.slice(0, 200) } : {}),
    ...(sender.identity ? { identity: sender.identity } : {}),
  };
}

function readActivity(body: unknown): Activity {
  if (!isRecord(body)) throw refuse('a JSON object is expected');
  if (isDeeperThan(body, MAX_DEPTH)) throw refuse(`at most ${MAX_DEPTH} levels of nesting are taken`);
  const { type, text, attachments, from } = body;
  if (typeof type !== 'string') throw refuse('"type" is missing');
  if (![...TYPES, ...PASSING_TYPES].includes(type)) {
    throw refuse(`"type" must be one of ${[...TYPES, ...PASSING_TYPES].join(', ')}`);
  }
  for (const field of ['text', 'name', 'locale', 'textFormat']) {
    const value = body[field];
    if (value !== undefined && value !== null && typeof value !== 'string')
      throw refuse(`"${field}" must be a text`);
  }
  if (typeof text === 'string' && text.length > MAX_TEXT_CHARACTERS) {
    throw channelErrors.MESSAGE_TOO_LONG({ length: text.length, limit: MAX_TEXT_CHARACTERS });
  }
  if (attachments !== undefined && attachments !== null) checkAttachments(attachments);
  if (from !== undefined && from !== null && !isRecord(from)) throw refuse('"from" must be an object');
  // Every field that the type promises was checked above; null counts as "not given".
  return Object.fromEntries(
    Object.entries(body).filter(([, value]) => value !== null),
  ) as unknown as Activity;
}

/** Whatever passes through unread is stored and given out again, so that there may not be much of it. */
function checkBytes({ text: _, ...rest }: Readonly<Record<string, unknown>>): void {
  const bytes = Buffer.byteLength(JSON.stringify(rest));
  if (bytes > MAX_BYTES_BESIDE_TEXT) {
    throw channelErrors.ACTIVITY_TOO_LARGE({ bytes, limit: MAX_BYTES_BESIDE_TEXT });
  }
}

/** Level by level, not by recursion, which is what deep nesting attacks. */
function isDeeperThan(value: unknown, limit: number): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap((part) => (typeof part === 'object' && part !== null ? Object.values(part) : []));
  }
  return false;
}

function checkAttachments(attachments: unknown): asserts attachments is readonly Attachment[] {
  if (!Array.isArray(attachments)) throw refuse('"attachments" must be a list');
  if (attachments.length > MAX_ATTACHMENTS) throw refuse(`at most ${MAX_ATTACHMENTS} attachments are taken`);
  for (const attachment of attachments) {
    if (!isRecord(attachment) || typeof attachment.contentType !== 'string') {
      throw refuse('each attachment needs a "contentType"');
    }
    for (const field of ['contentUrl', 'thumbnailUrl']) {
      const url = attachment[field];
      if (url !== undefined && !isSafeLink(url))
        throw refuse(`"${field}" must be an http, https or picture address`);
    }
  }
}

/** An agent will click on it: no `javascript:`, no `file:`, no page in a `data:` address. */
function isSafeLink(url: unknown): boolean {
  return typeof url === 'string' && /^(https?:\/\/|data:image\/(png|jpeg|gif|webp);base64,)/i.test(url);
}

function activityKey(activity: Activity): string {
  const { channelData } = activity;
  const given = isRecord(channelData) ? channelData.clientActivityID : undefined;
  if (typeof given !== 'string' || given === '') return randomId();
  return createHash('sha256').update(given).digest('base64url').slice(0, 24);
}

function refuse(reason: string) {
  return channelErrors.BAD_ARGUMENT({ reason });
}
