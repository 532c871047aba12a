import type { Activity } from '../../../bot/contracts/activities.js';
import type {
  AnswerTree,
  ChoiceValue,
  ConversationStatus,
  OutgoingMessage,
} from '../../../bot/contracts/messages.js';

/** A file that came with a message; `url` is absolute and http(s). */
export interface SharedFile {
  readonly name: string;
  readonly url: string | null;
  /** '' where it is not told. */
  readonly contentType: string;
  /** Null where it is not told. */
  readonly bytes: number | null;
}

/** What an activity of the stream means for the page. */
export type Incoming =
  | {
      readonly kind: 'message';
      readonly id: string;
      readonly at: string;
      readonly message: OutgoingMessage;
      readonly files: readonly SharedFile[];
    }
  | {
      readonly kind: 'own';
      readonly id: string;
      readonly at: string;
      /** The id that this widget, here or in another tab, gave the message; null when something else posted it. */
      readonly clientId: string | null;
      readonly text: string;
      readonly files: readonly SharedFile[];
      /** Whether the server did not take it in; the bot says why. */
      readonly isRefused: boolean;
    }
  | { readonly kind: 'typing'; readonly name: string }
  | { readonly kind: 'status'; readonly status: ConversationStatus }
  /** An agent has read the customer's message with this id, and all before it. */
  | { readonly kind: 'read'; readonly id: string }
  | { readonly kind: 'nothing'; readonly clientId: string | null };

/**
 * Reads an activity (Bot Framework protocol). Messages of our bot carry an `OutgoingMessage` in `channelData.message`;
 * any other bot's text, attachments and suggested actions are read as well.
 * @param userId the `user` claim of the token: activities from it are the customer's own
 * @param base address of the server, for relative links to files
 */
export function readActivity(activity: Activity, userId: string, base: string): Incoming {
  const extra = fieldsOf(activity.channelData);
  const clientId = textOf(extra.clientActivityID);
  const isOwn = activity.from?.id === userId || activity.from?.role === 'user';
  const speaker = activity.from?.name ?? '';
  if (activity.type === 'typing') return isOwn ? nothing(clientId) : { kind: 'typing', name: speaker };
  if (activity.name === 'conversation/read') {
    const id = textOf(fieldsOf(activity.value).activityId);
    return isOwn || id === null ? nothing(clientId) : { kind: 'read', id };
  }
  if (activity.type === 'event') return readEvent(activity, extra, clientId);
  if (activity.type !== 'message') return nothing(clientId);
  const common = {
    id: activity.id ?? clientId ?? '',
    at: activity.timestamp ?? '',
    files: readFiles(activity, base),
  };
  if (isOwn) {
    const isRefused = extra.refusal !== undefined;
    return { kind: 'own', ...common, clientId, text: activity.text ?? '', isRefused };
  }
  const message = readMessage(extra.message, base) ?? plainMessage(speaker, activity);
  return { kind: 'message', ...common, message };
}

function readEvent(
  activity: Activity,
  extra: Readonly<Record<string, unknown>>,
  clientId: string | null,
): Incoming {
  const value = fieldsOf(activity.value);
  const status = [value.status, activity.value, fieldsOf(extra.message).status].find(
    (candidate) => typeof fieldsOf(candidate).handoff === 'string',
  );
  return status ? { kind: 'status', status: status as ConversationStatus } : nothing(clientId);
}

/** Checks what the page relies on; the rest may be missing in a message of an older server. */
function readMessage(value: unknown, base: string): OutgoingMessage | null {
  const fields = fieldsOf(value);
  const speaker = fieldsOf(fields.speaker);
  if (typeof fields.text !== 'string' || typeof speaker.name !== 'string') return null;
  const more = fieldsOf(fields.more);
  return {
    source: null,
    feedback: null,
    status: null,
    isQuote: false,
    language: 'en',
    ...(value as Partial<OutgoingMessage>),
    more: fields.more ? { ...(more as NonNullable<OutgoingMessage['more']>), tree: treeIn(more) } : null,
    text: fields.text,
    tree: treeIn(fields),
    speaker:
      speaker.kind === 'agent'
        ? { kind: 'agent', name: speaker.name, ...pictureIn(speaker, base) }
        : { kind: 'bot', name: speaker.name },
    choices: Array.isArray(fields.choices) ? (fields.choices as OutgoingMessage['choices']) : [],
  };
}

/** The picture of an agent, which only the server itself serves. */
function pictureIn({ picture }: Readonly<Record<string, unknown>>, base: string): { picture?: string } {
  const isOurs = typeof picture === 'string' && /^\/api\/agent-pictures\/[\w-]{1,64}$/.test(picture);
  return isOurs ? { picture: new URL(picture, base).href } : {};
}

/** Empty where the message comes without one. */
function treeIn({ tree }: Readonly<Record<string, unknown>>): AnswerTree {
  return Array.isArray(tree) ? (tree as AnswerTree) : [];
}

function plainMessage(name: string, activity: Activity): OutgoingMessage {
  const actions = fieldsOf(activity.suggestedActions).actions;
  const choices = (Array.isArray(actions) ? actions : []).map(fieldsOf).map((action) => ({
    title: textOf(action.title) ?? textOf(action.value) ?? '',
    value: action.value as ChoiceValue,
  }));
  return {
    speaker: { kind: 'bot', name },
    text: activity.text ?? '',
    tree: [],
    isQuote: false,
    language: activity.locale?.startsWith('nl') ? 'nl' : 'en',
    more: null,
    source: null,
    choices: choices.filter((choice) => choice.title !== ''),
    feedback: null,
    status: null,
  };
}

function readFiles(activity: Activity, base: string): SharedFile[] {
  const attachments = Array.isArray(activity.attachments) ? activity.attachments : [];
  return attachments.map(fieldsOf).map((attachment) => ({
    name: textOf(attachment.name) ?? textOf(attachment.contentType) ?? '?',
    url: webAddress(textOf(attachment.contentUrl), base),
    contentType: textOf(attachment.contentType) ?? '',
    bytes: typeof attachment.bytes === 'number' ? attachment.bytes : null,
  }));
}

function webAddress(address: string | null, base: string): string | null {
  try {
    const url = new URL(address ?? '', base);
    return address && /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

function nothing(clientId: string | null): Incoming {
  return { kind: 'nothing', clientId };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
