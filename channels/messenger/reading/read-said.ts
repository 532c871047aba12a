import type { Attachment } from '../../../bot/contracts/activities.js';
import type { MessengerEvent } from './event-schema.js';
import { readAttachments } from './read-attachments.js';

/** What a customer did in an event, whichever door it came by. */
export type CustomerAction =
  /** Came in: "Get Started", a link to the page, a plugin. */
  | {
      readonly kind: 'welcome';
      /** Whether it counts as writing: a tap does, coming by a link does not. */
      readonly isContact: boolean;
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
    };

/** Payload of the button that starts a conversation, as the messenger profile sets it. */
const GET_STARTED = 'GET_STARTED';

/** What carries words, or takes them away. */
export type Saying = Exclude<CustomerAction, { kind: 'welcome' }>;

/** The fields of an activity that carry what was said. */
export function messageFieldsOf(said: Saying) {
  if (said.kind === 'taken-back') return { type: 'messageDelete', id: said.mid };
  if (said.kind === 'corrected') return { type: 'messageUpdate', id: said.mid, text: said.text };
  const { text, value, attachments } = said;
  return {
    type: 'message',
    text,
    ...(value === null ? {} : { value }),
    ...(attachments.length === 0 ? {} : { attachments }),
  };
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
  if (event.referral) return { kind: 'welcome', isContact: false };
  // What is agreed to, or stopped, are notifications, which this program never sends.
  const isEntry = event.optin !== undefined && event.optin.type === undefined;
  return isEntry ? { kind: 'welcome', isContact: true } : null;
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
  };
}

/** Buttons, the menu and ice breakers; where the payload is not a choice of ours, the words on the button count. */
function readPostback({ title, payload }: NonNullable<MessengerEvent['postback']>): CustomerAction {
  if (payload === GET_STARTED) return { kind: 'welcome', isContact: true };
  return { ...plain(title ?? ''), value: tapIn(payload) };
}

function plain(text: string) {
  return { kind: 'message', text, value: null, attachments: [], replyTo: null } as const;
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
