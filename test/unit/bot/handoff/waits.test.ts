import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskSession } from '../../../../bot/contracts/desk-accounts.js';
import { estimateWait, isAnotherWait, saidMinutes } from '../../../../bot/handoff/waits/estimate-wait.js';
import { dayOfWaits, medianError } from '../../../support/day-of-waits.js';
import { signIn } from '../support/sign-in.js';
import { TestBot } from '../support/test-bot.js';

const MINUTE = 60_000;
const TEN_MINUTES = Array.from({ length: 30 }, () => 10 * MINUTE);

describe('an estimate of the wait', () => {
  it('is what agents have still to do, and what stands before', () => {
    expect(estimateWait({ place: 1, handled: TEN_MINUTES, underWay: [4 * MINUTE] })).toBe(6 * MINUTE);
    expect(estimateWait({ place: 3, handled: TEN_MINUTES, underWay: [4 * MINUTE] })).toBe(26 * MINUTE);
    expect(estimateWait({ place: 3, handled: TEN_MINUTES, underWay: [4 * MINUTE, 8 * MINUTE] })).toBe(
      12 * MINUTE,
    );
  });

  it('is not made from fewer than twenty samples, or while nobody has anything', () => {
    expect(estimateWait({ place: 1, handled: TEN_MINUTES.slice(11), underWay: [0] })).toBeNull();
    expect(estimateWait({ place: 1, handled: TEN_MINUTES.slice(10), underWay: [0] })).not.toBeNull();
    expect(estimateWait({ place: 1, handled: TEN_MINUTES, underWay: [] })).toBeNull();
  });

  it('is told in round minutes, and not at all beyond an hour', () => {
    expect([20_000, 7.4 * MINUTE, 23 * MINUTE, 62 * MINUTE].map(saidMinutes)).toEqual([1, 8, 25, 60]);
    expect(saidMinutes(70 * MINUTE)).toBeNull();
  });

  it('is news only where the customer, who counts down, would be wrong', () => {
    const now = new Date('2026-03-02T09:00:00Z');
    const until = '2026-03-02T09:10:00Z';
    expect(isAnotherWait(null, MINUTE, now)).toBe(true);
    expect(isAnotherWait(until, 9 * MINUTE, now)).toBe(false);
    expect(isAnotherWait(until, 12 * MINUTE, now)).toBe(false);
    expect(isAnotherWait(until, 16 * MINUTE, now)).toBe(true);
    expect(isAnotherWait(until, 5 * MINUTE, now)).toBe(true);
  });

  it('is off by less than 30 % in the middle of a day of arrivals and agents', () => {
    const { waited, untold } = dayOfWaits(3);
    expect(waited.length).toBeGreaterThan(200);
    expect(untold).toBe(0);
    expect(medianError(waited)).toBeLessThan(0.3);
  });
});

describe('a customer who waits', () => {
  let test: TestBot;
  let noor: DeskSession;
  beforeEach(async () => {
    test = await TestBot.open();
    noor = await signIn(test);
    await test.bot.desk.present(noor.agent.id);
  });
  afterEach(() => test.bot.stop());

  const ask = (id: string) =>
    test.say('Ik wil een medewerker spreken', { conversation: { id }, from: { id } });
  async function claimNext(): Promise<string> {
    const waiting = (await test.bot.desk.entries()).find(({ state }) => state === 'waiting');
    const id = waiting?.conversationId ?? '';
    await test.bot.desk.claim(id, noor.agent);
    await test.bot.idle();
    return id;
  }
  /** Customers whom Noor has helped, each in ten minutes. */
  async function helped(count: number): Promise<void> {
    for (let one = 0; one < count; one += 1) {
      await ask(`before-${one}`);
      const id = await claimNext();
      test.clock.forward({ minutes: 10 });
      await test.bot.desk.present(noor.agent.id);
      await test.bot.desk.close(id, noor.agent);
      await test.bot.idle();
    }
  }

  it('hears about how long it takes with their place, once enough is known', async () => {
    await helped(19);
    await ask('busy');
    const busy = await claimNext();
    await ask('early');
    expect(test.newTexts('early').join()).not.toContain('ongeveer');
    test.clock.forward({ minutes: 10 });
    await test.bot.desk.present(noor.agent.id);
    await test.bot.desk.close(busy, noor.agent);
    await claimNext();
    test.clock.forward({ minutes: 1 });
    await ask('b');
    expect(test.newTexts('b').join()).toContain(
      'U bent als eerste aan de beurt. Het wachten duurt ongeveer 8 minuten.',
    );
    await ask('c');
    expect(test.newTexts('c').join()).toContain('ongeveer 20 minuten');
  });

  it('hears the new place without the time they know, and with one that is another', async () => {
    await helped(21);
    await ask('busy');
    const busy = await claimNext();
    await ask('b');
    await ask('c');
    expect(test.newTexts('c').join()).toContain('ongeveer 20 minuten');
    await test.say('Hoe lang duurt het wachten nog?', { conversation: { id: 'c' }, from: { id: 'c' } });
    expect(test.newTexts('c').join()).toContain('ongeveer 20 minuten');
    test.clock.forward({ minutes: 10 });
    await test.bot.desk.present(noor.agent.id);
    await test.bot.desk.close(busy, noor.agent);
    await claimNext();
    await test.bot.runDueTimers();
    const [place, ...more] = test.newTexts('c');
    expect(more).toEqual([]);
    expect(place).toContain('U bent als eerste aan de beurt.');
    expect(place).not.toContain('ongeveer');
  });

  it('hears it again when they left the queue and come back', async () => {
    await helped(21);
    await ask('busy');
    await claimNext();
    await ask('b');
    await ask('c');
    expect(test.newTexts('c').join()).toContain('ongeveer 20 minuten');
    await test.say('Laat maar', { conversation: { id: 'c' }, from: { id: 'c' } });
    test.newTexts('c');
    await ask('c');
    expect(test.newTexts('c').join()).toContain('ongeveer 20 minuten');
  });
});
