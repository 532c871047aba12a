import { describe, expect, it } from 'vitest';
import type { HandoffPriority } from '../../../../bot/contracts/desk.js';
import { queueRank } from '../../../../bot/handoff/queue-order.js';
import { recordVisit } from '../../../../bot/reception/inbox.js';
import { addHandoff, changeHandoff } from '../../../../bot/store/handoffs/handoffs.js';
import { QUEUE_RANK } from '../../../../bot/store/handoffs/queue.js';
import { openTestStore } from '../support/open-test-store.js';
import { incoming } from '../support/samples.js';

const AT = '2026-01-01T10:00:00.000Z';
const PRIORITIES: readonly HandoffPriority[] = ['urgent', 'high', 'normal'];
const CASES = PRIORITIES.flatMap((priority) =>
  [true, false].map((hasReturned) => ({ priority, hasReturned })),
);

describe('the rank of a row', () => {
  it.each(CASES)('is the rank of its hand-off: $priority, returned: $hasReturned', async (row) => {
    const store = await openTestStore();
    const conversationId = await recordVisit(store, incoming(''), AT);
    await store.transaction().execute(async (write) => {
      const opening = { reason: 'asked', question: '', bestGuess: null, requestedAt: AT } as const;
      const begun = { ...opening, state: 'waiting', priority: row.priority } as const;
      const { id } = await addHandoff(write, conversationId, begun, AT);
      if (row.hasReturned) await changeHandoff(write, id, { returnedAt: AT });
    });
    const { rank } = await store
      .selectFrom('handoffs')
      .select(QUEUE_RANK.as('rank'))
      .executeTakeFirstOrThrow();
    await store.destroy();
    expect(rank).toBe(queueRank(row.priority, row.hasReturned));
  });
});
