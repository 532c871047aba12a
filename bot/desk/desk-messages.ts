import type { DeskQuotation } from '../contracts/customers.js';
import type { DeskFile, DeskMessage } from '../contracts/desk.js';
import type { MessageFile } from '../contracts/message-file.js';
import type { AnswerTree, OutgoingMessage } from '../contracts/messages.js';
import type { IncomingDetails } from '../reception/incoming-message.js';
import { parseMessage } from '../store/messages/stored-words.js';
import type { ConversationRow, MessageRow } from '../store/tables.js';

/** What the channel told of what arrived. */
type Receipts = Pick<ConversationRow, 'deliveredUntil' | 'readUntil'> & { readonly channelId?: string };

/** Messages as the desk shows them; what shows no words, or only what was said before, is left out. */
export function deskMessages(rows: readonly MessageRow[], receipts: Receipts): DeskMessage[] {
  const known = new Map(rows.map((row) => [row.id, row]));
  return rows
    .filter((row) => !onlyShowsChoice(row))
    .map((row) => ({ ...toDeskMessage(row, receipts), ...contextOf(row, known) }))
    .filter(
      ({ text, files, cards, change }) =>
        text !== '' || files !== undefined || cards !== undefined || change === 'taken-back',
    );
}

function toDeskMessage(row: MessageRow, receipts: Receipts): DeskMessage {
  const isIncoming = row.direction === 'in';
  const message = isIncoming ? null : parseMessage(row.message);
  const change = isIncoming ? changeOf(row) : null;
  const files = isIncoming ? filesOf(row) : (message?.files ?? []).map(keptFileOf);
  return {
    id: row.id,
    from: row.speakerKind,
    name: row.speakerName,
    text: row.text,
    tree: row.speakerKind === 'bot' && message ? treeOf(message) : null,
    at: row.createdAt,
    delivery: deliveryOf(row, receipts),
    problem: row.problem,
    source: message?.source ?? null,
    ...(isPartlySent(row) ? { isPartlySent: true } : {}),
    ...(change === null ? {} : { change }),
    ...(files.length === 0 ? {} : { files }),
  };
}

function treeOf({ before = [], tree }: OutgoingMessage): AnswerTree {
  return [...before.flatMap(treeOf), ...tree];
}

/** What the customer sent and answers to beside words; what is quoted is read where it stands, so that it goes with it. */
function contextOf(
  row: MessageRow,
  known: ReadonlyMap<string, MessageRow>,
): Pick<DeskMessage, 'cards' | 'quoted'> {
  if (row.direction !== 'in') return {};
  const { cards, quoted } = JSON.parse(row.message) as IncomingDetails;
  const shown = quoted && quotationOf(quoted, known);
  return { ...(cards === undefined ? {} : { cards }), ...(shown ? { quoted: shown } : {}) };
}

const LONGEST_QUOTATION = 300;

function quotationOf(
  quoted: NonNullable<IncomingDetails['quoted']>,
  known: ReadonlyMap<string, MessageRow>,
): DeskQuotation | null {
  if ('text' in quoted) return { from: null, name: '', text: quoted.text.slice(0, LONGEST_QUOTATION) };
  const row = known.get(quoted.messageId);
  if (!row || row.text === '') return null;
  return { from: row.speakerKind, name: row.speakerName, text: beginningOf(row.text) };
}

/** The beginning of words that may be Markdown, in one line. */
function beginningOf(text: string): string {
  const line = text
    .slice(0, 4 * LONGEST_QUOTATION)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > LONGEST_QUOTATION ? `${line.slice(0, LONGEST_QUOTATION).trimEnd()} …` : line;
}

function isPartlySent({ status, sentIds }: MessageRow): boolean {
  return status === 'failed' && sentIds !== null && (JSON.parse(sentIds) as unknown[]).length > 0;
}

function changeOf(row: MessageRow): NonNullable<DeskMessage['change']> | null {
  const { takenBackAt, correctedAt } = JSON.parse(row.message) as IncomingDetails;
  if (takenBackAt !== undefined) return 'taken-back';
  return correctedAt === undefined ? null : 'corrected';
}

/** Whether it shows what was said before, with the choice that was tapped. */
function onlyShowsChoice(row: MessageRow): boolean {
  return row.replacesId !== null && (JSON.parse(row.message) as OutgoingMessage).chosen !== undefined;
}

/** How far the clocks of channels and ours may differ. */
const CLOCK_MS = 3_000;
/** Here the times of receipts are those that we gave: what an agent says a second later is not read as well. */
const CHANNEL_OF_OUR_CLOCK = 'directline';

function deliveryOf(
  row: MessageRow,
  { deliveredUntil, readUntil, channelId }: Receipts,
): DeskMessage['delivery'] {
  if (row.status === 'received' || row.status === 'handled') return null;
  if (row.status !== 'sent') return row.status;
  const sentAt = Date.parse(row.sentAt ?? row.createdAt);
  const leewayMs = channelId === CHANNEL_OF_OUR_CLOCK ? 0 : CLOCK_MS;
  const isCovered = (until: string | null) => until !== null && sentAt <= Date.parse(until) + leewayMs;
  if (isCovered(readUntil)) return 'read';
  return isCovered(deliveredUntil) ? 'delivered' : 'sent';
}

/** What a customer sent. The address of ours is made by whoever shows it. */
function filesOf(row: MessageRow): DeskFile[] {
  const { files } = JSON.parse(row.message) as IncomingDetails;
  return files.map((file) => ({
    id: file.id ?? null,
    name: file.name || file.contentType,
    contentType: file.contentType,
    bytes: file.bytes ?? null,
    url: file.id === undefined ? file.url : null,
  }));
}

function keptFileOf({ id, name, contentType, bytes }: MessageFile): DeskFile {
  return { id, name, contentType, bytes, url: null };
}
