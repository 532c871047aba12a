import { describe, expect, it } from 'vitest';
import type { DeskMessage } from '../../../../../bot/contracts/desk.js';
import type { DeskNote } from '../../../../../bot/contracts/tools/desk-notes.js';
import { nameTyped, withName } from '../../../../../channels/desk/page/state/name-typed.js';
import { withNotes } from '../../../../../channels/desk/page/state/with-notes.js';

describe('a name that is typed in a note', () => {
  it.each([
    ['Vraag @No', 'no'],
    ['@', ''],
    ['@Tijs de', 'tijs de'],
    ['noor@example', null],
    ['Noor', null],
    ['@Noor\nen', null],
  ])('of "%s" is %j', (text, beginning) => {
    expect(nameTyped(text, text.length)?.beginning ?? null).toBe(beginning);
  });

  it('is completed where the caret stands', () => {
    expect(withName('Vraag @No of het kan', 9, 'Noor')).toBe('Vraag @Noor of het kan');
    expect(withName('Vraag het', 9, 'Noor')).toBe('Vraag het');
  });
});

it('notes stand where they were written, behind what came at the same moment', () => {
  const message = (id: string, at: string) => ({ id, at }) as DeskMessage;
  const note = (id: string, at: string) => ({ id, at, mentioned: [] as string[] }) as unknown as DeskNote;
  const lines = withNotes(
    [message('a', '1'), message('b', '3')],
    [note('x', '0'), note('y', '1'), note('z', '4')],
  );
  expect(lines.map(({ id }) => id)).toEqual(['x', 'a', 'y', 'b', 'z']);
});
