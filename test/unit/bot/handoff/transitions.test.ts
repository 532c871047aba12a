import { describe, expect, it } from 'vitest';
import type { HandoffState } from '../../../../bot/contracts/messages.js';
import { type HandoffMove, transition } from '../../../../bot/handoff/transitions.js';

const MOVES: HandoffMove[] = [
  'offer',
  'decline',
  'request',
  'cancel',
  'claim',
  'give-back',
  'close',
  'expire',
  'take-over',
  'return',
];

/** Where each move leads, in the order of MOVES; a dash where it is illegal. */
const EXPECTED: Record<HandoffState, string> = {
  'with-bot': '  offered  with-bot waiting with-bot -          -        -      -       -          -',
  offered: '     offered  with-bot waiting with-bot -          -        -      -       -          -',
  waiting: '     -        with-bot waiting with-bot with-agent -        -      expired -          -',
  'with-agent': '-        -        -       -        -          with-bot solved -       with-agent waiting',
  solved: '      offered  with-bot waiting with-bot -          -        -      -       -          -',
  expired: '     offered  with-bot waiting with-bot -          -        -      -       -          -',
};

const rows = (Object.keys(EXPECTED) as HandoffState[]).flatMap((state) => {
  const targets = EXPECTED[state].trim().split(/\s+/);
  return MOVES.map((move, index) => ({ state, move, target: targets[index] ?? '' }));
});

describe('the table of hand-off moves', () => {
  it('has a row for every state and move', () => {
    expect(rows).toHaveLength(6 * MOVES.length);
    expect(rows.every((row) => row.target !== '')).toBe(true);
  });

  it.each(rows.filter((row) => row.target !== '-'))('$state, $move → $target', ({ state, move, target }) => {
    expect(transition(state, move)).toBe(target);
  });

  it.each(rows.filter((row) => row.target === '-'))('$state, $move is illegal', ({ state, move }) => {
    expect(() => transition(state, move)).toThrow(
      expect.objectContaining({ code: 'HANDOFF_MOVE_ILLEGAL', facts: { state, move } }),
    );
  });
});
