import type { DeskConversation, DeskEntry, DeskMessage, Mood } from '../contracts/desk.js';
import type { OutgoingMessage } from '../contracts/messages.js';
import { awayFrom } from '../handoff/agent-presence.js';
import type { Doors } from '../outbox/doors.js';
import type { IncomingDetails } from '../reception/incoming-message.js';
import { parseReference } from '../store/conversations.js';
import { type DeskRow, deskRow, deskRows } from '../store/handoffs/desk-rows.js';
import { holderOf, priorityOf } from '../store/handoffs/handoff-columns.js';
import { parseGuess, parseMessage } from '../store/messages/stored-words.js';
import { newestMessages } from '../store/messages/transcript.js';
import type { Store } from '../store/store.js';
import type { ConversationRow, MessageRow } from '../store/tables.js';
import type { TurnState } from '../turn/contracts.js';

/** Newest messages of a conversation that the desk shows. */
const MOST_MESSAGES = 1_000;

export interface EntryParts {
  readonly store: Store;
  readonly doors: Doors;
  /** How long an agent may have no connection, in milliseconds. */
  readonly awayMs: number;
}

/** Waiting conversations in the order of the queue, then those that agents have, in the order they were claimed. */
export async function deskEntries({ store, doors, awayMs }: EntryParts): Promise<DeskEntry[]> {
  const rows = await deskRows(store);
  const entries = rows.map((row) => toEntry(row, doors, awayMs));
  return [
    ...entries.filter((entry) => entry.state === 'waiting'),
    ...entries
      .filter((entry) => entry.state === 'with-agent')
      .sort((a, b) => (a.claimedAt ?? '').localeCompare(b.claimedAt ?? '')),
  ];
}

/** A conversation with all that was said; null when there is none, or when it never had a hand-off. */
export async function deskConversation(
  { store, doors, awayMs }: EntryParts,
  conversationId: string,
): Promise<DeskConversation | null> {
  const row = await deskRow(store, conversationId);
  if (!row) return null;
  const messages = await newestMessages(store, conversationId, MOST_MESSAGES);
  return {
    entry: toEntry(row, doors, awayMs),
    messages: messages
      .filter((row) => !onlyShowsChoice(row))
      .map((message) => toDeskMessage(message, row))
      .filter((message) => message.text !== ''),
    bestGuess: row.bestGuess === null ? null : parseGuess(row.bestGuess),
    isGuessRight: row.isGuessRight === null ? null : row.isGuessRight === 1,
  };
}

function toEntry(row: DeskRow, doors: Doors, awayMs: number): DeskEntry {
  const transport = doors.transportOf(parseReference(row.reference).door);
  return {
    conversationId: row.conversationId,
    channelId: row.channelId,
    customerName: row.customerName,
    language: row.language ?? 'nl',
    state: row.state,
    reason: row.reason,
    priority: priorityOf(row.priority),
    mood: moodIn(row.turnState),
    question: row.question.replaceAll(/\s+/g, ' ').trim(),
    waitingSince: row.requestedAt ?? row.createdAt,
    holder: holderOf(row),
    claimedAt: row.claimedAt,
    awayFrom: awayFrom(row.returnsAt, awayMs),
    returnedAt: row.returnedAt,
    customerWroteAt: row.customerWroteAt,
    replyUntil: transport?.replyUntil?.('agent', row.customerWroteAt) ?? null,
    isUnreachable: row.isUnreachable === 1,
  };
}

function moodIn(turnState: string | null): Mood {
  return (turnState === null ? null : (JSON.parse(turnState) as Partial<TurnState>).mood) ?? 'calm';
}

function toDeskMessage(row: MessageRow, receipts: Receipts): DeskMessage {
  const isIncoming = row.direction === 'in';
  const message = isIncoming ? null : parseMessage(row.message);
  return {
    id: row.id,
    from: row.speakerKind,
    name: row.speakerName,
    text: isIncoming ? withFiles(row) : row.text,
    tree: row.speakerKind === 'bot' ? (message?.tree ?? null) : null,
    at: row.createdAt,
    delivery: deliveryOf(row, receipts),
    problem: row.problem,
    source: message?.source ?? null,
  };
}

/** Whether it shows what was said before, with the choice that was tapped. */
function onlyShowsChoice(row: MessageRow): boolean {
  return row.replacesId !== null && (JSON.parse(row.message) as OutgoingMessage).chosen !== undefined;
}

type Receipts = Pick<ConversationRow, 'deliveredUntil' | 'readUntil'>;

/** How far the clocks of channels and ours may differ. */
const CLOCK_MS = 3_000;

function deliveryOf(row: MessageRow, { deliveredUntil, readUntil }: Receipts): DeskMessage['delivery'] {
  if (row.status === 'received' || row.status === 'handled') return null;
  if (row.status !== 'sent') return row.status;
  const sentAt = Date.parse(row.sentAt ?? row.createdAt);
  const isCovered = (until: string | null) => until !== null && sentAt <= Date.parse(until) + CLOCK_MS;
  if (isCovered(readUntil)) return 'read';
  return isCovered(deliveredUntil) ? 'delivered' : 'sent';
}

/** What a customer wrote, then each file on a line of its own. */
function withFiles(row: MessageRow): string {
  const { files } = JSON.parse(row.message) as IncomingDetails;
  const lines = files.map((file) => [file.name || file.contentType, file.url].filter(Boolean).join(' '));
  return [row.text, ...lines].filter((line) => line !== '').join('\n');
}
