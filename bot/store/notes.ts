import { randomUUID } from 'node:crypto';
import type { NoteAgent } from '../contracts/tools/desk-notes.js';
import type { NoteRow } from './desk/note-rows.js';
import type { Store, Write } from './store.js';

/** Newest mentions that are listed. */
const MOST_MENTIONS = 50;

/** The notes of a conversation, the oldest first, with the names that each mentions. */
export async function notesOf(store: Store, conversationId: string) {
  const notes = await store
    .selectFrom('notes')
    .select(['id', 'agentName', 'text', 'createdAt'])
    .where('conversationId', '=', conversationId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  if (notes.length === 0) return [];
  const mentions = await store
    .selectFrom('mentions')
    .select(['noteId', 'agentName'])
    .where('conversationId', '=', conversationId)
    .orderBy('agentName')
    .execute();
  return notes.map((note) => ({
    ...note,
    mentioned: mentions.filter(({ noteId }) => noteId === note.id).map(({ agentName }) => agentName),
  }));
}

/** What an agent wrote in a conversation under a key; undefined when nothing. */
export async function noteUnder(
  store: Store,
  { conversationId, agentId, noteKey }: Pick<NoteRow, 'conversationId' | 'agentId' | 'noteKey'>,
): Promise<string | undefined> {
  const row = await store
    .selectFrom('notes')
    .select('text')
    .where('conversationId', '=', conversationId)
    .where('agentId', '=', agentId)
    .where('noteKey', '=', noteKey)
    .executeTakeFirst();
  return row?.text;
}

/** How many notes a conversation has, and when the newest was written; null where there is none. */
export async function countNotes(
  store: Store,
  conversationId: string,
): Promise<{ readonly count: number; readonly newest: string | null }> {
  const { count, newest } = await store
    .selectFrom('notes')
    .select(({ fn }) => [fn.countAll<number | string>().as('count'), fn.max('createdAt').as('newest')])
    .where('conversationId', '=', conversationId)
    .executeTakeFirstOrThrow();
  return { count: Number(count), newest };
}

/** Keeps a note with whom it mentions; who writes it has seen it. */
export async function insertNote(
  write: Write,
  note: Omit<NoteRow, 'id'>,
  mentioned: readonly NoteAgent[],
): Promise<void> {
  const id = randomUUID();
  await write
    .insertInto('notes')
    .values({ ...note, id })
    .execute();
  if (mentioned.length === 0) return;
  const rows = mentioned.map((agent) => ({
    noteId: id,
    agentId: agent.id,
    conversationId: note.conversationId,
    agentName: agent.name,
    seenAt: agent.id === note.agentId ? note.createdAt : null,
  }));
  await write.insertInto('mentions').values(rows).execute();
}

/** Where an agent is mentioned and has not looked since, the newest first. */
export function unseenMentions(store: Store, agentId: string) {
  return store
    .selectFrom('mentions')
    .innerJoin('notes', 'notes.id', 'mentions.noteId')
    .innerJoin('conversations', 'conversations.id', 'mentions.conversationId')
    .select([
      'mentions.noteId',
      'mentions.conversationId',
      'conversations.customerName',
      'notes.agentName as by',
      'notes.text',
      'notes.createdAt as at',
    ])
    .where('mentions.agentId', '=', agentId)
    .where('mentions.seenAt', 'is', null)
    .orderBy('notes.createdAt', 'desc')
    .limit(MOST_MENTIONS)
    .execute();
}

/** @param at when, ISO 8601 in UTC */
export async function markMentionsSeen(
  store: Store,
  conversationId: string,
  agentId: string,
  at: string,
): Promise<void> {
  await store
    .updateTable('mentions')
    .set({ seenAt: at })
    .where('conversationId', '=', conversationId)
    .where('agentId', '=', agentId)
    .where('seenAt', 'is', null)
    .execute();
}
