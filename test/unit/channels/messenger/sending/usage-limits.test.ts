import { describe, expect, it } from 'vitest';
import { createUsageLimits } from '../../../../../channels/messenger/sending/usage-limits.js';

describe('limits by what Meta tells', () => {
  it('do nothing below 80 %', () => {
    const { limits, take } = open();
    limits.observe({ percent: 79, minutesToWait: null });
    expect([take('1'), take('2')]).toEqual([null, null]);
    expect(limits.isTight()).toBe(false);
  });

  it.each([
    [80, 0],
    [87.5, 1_000],
    [94, 1_867],
  ])('at %s % leave %i ms between two calls', (percent, gapMs) => {
    const { limits, take, advance } = open();
    limits.observe({ percent, minutesToWait: null });
    expect(take('1')).toBeNull();
    expect(take('2')?.waitMs ?? 0).toBe(gapMs);
    advance(gapMs);
    expect(take('2')).toBeNull();
  });

  it('take one call after a hold, and hold again by what it tells', () => {
    const { limits, take, advance } = open();
    limits.observe({ percent: 99, minutesToWait: null });
    advance(299_999);
    expect(take('1')).toMatchObject({ waitMs: 1, scope: 'door' });
    advance(1);
    expect(take('1')).toBeNull();
    expect(take('2')).toMatchObject({ waitMs: 2_000, scope: 'door' });
    limits.observe({ percent: 97, minutesToWait: null });
    expect(take('2')).toMatchObject({ waitMs: 300_000 });
  });

  it('are over with the next good news', () => {
    const { limits, take } = open();
    limits.observe({ percent: 90, minutesToWait: null });
    limits.observe({ percent: 40, minutesToWait: null });
    expect([take('1'), take('1')]).toEqual([null, null]);
  });

  it('forget what was told an hour ago', () => {
    const { limits, take, advance } = open();
    limits.observe({ percent: 94, minutesToWait: null });
    advance(3_600_001);
    expect([take('1'), take('1')]).toEqual([null, null]);
  });

  it('keep the longer of two holds', () => {
    const { limits, take } = open();
    limits.hold(600_000);
    limits.observe({ percent: 99, minutesToWait: null });
    expect(take('1')).toMatchObject({ waitMs: 600_000 });
  });
});

describe('limits of our own', () => {
  it('let a customer have 30 messages at once, then two a second', () => {
    const { take, advance } = open();
    const outcomes = Array.from({ length: 31 }, () => take('1'));
    expect(outcomes.slice(0, 30).every((wait) => wait === null)).toBe(true);
    expect(outcomes[30]).toMatchObject({ waitMs: 500, scope: 'message' });
    expect(take('2')).toBeNull();
    advance(500);
    expect([take('1'), take('1')?.waitMs]).toEqual([null, 500]);
  });

  it('let 250 messages go in a second, whoever gets them', () => {
    const { take, advance } = open();
    const outcomes = Array.from({ length: 251 }, (_, number) => take(`${number}`));
    expect(outcomes.slice(0, 250).every((wait) => wait === null)).toBe(true);
    expect(outcomes[250]).toMatchObject({ waitMs: 4, scope: 'door' });
    advance(4);
    expect(take('next')).toBeNull();
  });

  it('count customers rightly when there are very many', () => {
    const { take, advance } = open();
    for (let number = 0; number < 30; number++) take('busy');
    for (let number = 0; number < 6_000; number++) {
      advance(1);
      if (number % 5 === 0) advance(25);
      take(`${number}`);
    }
    advance(60_000);
    for (let number = 0; number < 30; number++) expect(take('busy')).toBeNull();
    expect(take('busy')).toMatchObject({ scope: 'message' });
  });
});

function open() {
  let now = 1_000_000;
  const limits = createUsageLimits({ now: () => new Date(now) });
  const advance = (ms: number) => {
    now += ms;
  };
  return { limits, advance, take: (thread: string) => limits.take(thread) };
}
