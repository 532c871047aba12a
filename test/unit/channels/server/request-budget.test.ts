import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { clientAddress, clientKey } from '../../../../channels/server/front/client-address.js';
import { createRequestBudget } from '../../../../channels/server/front/request-budget.js';
import { answerCost, requestCost } from '../../../../channels/server/front/request-cost.js';

function budgetOf(limits: Partial<Parameters<typeof createRequestBudget>[0]> = {}) {
  let time = 0;
  const budget = createRequestBudget({ perSecond: 10, atOnce: 100, keys: 1_000, ...limits }, () => time);
  return { budget, wait: (ms: number) => (time += ms) };
}

const requestOf = (headers: Record<string, string>, method = 'GET', remoteAddress = '10.0.0.9') =>
  ({ headers, method, socket: { remoteAddress } }) as unknown as IncomingMessage;

describe('what an address may ask for', () => {
  it('is used up by one and by no other, and comes back as time goes by', () => {
    const { budget, wait } = budgetOf();
    expect(budget.spend('a', 100)).toBe(true);
    expect(budget.spend('a', 1)).toBe(false);
    expect(budget.spend('b', 100)).toBe(true);
    wait(500);
    expect(budget.spend('a', 5)).toBe(true);
    expect(budget.spend('a', 1)).toBe(false);
    wait(3_600_000);
    expect(budget.spend('a', 100)).toBe(true);
    expect(budget.spend('a', 1)).toBe(false);
  });

  it('is owed at most what five seconds bring, and never more than the whole', () => {
    const { budget, wait } = budgetOf();
    budget.charge('a', 10_000);
    wait(5_000);
    expect(budget.spend('a', 1)).toBe(false);
    wait(100);
    expect(budget.spend('a', 1)).toBe(true);
    budget.charge('a', -10_000);
    expect(budget.spend('a', 101)).toBe(false);
    expect(budget.spend('a', 100)).toBe(true);
  });

  it('is remembered of a bounded number of addresses, and of none that asked long ago', () => {
    const { budget, wait } = budgetOf({ keys: 50 });
    for (let place = 0; place < 500; place += 1) budget.spend(`key ${place}`, 100);
    expect(budget.size()).toBe(50);
    // The newest still has nothing.
    expect(budget.spend('key 499', 1)).toBe(false);
    wait(60_000);
    for (let place = 0; place < 60; place += 1) budget.spend('another', 1);
    for (let place = 0; place < 60; place += 1) budget.spend(`later ${place}`, 1);
    expect(budget.size()).toBeLessThanOrEqual(61);
  });

  it('is enough for an office of fifty customers and a school of three hundred behind one address', () => {
    const limits = { perSecond: 150, atOnce: 2_250 };
    const cost = (method: string, length = 0) =>
      requestCost(requestOf({ 'content-length': String(length) }, method));
    const office = budgetOf(limits);
    const refused: number[] = [];
    // Everybody opens the page at once, then for ten minutes asks for news each second, writes each eight seconds, tells twice
    // what was read, and sends one picture of 5 MB.
    const open = 8 * cost('GET') + 2 * cost('POST');
    if (!office.budget.spend('office', 50 * open)) refused.push(0);
    for (let second = 1; second <= 600; second += 1) {
      office.wait(1_000);
      const written = Math.round(50 / 8) * 3 * cost('POST', 600);
      const files = second % 12 === 0 ? cost('POST', 5_000_000) : 0;
      if (!office.budget.spend('office', 50 * cost('GET') + written + files)) refused.push(second);
    }
    expect(refused).toEqual([]);
    const school = budgetOf(limits);
    expect(school.budget.spend('school', 300 * 7 * cost('GET'))).toBe(true);
  });
});

describe('what a request costs', () => {
  it('grows with its body, and with an answer that it was sent for nothing', () => {
    expect(requestCost(requestOf({}))).toBe(1);
    expect(requestCost(requestOf({ 'content-length': '300' }, 'POST'))).toBe(2);
    expect(requestCost(requestOf({ 'content-length': '8000000' }, 'POST'))).toBe(124);
    const chunked = requestCost(requestOf({ 'transfer-encoding': 'chunked' }, 'POST'));
    expect(chunked).toBe(6);
    expect([200, 201, 204, 304, 404, 500].map(answerCost)).toEqual([0, 0, 0, 0, 0, 0]);
    for (const status of [400, 401, 403, 413, 429]) expect(answerCost(status)).toBeGreaterThan(0);
  });
});

describe('whose request it is', () => {
  it('is told by the connection, and behind proxies of ours by what the outermost of them wrote', () => {
    const forwarded = requestOf({ 'x-forwarded-for': '1.1.1.1, 2.2.2.2, 3.3.3.3' });
    expect([0, 1, 2, 3, 4].map((proxies) => clientAddress(forwarded, proxies))).toEqual([
      ...['10.0.0.9', '3.3.3.3', '2.2.2.2', '1.1.1.1', '1.1.1.1'],
    ]);
    expect(clientAddress(requestOf({}), 1)).toBe('10.0.0.9');
    expect(clientAddress(requestOf({ 'x-forwarded-for': 'x'.repeat(9_000) }), 1)).toBe('10.0.0.9');
  });

  it('is the same for IPv4 in either form and for a network of IPv6, and another for the next network', () => {
    expect(clientKey('::ffff:192.0.2.7')).toBe(clientKey('192.0.2.7'));
    expect(clientKey('2001:db8:1:2::1')).toBe(clientKey('2001:db8:1:2:ffff:ffff:ffff:ffff'));
    expect(clientKey('2001:db8:1:2::1')).not.toBe(clientKey('2001:db8:1:3::1'));
  });
});
