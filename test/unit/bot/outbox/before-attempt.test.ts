import { describe, expect, it } from 'vitest';
import { type BeforeFacts, beforeAttempt } from '../../../../bot/outbox/before-attempt.js';
import type { QueuedMessage } from '../../../../bot/store/messages/outbox.js';
import { botSays } from '../support/samples.js';

const NOW = '2026-03-02T09:00:00.000Z';
const SOON = '2026-03-02T09:01:00.000Z';
const LATER = '2026-03-02T09:05:00.000Z';
const DAY_MS = 86_400_000;
const YESTERDAY = '2026-03-01T09:00:00.000Z';

const FACTS: BeforeFacts = { now: new Date(NOW), giveUpAfterMs: DAY_MS, isUnreachable: false, isLive: false };

const decide = (queued: Partial<QueuedMessage> = {}, facts: Partial<BeforeFacts> = {}) =>
  beforeAttempt(
    {
      id: 'm1',
      message: botSays('Hallo'),
      attempts: 0,
      nextAttemptAt: null,
      createdAt: NOW,
      sentIds: [],
      arrivals: new Map(),
      uncertainUntil: null,
      sentAt: null,
      replacesId: null,
      ...queued,
    },
    { ...FACTS, ...facts },
  );

describe('a message whose turn it is', () => {
  it('is tried when nothing speaks against it', () => {
    expect(decide()).toEqual({ kind: 'attempt' });
    expect(decide({ nextAttemptAt: NOW, uncertainUntil: YESTERDAY })).toEqual({ kind: 'attempt' });
  });

  it('waits for its next attempt, but not where the customer is there', () => {
    expect(decide({ nextAttemptAt: SOON })).toEqual({ kind: 'wait', until: SOON });
    expect(decide({ nextAttemptAt: SOON }, { isLive: true })).toEqual({ kind: 'attempt' });
  });

  it('waits for word of its arrival, also where the customer is there', () => {
    expect(decide({ uncertainUntil: SOON })).toEqual({ kind: 'wait', until: SOON });
    expect(decide({ uncertainUntil: SOON }, { isLive: true })).toEqual({ kind: 'wait', until: SOON });
  });

  it('waits for the later of the two', () => {
    expect(decide({ nextAttemptAt: SOON, uncertainUntil: LATER })).toEqual({ kind: 'wait', until: LATER });
    expect(decide({ nextAttemptAt: LATER, uncertainUntil: SOON })).toEqual({ kind: 'wait', until: LATER });
  });

  it('goes on at once when the activity under way is known to have arrived', () => {
    const arrivals = new Map([[1, 'x']]);
    expect(decide({ uncertainUntil: SOON, sentIds: ['a'], arrivals })).toEqual({ kind: 'attempt' });
    expect(decide({ uncertainUntil: SOON, sentIds: [], arrivals })).toEqual({ kind: 'wait', until: SOON });
  });

  it('fails untried where nothing reaches the customer, but not before its wait is over', () => {
    expect(decide({}, { isUnreachable: true })).toMatchObject({ kind: 'failed', problem: 'unreachable' });
    expect(decide({ uncertainUntil: SOON }, { isUnreachable: true })).toMatchObject({ kind: 'wait' });
  });

  it('is not said by the bot any more when it is too old', () => {
    expect(decide({ createdAt: YESTERDAY })).toMatchObject({ kind: 'failed', problem: 'gave-up' });
    expect(decide({ createdAt: YESTERDAY }, { giveUpAfterMs: DAY_MS + 1 })).toEqual({ kind: 'attempt' });
  });

  it('is tried however old it is when an agent wrote it', () => {
    const message = botSays('Hallo', { speaker: { kind: 'agent', name: 'Sanne' } });
    expect(decide({ createdAt: YESTERDAY, message })).toEqual({ kind: 'attempt' });
  });
});
