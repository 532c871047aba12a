import { describe, expect, it } from 'vitest';
import type { DeskEntry } from '../../../../bot/contracts/desk.js';
import { createToldEntries, isEmpty } from '../../../../channels/desk/live/entry-difference.js';
import { applyDifference } from '../../../../channels/desk/page/state/apply-difference.js';
import { fc } from '../../../support/properties.js';

/** A row, told from others by its conversation and from its earlier self by its question. */
function row(conversationId: string, question = ''): DeskEntry {
  return { conversationId, question } as DeskEntry;
}

function between(before: readonly DeskEntry[], after: readonly DeskEntry[]) {
  const told = createToldEntries();
  told.next(before);
  return told.next(after);
}

const lists = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 2 })), {
  selector: ([id]) => id,
  maxLength: 30,
});
const rowsOf = (list: readonly (readonly [number, number])[]) =>
  list.map(([id, word]) => row(`c${id}`, `${word}`));

describe('a difference of the desk’s rows', () => {
  it('makes of any rows any others', () => {
    fc.assert(
      fc.property(lists, lists, (one, other) => {
        const [before, after] = [rowsOf(one), rowsOf(other)];
        expect(applyDifference(before, between(before, after))).toEqual(after);
      }),
    );
  });

  it('is empty where nothing changed', () => {
    const rows = [row('a'), row('b')];
    expect(isEmpty(between(rows, rows))).toBe(true);
  });

  it('tells everything to whoever knows nothing', () => {
    const rows = [row('a'), row('b')];
    expect(applyDifference([], createToldEntries().next(rows))).toEqual(rows);
  });

  it('of a thousand rows of which one changed is that row', () => {
    const before = Array.from({ length: 1_000 }, (_, index) => row(`c${index}`));
    const after = before.map((entry, index) => (index === 500 ? row('c500', 'new words') : entry));
    expect(between(before, after)).toEqual({ rows: [row('c500', 'new words')], gone: [], places: [] });
  });

  it('moves one row where one comes before the others', () => {
    const [a, b, c] = [row('a'), row('b'), row('c')];
    expect(between([a, b, c], [c, a, b])).toEqual({ rows: [], gone: [], places: [{ id: 'c', after: null }] });
  });
});
