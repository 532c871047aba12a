import type { DeskMessage } from '../../../../bot/contracts/desk.js';
import type { DeskNote } from '../../../../bot/contracts/tools/desk-notes.js';

/** Messages in their own order, each note behind those that were there when it was written. */
export function withNotes(
  messages: readonly DeskMessage[],
  notes: readonly DeskNote[],
): readonly (DeskMessage | DeskNote)[] {
  const lines: (DeskMessage | DeskNote)[] = [];
  let next = 0;
  for (const message of messages) {
    for (let note = notes[next]; note !== undefined && note.at < message.at; note = notes[++next])
      lines.push(note);
    lines.push(message);
  }
  return [...lines, ...notes.slice(next)];
}
