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
  'answer-elsewhere',
  'take',
  'transfer',
  'snooze',
  'wake',
];

/** Where each move leads, in the order of MOVES; a dash where it is illegal. */
const EXPECTED: Record<HandoffState, string> = {
  'with-bot':
    '  offered with-bot waiting with-bot -          -        -      -       -          -       with-agent with-agent -          -       -          -',
  offered:
    '     offered with-bot waiting with-bot -          -        -      -       -          -       with-agent with-agent -          -       -          -',
  waiting:
    '     -       with-bot waiting with-bot with-agent -        -      expired -          -       with-agent - waiting    -       -          -',
  'with-agent':
    '-       -        -       -        -          with-bot solved -       with-agent waiting with-agent -          waiting with-agent with-agent',
  solved:
    '      offered with-bot waiting with-bot -          -        -      -       -          -       with-agent with-agent -          -       -          -',
  expired:
    '     offered with-bot waiting with-bot -          -        -      -       -          -       with-agent with-agent -          -       -          -',
};

const rows = (Object.keys(EXPECTED) as HandoffState[]).flatMap((state) => {
  const targets = EXPECTED[state].trim().split(/\s+/);
  return MOVES.map((move, index) => ({ state, move, target: targets[index] ?? '' }));
});

const legal = rows
  .filter((row) => row.target !== '-')
  .map((row) => ({ ...row, effects: transition(row.state, row.move).effects }));

describe('the table of hand-off moves', () => {
  it('has a row for every state and move', () => {
    expect(rows).toHaveLength(6 * MOVES.length);
    expect(rows.every((row) => row.target !== '')).toBe(true);
  });

  it.each(legal)('$state, $move → $target', ({ state, move, target }) => {
    expect(transition(state, move).state).toBe(target);
  });

  it.each(rows.filter((row) => row.target === '-'))('$state, $move is illegal', ({ state, move }) => {
    expect(() => transition(state, move)).toThrow(
      expect.objectContaining({ code: 'HANDOFF_MOVE_ILLEGAL', facts: { state, move } }),
    );
  });
});

describe('the effects of hand-off moves', () => {
  const moving = (does: (row: (typeof legal)[number]) => boolean) =>
    legal.filter(does).map(({ state, move }) => `${state}, ${move}`);

  it('are none where a move says what is so already', () => {
    expect(moving(({ effects }) => effects.length === 0)).toEqual([
      'with-bot, decline',
      'with-bot, cancel',
      'with-agent, answer-elsewhere',
    ]);
  });

  it('open a hand-off only where none is under way', () => {
    const open = legal.filter(({ effects }) => effects.includes('open'));
    expect(new Set(open.map(({ move }) => move))).toEqual(
      new Set(['offer', 'request', 'take', 'answer-elsewhere']),
    );
    expect(open.some(({ state }) => state === 'waiting' || state === 'with-agent')).toBe(false);
    expect(transition('offered', 'answer-elsewhere').effects).toEqual(['assign']);
    expect(transition('offered', 'take').effects).toEqual(['assign', 'await-word']);
  });

  it('say who has the conversation whenever somebody comes to have it', () => {
    const comes = ({ state, move, target }: (typeof legal)[number]) =>
      target === 'with-agent' &&
      !(state === 'with-agent' && ['answer-elsewhere', 'snooze', 'wake'].includes(move));
    expect(moving(({ effects }) => effects.includes('assign'))).toEqual(moving(comes));
  });

  it('enter the queue and leave it exactly where the state does', () => {
    const enters = ({ state, target }: (typeof legal)[number]) => state !== 'waiting' && target === 'waiting';
    const leaves = ({ state, target }: (typeof legal)[number]) => state === 'waiting' && target !== 'waiting';
    // Who waits and is passed on leaves one queue and enters another.
    const passedOn = ({ state, move }: (typeof legal)[number]) => state === 'waiting' && move === 'transfer';
    expect(moving(({ effects }) => effects.includes('enter-queue'))).toEqual(
      moving((row) => enters(row) || passedOn(row)),
    );
    expect(moving(({ effects }) => effects.includes('leave-queue'))).toEqual(
      moving((row) => leaves(row) || passedOn(row)),
    );
    expect(moving(({ effects }) => effects.includes('raise'))).toEqual(['waiting, request']);
  });

  it('forget that an agent is away whenever somebody else goes on or nobody does', () => {
    const changes = ({ state, move, effects }: (typeof legal)[number]) =>
      state === 'with-agent' && effects.length > 0 && move !== 'wake';
    expect(moving(({ effects }) => effects.includes('forget-absence'))).toEqual(moving(changes));
    const taken = ['claim', 'take', 'take-over', 'wake'];
    expect(moving(({ effects }) => effects.includes('await-word'))).toEqual(
      moving(({ move }) => taken.includes(move)),
    );
    expect(moving(({ effects }) => effects.includes('release'))).toEqual([
      'with-agent, return',
      'with-agent, transfer',
    ]);
  });

  it('end setting aside whenever the conversation does not stay with its agent, or is theirs again', () => {
    const leaves = ({ state, effects, move }: (typeof legal)[number]) =>
      state === 'with-agent' && effects.length > 0 && move !== 'snooze';
    expect(moving(({ effects }) => effects.includes('take-up'))).toEqual(moving(leaves));
    expect(moving(({ effects }) => effects.includes('set-aside'))).toEqual(['with-agent, snooze']);
    expect(moving(({ effects }) => effects.includes('reserve'))).toEqual([
      'waiting, transfer',
      'with-agent, transfer',
    ]);
  });

  it('end a hand-off whenever it goes to nobody', () => {
    const ends = ({ target, effects }: (typeof legal)[number]) =>
      effects.length > 0 && ['with-bot', 'solved', 'expired'].includes(target);
    expect(moving(({ effects }) => effects.includes('end'))).toEqual(moving(ends));
  });
});
