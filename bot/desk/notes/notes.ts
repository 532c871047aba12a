import type { Clock } from '../../../index/platform/clock.js';
import type { DeskNote, DeskNotes } from '../../contracts/tools/desk-notes.js';
import type { ConversationChanges } from '../../conversations/conversation-changes.js';
import { allAgents } from '../../store/accounts/agents.js';
import type { NoteRow } from '../../store/desk/note-rows.js';
import { customerOf } from '../../store/handoffs/past-contacts.js';
import {
  countNotes,
  insertNote,
  markMentionsSeen,
  notesOf,
  noteUnder,
  unseenMentions,
} from '../../store/notes.js';
import type { Store, Write } from '../../store/store.js';
import { mentionedIn } from './mentioned-in.js';

export interface NoteParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly changes: ConversationChanges;
}

/** Longest note, in UTF-16 units, and how many one conversation can have. */
const LONGEST_NOTE = 4_000;
export const MOST_NOTES = 200;

/** Notes of agents among themselves, on the conversation store. They are no messages: nothing that sends reads them. */
export function createNotes({ store, clock, changes }: NoteParts): DeskNotes {
  return {
    async add(conversationId, agent, text, key) {
      const kept = text.trim().slice(0, LONGEST_NOTE);
      const of = { conversationId, agentId: agent.id, noteKey: key };
      const outcome = await store.transaction().execute(async (write) => {
        if (!(await customerOf(write, conversationId))) return { kind: 'unknown-conversation' } as const;
        const before = await noteUnder(write, of);
        if (before !== undefined) return { kind: before === kept ? 'done' : 'key-used' } as const;
        if (kept === '') return { kind: 'done' } as const;
        const { count, newest } = await countNotes(write, conversationId);
        if (count >= MOST_NOTES) {
          return { kind: 'too-many', most: MOST_NOTES } as const;
        }
        const note = { ...of, agentName: agent.name, text: kept };
        await keepNote(write, note, { said: kept, newest, now: clock.now() });
        return { kind: 'done' } as const;
      });
      if (outcome.kind === 'done') changes.announce(conversationId);
      return outcome;
    },
    mentions: (agent) => unseenMentions(store, agent.id),
    saw: (conversationId, agent) =>
      markMentionsSeen(store, conversationId, agent.id, clock.now().toISOString()),
  };
}

/**
 * Keeps a note, with whom it mentions.
 * @param by.said the words of it in which an agent mentions others. `newest`: when the newest note of the conversation was
 *   written; null where there is none
 */
export async function keepNote(
  write: Write,
  note: Omit<NoteRow, 'id' | 'createdAt'>,
  { said, newest, now }: { readonly said: string; readonly newest: string | null; readonly now: Date },
): Promise<void> {
  // Later than the one before, so that two of one millisecond stand as they came.
  const after = newest === null ? 0 : Date.parse(newest) + 1;
  const createdAt = new Date(Math.max(now.getTime(), after)).toISOString();
  await insertNote(write, { ...note, createdAt }, mentionedIn(said, await allAgents(write)));
}

/** The notes of a conversation as the desk shows them. */
export async function deskNotes(store: Store, conversationId: string): Promise<DeskNote[]> {
  const rows = await notesOf(store, conversationId);
  return rows.map(({ id, agentName, text, createdAt, mentioned }) => ({
    id,
    name: agentName,
    text,
    at: createdAt,
    mentioned,
  }));
}
