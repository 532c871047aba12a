import type { Activity } from '../../bot/contracts/activities.js';
import type { Quoted } from '../../bot/contracts/customers.js';
import { isRecord } from '../../index/platform/is-record.js';

const LONGEST_HTML = 20_000;
/** So much of a preview is looked for in the text of a message, in characters. */
const BEGINNING = 30;

/**
 * The message that a customer quotes; null for none. Clients tell it by an entity, by a placeholder in the text, by a
 * reference among the attachments, or by a block at the head of the copy of the words as HTML. Pure.
 * @param isPersonal whether one person alone talks there: in a channel every message answers to the first of its thread
 */
export function readQuoted(activity: Activity, isPersonal: boolean): Quoted | null {
  const { attachments, value } = activity;
  const block = quotationIn(htmlOf(attachments));
  const activityId =
    idInEntities(activity.entities) ??
    idInText(activity.text) ??
    block?.activityId ??
    referenceIn(attachments)?.activityId ??
    (isPersonal && value === undefined ? textIn(activity.replyToId) : null);
  const text = block?.text ?? referenceIn(attachments)?.text ?? null;
  return activityId === null && text === null ? null : { activityId, text };
}

/**
 * The customer's own words, where a client put those that they quote in front of them; null where it did not.
 */
export function wordsBehindQuotation({ text, attachments }: Activity): string | null {
  const html = htmlOf(attachments);
  const preview = plain(quotationIn(html)?.text ?? '').slice(0, BEGINNING);
  if (preview === '' || typeof text !== 'string' || !plain(text).includes(preview)) return null;
  const own = withoutTags(html.slice(html.lastIndexOf(BLOCK_END) + BLOCK_END.length));
  return own === '' ? null : own;
}

const BLOCK_END = '</blockquote>';

/** `<blockquote itemtype="…/Reply" itemid="…">` with a `<p itemprop="preview">` in it. */
function quotationIn(html: string): Quoted | null {
  const start = html.indexOf('<blockquote');
  const end = html.indexOf(BLOCK_END, start);
  if (start < 0 || end < 0) return null;
  const block = html.slice(start, end);
  const tag = block.slice(0, block.indexOf('>') + 1);
  if (!tag.includes('schema.skype.com/Reply')) return null;
  const previewAt = block.indexOf('itemprop="preview"');
  const words = previewAt < 0 ? '' : withoutTags(block.slice(block.indexOf('>', previewAt) + 1));
  return { activityId: /\bitemid="([^"<>]{1,200})"/.exec(tag)?.[1] ?? null, text: words || null };
}

function htmlOf(attachments: unknown): string {
  if (!Array.isArray(attachments)) return '';
  const copy = attachments.find(
    (attachment: unknown) => isRecord(attachment) && String(attachment.contentType).startsWith('text/html'),
  );
  return isRecord(copy) && typeof copy.content === 'string' ? copy.content.slice(0, LONGEST_HTML) : '';
}

function idInEntities(entities: unknown): string | null {
  if (!Array.isArray(entities)) return null;
  const entity = entities.find((one: unknown) => isRecord(one) && one.type === 'quotedReply');
  if (!isRecord(entity)) return null;
  const inner = isRecord(entity.quotedReply) ? entity.quotedReply : entity;
  return textIn(inner.messageId);
}

function idInText(text: unknown): string | null {
  if (typeof text !== 'string') return null;
  return /<quoted messageId="([^"<>]{1,200})"/i.exec(text)?.[1] ?? null;
}

/** An attachment `messageReference`, whose content is JSON or its text (Graph, "chatMessageAttachment"). */
function referenceIn(attachments: unknown): Quoted | null {
  if (!Array.isArray(attachments)) return null;
  const found = attachments.find((one: unknown) => isRecord(one) && one.contentType === 'messageReference');
  if (!isRecord(found)) return null;
  const content = isRecord(found.content) ? found.content : parsed(found.content);
  const activityId = textIn(content?.messageId) ?? textIn(found.id);
  return activityId === null ? null : { activityId, text: textIn(content?.messagePreview) };
}

function parsed(json: unknown): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = typeof json === 'string' ? JSON.parse(json.slice(0, LONGEST_HTML)) : null;
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

function withoutTags(html: string): string {
  const words = html.replace(/<[^<>]{0,2000}>/g, ' ');
  return plain(words.replace(/&(?:nbsp|lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? ' '));
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
