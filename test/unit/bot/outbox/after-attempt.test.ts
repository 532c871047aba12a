import { describe, expect, it } from 'vitest';
import type { DeliveryProblem, DoorAlert, SendFailure } from '../../../../bot/contracts/channels.js';
import { type AttemptFacts, afterAttempt } from '../../../../bot/outbox/after-attempt.js';
import type { Delivered } from '../../../../bot/outbox/deliver.js';

const NOW = new Date('2026-03-02T09:00:00.000Z');
const HOUR_MS = 3_600_000;

const FACTS: AttemptFacts = { now: NOW, giveUpAfterMs: 24 * HOUR_MS, chance: 0.5, isOwnFault: false };
const inMs = (ms: number) => new Date(NOW.getTime() + ms).toISOString();

const queued = (attempts = 0, ageMs = 0) => ({ attempts, createdAt: inMs(-ageMs) });

type Later = Extract<SendFailure, { kind: 'later' }>;
const later = (more: Partial<Later> = {}): Later => ({
  kind: 'later',
  reason: 'HTTP 500',
  waitMs: null,
  scope: 'message',
  alert: null,
  ...more,
});
const UNKNOWN: SendFailure = { kind: 'unknown', reason: 'timeout', waitMs: 60_000 };
const refused = (problem: DeliveryProblem): SendFailure => ({ kind: 'refused', reason: 'code 1', problem });

const become = (outcome: Delivered | SendFailure, facts: Partial<AttemptFacts> = {}, of = queued()) =>
  afterAttempt(of, outcome, { ...FACTS, ...facts });

describe('a message that went out', () => {
  it('is sent, however old it is', () => {
    const sent: Delivered = { kind: 'sent', sentIds: ['m1'], sentAt: inMs(0), hasPassedDoor: true };
    expect(become(sent)).toEqual(sent);
    expect(become(sent, {}, queued(3, 100 * HOUR_MS))).toEqual(sent);
  });
});

describe('a message that was refused', () => {
  it.each<DeliveryProblem>(['window-closed', 'not-accepted', 'gave-up'])('has failed: %s', (problem) => {
    expect(become(refused(problem), {}, queued(2))).toEqual({
      kind: 'failed',
      problem,
      reason: 'code 1',
      attempts: 3,
    });
  });

  it('makes the conversation unreachable where nothing reaches the customer', () => {
    expect(become(refused('unreachable'))).toEqual({ kind: 'unreachable', reason: 'code 1', attempts: 1 });
  });
});

describe('a message that did not get through', () => {
  it.each([
    [0, 1_000],
    [1, 4_000],
    [2, 16_000],
    [3, 64_000],
    [4, 256_000],
    [5, 300_000],
    [50, 300_000],
  ])('is tried again after growing waits: after %i failures %i ms', (failures, waitMs) => {
    expect(become(later(), {}, queued(failures))).toEqual({
      kind: 'retry',
      attempts: failures + 1,
      reason: 'HTTP 500',
      hasFailed: true,
      retryAt: inMs(waitMs),
    });
  });

  it.each([
    [0, 800],
    [1, 1_200],
  ])('waits a little less or more by chance: %d', (chance, waitMs) => {
    expect(become(later(), { chance })).toMatchObject({ retryAt: inMs(waitMs) });
  });

  it('has not failed where the channel only asks for patience', () => {
    expect(become(later({ waitMs: 7_000 }), {}, queued(2))).toEqual({
      kind: 'retry',
      attempts: 2,
      reason: 'HTTP 500',
      hasFailed: false,
      retryAt: inMs(7_000),
    });
    expect(become(later({ waitMs: 0 }))).toMatchObject({ hasFailed: false, retryAt: inMs(0) });
  });

  it('waits for word of its arrival where it may have arrived', () => {
    expect(become(UNKNOWN, {}, queued(1))).toEqual({
      kind: 'uncertain',
      attempts: 2,
      reason: 'timeout',
      hasFailed: true,
      retryAt: inMs(60_000),
    });
  });

  it.each([later(), later({ waitMs: 7_000, scope: 'door' }), UNKNOWN])(
    'is given up after the longest time: %j',
    (failure) => {
      const { reason } = failure as { readonly reason: string };
      expect(become(failure, {}, queued(4, 24 * HOUR_MS))).toEqual({
        kind: 'failed',
        problem: 'gave-up',
        reason,
        attempts: 5,
      });
      expect(become(failure, {}, queued(4, 24 * HOUR_MS - 1)).kind).not.toBe('failed');
    },
  );
});

describe('a failure of the whole door', () => {
  const ofDoor = (waitMs: number | null, alert: DoorAlert | null) =>
    later({ scope: 'door', waitMs, alert, reason: 'limit' });

  it('holds the door for as long as the channel asks, and is no failure', () => {
    expect(become(ofDoor(60_000, null), {}, queued(2))).toEqual({
      kind: 'hold-door',
      attempts: 2,
      reason: 'limit',
      hasFailed: false,
      until: inMs(60_000),
      retryAt: inMs(60_000),
      alert: null,
    });
  });

  it('holds it by growing waits where the channel asks for none', () => {
    expect(become(ofDoor(null, null), {}, queued(1))).toMatchObject({
      kind: 'hold-door',
      attempts: 2,
      hasFailed: true,
      until: inMs(4_000),
      retryAt: inMs(4_000),
    });
  });

  it('tries the message after others where an operator is called', () => {
    expect(become(ofDoor(300_000, 'access-ended'))).toEqual({
      kind: 'hold-door',
      attempts: 1,
      reason: 'limit',
      hasFailed: true,
      until: inMs(300_000),
      retryAt: inMs(305_000),
      alert: 'access-ended',
    });
  });

  it('holds nobody where the fault is the message’s own', () => {
    expect(become(ofDoor(300_000, 'restricted'), { isOwnFault: true })).toEqual({
      kind: 'retry',
      attempts: 1,
      reason: 'limit',
      hasFailed: true,
      retryAt: inMs(300_000),
    });
  });
});
