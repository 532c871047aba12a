import type { DeskConversation, DeskEntry, Mood } from '../contracts/desk.js';
import { awayFrom } from '../handoff/agent-presence.js';
import type { Doors } from '../outbox/doors.js';
import { parseReference } from '../store/conversations.js';
import { type DeskRow, deskRow, deskRows } from '../store/handoffs/desk-rows.js';
import { holderOf, priorityOf } from '../store/handoffs/handoff-columns.js';
import { parseGuess } from '../store/messages/stored-words.js';
import { newestMessages } from '../store/messages/transcript.js';
import type { Store } from '../store/store.js';
import type { TurnState } from '../turn/contracts.js';
import { deskMessages } from './desk-messages.js';

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
    messages: deskMessages(messages, row),
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
