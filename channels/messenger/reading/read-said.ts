import type { Attachment } from '../../../bot/contracts/activities.js';
import type { CustomerOrigin } from '../../../bot/contracts/customers.js';
import type { MessengerEvent, MessengerReferral } from './event-schema.js';
import { readAttachments } from './read-attachments.js';

/** What a customer did in an event, whichever door it came by. */
export type CustomerAction =
  /** Came in: "Get Started", a link to the page, a plugin. */
  | {
      readonly kind: 'welcome';
      /** Whether it counts as writing: a tap does, coming by a link does not. */
      readonly isContact: boolean;
      /** By what link or advertisement; null where that is not told. */
      readonly cameBy: CustomerOrigin | null;
    }
  /** Took a message back, or gave it other words. */
  | { readonly kind: 'taken-back'; readonly mid: string }
  | { readonly kind: 'corrected'; readonly mid: string; readonly text: string }
  | {
      readonly kind: 'message';
      readonly text: string;
      /** What a tap means, as it stood in the button; the bot checks it. Null where nothing of ours was tapped. */
      readonly value: object | null;
      readonly attachments: readonly Attachment[];
      /** `mid` of the message that the customer answers; null for none. */
      readonly replyTo: string | null;
      readonly cameBy: CustomerOrigin | null;
    };

/** Payload of the button that starts a conversation, as the messenger profile sets it. */
const GET_STARTED = 'GET_STARTED';

/** What carries words, or takes them away. */
export type Saying = Exclude<CustomerAction, { kind: 'welcome' }>;

/** The fields of an activity that carry what was said. */
export function messageFieldsOf(said: Saying) {
  if (said.kind === 'taken-back') return { type: 'messageDelete', id: said.mid };
  if (said.kind === 'corrected') return { type: 'messageUpdate', id: said.mid, text: said.text };
  const { text, value, attachments, replyTo } = said;
  return {
    type: 'message',
    text,
    ...(value === null ? {} : { value }),
    ...(attachments.length === 0 ? {} : { attachments }),
    ...(replyTo === null ? {} : { quoted: { activityId: replyTo, text: null } }),
    ...cameByOf(said),
  };
}

/** The field of an activity that tells how a customer came. */
export function cameByOf({ cameBy }: { readonly cameBy: CustomerOrigin | null }) {
  return cameBy === null ? {} : { cameBy };
}

/** What an event says for the customer; null where it is not the customer who says something. */
export function readSaid(event: MessengerEvent): CustomerAction | null {
  const { message, message_edit: edit, postback } = event;
  if (message?.is_echo) return null;
  if (message?.is_deleted) return message.mid ? { kind: 'taken-back', mid: message.mid } : null;
  if (message) return readMessage(message);
  // Words without the message that they change are a message of their own.
  if (edit?.text !== undefined && edit.text !== '')
    return edit.mid ? { kind: 'corrected', mid: edit.mid, text: edit.text } : plain(edit.text);
  if (postback) return readPostback(postback);
  if (event.referral) return { kind: 'welcome', isContact: false, cameBy: originIn(event.referral) };
  // What is agreed to, or stopped, are notifications, which this program never sends.
  const isEntry = event.optin !== undefined && event.optin.type === undefined;
  return isEntry ? { kind: 'welcome', isContact: true, cameBy: originIn({ ref: event.optin?.ref }) } : null;
}

/** A message without anything readable (a poll, a call) stays one: whoever writes gets an answer. */
function readMessage(message: NonNullable<MessengerEvent['message']>): CustomerAction {
  const attached = readAttachments(message.attachments ?? []);
  return {
    kind: 'message',
    text: message.text || attached.text,
    value: tapIn(message.quick_reply?.payload),
    attachments: attached.attachments,
    replyTo: message.reply_to?.mid ?? null,
    cameBy: originIn(message.referral),
  };
}

/** Buttons, the menu and ice breakers; where the payload is not a choice of ours, the words on the button count. */
function readPostback({ title, payload, referral }: NonNullable<MessengerEvent['postback']>): CustomerAction {
  const cameBy = originIn(referral);
  if (payload === GET_STARTED) return { kind: 'welcome', isContact: true, cameBy };
  return { ...plain(title ?? ''), value: tapIn(payload), cameBy };
}

function plain(text: string) {
  return { kind: 'message', text, value: null, attachments: [], replyTo: null, cameBy: null } as const;
}

/** An advertisement by its title where Meta tells one. What the company put into a link is no word of the customer. */
function originIn(referral: MessengerReferral | undefined): CustomerOrigin | null {
  if (!referral) return null;
  const ad = referral.ads_context_data?.ad_title || referral.ad_id || null;
  const ref = referral.ref || (referral.product?.id ?? null);
  if (ad === null && ref === null) return null;
  return { kind: ad !== null || referral.source === 'ADS' ? 'ad' : 'link', ref, ad };
}

/** Payloads of ours are a choice as JSON, an object with an `action`. */
function tapIn(payload: string | undefined): object | null {
  if (!payload?.startsWith('{')) return null;
  try {
    const value: unknown = JSON.parse(payload);
    return typeof value === 'object' && value !== null && 'action' in value ? value : null;
  } catch {
    return null;
  }
}
