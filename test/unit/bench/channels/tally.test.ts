import { describe, expect, it } from 'vitest';
import { type KeptMessage, tally } from '../../../bench/channels/tally.js';

const KEPT: readonly KeptMessage[] = [
  kept({ id: 'in-1', direction: 'in', status: 'handled', activityId: 'q1', turnId: 't1', sequence: 1 }),
  kept({ id: 'out-1', turnId: 't1', sequence: 2, sentIds: ['c1', 'c2'] }),
  kept({ id: 'out-2', turnId: 't1', sequence: 3, sentIds: ['c3'] }),
];
const SEEN = {
  areEventsShown: false,
  questions: [{ questionId: 'q1', answerId: 'c1' }],
  received: ['c1', 'c2', 'c3'],
};

function kept(changes: Partial<KeptMessage>): KeptMessage {
  const message = { id: 'm', direction: 'out', status: 'sent', activityId: null, turnId: null } as const;
  return { ...message, sequence: 1, sentIds: [], ...changes };
}

describe('the tally of a conversation', () => {
  it('is clean where everything arrived once', () => {
    expect(tally(SEEN, KEPT)).toEqual({ arrived: 3, lost: 0, doubled: 0, mistaken: 0 });
  });

  it.each([
    ['a question without an answer', { questions: [{ questionId: 'q1', answerId: null }] }, KEPT],
    ['a message that did not arrive', { received: ['c1', 'c2'] }, KEPT],
    ['a message that was not sent', {}, [...KEPT, kept({ id: 'out-3', status: 'queued' })]],
  ])('counts %s as lost', (_, seen, messages) => {
    expect(tally({ ...SEEN, ...seen }, messages)).toMatchObject({ lost: 1, doubled: 0 });
  });

  it.each([
    ['a message shown twice', { received: ['c1', 'c2', 'c3', 'c3'] }, KEPT],
    ['a message nobody knows of', { received: ['c1', 'c2', 'c3', 'c4'] }, KEPT],
    [
      'a question taken twice',
      {},
      [...KEPT, kept({ id: 'in-2', direction: 'in', status: 'handled', activityId: 'q1' })],
    ],
  ])('counts %s as doubled', (_, seen, messages) => {
    expect(tally({ ...SEEN, ...seen }, messages)).toMatchObject({ lost: 0, doubled: 1 });
  });

  it('tells an answer that was timed for another question', () => {
    const seen = { ...SEEN, questions: [{ questionId: 'q1', answerId: 'c3' }] };
    expect(tally(seen, KEPT)).toMatchObject({ mistaken: 1 });
  });

  it('looks for events only where they are shown', () => {
    const messages = [...KEPT, kept({ id: 'out-3', sequence: 4, sentIds: ['out-3'] })];
    expect(tally(SEEN, messages)).toMatchObject({ lost: 0 });
    expect(tally({ ...SEEN, areEventsShown: true }, messages)).toMatchObject({ lost: 1 });
  });
});
