import { describe, expect, it } from 'vitest';
import { placeElsewhere } from '../../../../../channels/desk/page/state/holder.js';
import { reachOf } from '../../../../../channels/desk/page/state/reach.js';
import { claimed, entry, heldElsewhere, MEHMET } from './scene.js';

const REPLY_UNTIL = '2026-01-08T10:00:00.000Z';
const END = Date.parse(REPLY_UNTIL);
const HOUR = 3_600_000;

describe('the reach of a customer', () => {
  it('has no end where the channel sets none', () => {
    expect(reachOf(entry('a'), END)).toEqual({ kind: 'open' });
  });

  it.each([
    [7 * 24 * HOUR, 'long'],
    [24 * HOUR, 'long'],
    [24 * HOUR - 1, 'day'],
    [HOUR, 'day'],
    [HOUR - 1, 'hour'],
    [1, 'hour'],
  ])('%d ms before its end has left: %s', (leftMs, left) => {
    const reach = reachOf(entry('a', { replyUntil: REPLY_UNTIL }), END - leftMs);
    expect(reach).toEqual({ kind: 'until', at: REPLY_UNTIL, leftMs, left });
  });

  it.each([0, 1, HOUR])('is closed %d ms after its end', (ms) => {
    const reach = reachOf(entry('a', { replyUntil: REPLY_UNTIL }), END + ms);
    expect(reach).toEqual({ kind: 'closed', problem: 'window-closed' });
  });

  it.each([null, REPLY_UNTIL])('is closed for who is unreachable, whatever the time (%s)', (replyUntil) => {
    const reach = reachOf(entry('a', { replyUntil, isUnreachable: true }), END - HOUR);
    expect(reach).toEqual({ kind: 'closed', problem: 'unreachable' });
  });
});

describe('the place where somebody else answers', () => {
  it('is the name that the bot gives', () => {
    expect(placeElsewhere(heldElsewhere('a'))).toBe('Meta Business Suite');
  });

  it('is none for agents of this desk and for those who are not answered', () => {
    expect(placeElsewhere(claimed('a', MEHMET))).toBeNull();
    expect(placeElsewhere(entry('a'))).toBeNull();
    expect(placeElsewhere(heldElsewhere('a', { state: 'solved' }))).toBeNull();
  });
});
