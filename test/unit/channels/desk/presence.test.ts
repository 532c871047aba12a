import { beforeEach, describe, expect, it } from 'vitest';
import { createPresence, type Presence } from '../../../../channels/desk/live/presence.js';

describe('presence at the desk', () => {
  let now: number;
  let told: string[];
  let failures: number;
  let failed: unknown[];
  let presence: Presence;

  beforeEach(() => {
    now = 0;
    told = [];
    failures = 0;
    failed = [];
    const tell = (what: string) => async (agentId: string) => {
      if (failures-- > 0) throw new Error('the store is busy');
      told.push(`${agentId} ${what}`);
    };
    presence = createPresence({
      desk: { present: tell('is here'), left: tell('left') },
      clock: { now: () => new Date(now) },
      silentMs: 60_000,
      onFailure: (error) => failed.push(error),
    });
  });

  const toldNow = async () => {
    await presence.told();
    return told.splice(0);
  };

  it('begins with the first page of an agent and ends with the last', async () => {
    presence.opened('sanne');
    presence.opened('sanne');
    presence.closed('sanne');
    presence.opened('mehmet');
    expect(await toldNow()).toEqual(['sanne is here', 'mehmet is here']);
    presence.closed('sanne');
    expect(await toldNow()).toEqual(['sanne left']);
  });

  it('is told in order when a page is loaded again', async () => {
    presence.opened('sanne');
    presence.closed('sanne');
    presence.opened('sanne');
    expect(await toldNow()).toEqual(['sanne is here', 'sanne left', 'sanne is here']);
  });

  it('ends when an open page falls silent, once, and begins again with its next word', async () => {
    presence.opened('sanne');
    now = 59_000;
    presence.heard('sanne');
    now = 119_000;
    presence.look();
    expect(await toldNow()).toEqual(['sanne is here']);
    now = 120_000;
    presence.look();
    presence.look();
    expect(await toldNow()).toEqual(['sanne left']);
    presence.heard('sanne');
    expect(await toldNow()).toEqual(['sanne is here']);
    presence.closed('sanne');
    expect(await toldNow()).toEqual(['sanne left']);
  });

  it('counts every request of somebody without a page as the last sign of them', async () => {
    presence.heard('sanne');
    presence.heard('sanne');
    expect(await toldNow()).toEqual(['sanne left', 'sanne left']);
  });

  it('tells again what could not be kept', async () => {
    failures = 1;
    presence.opened('sanne');
    expect(await toldNow()).toEqual([]);
    expect(failed).toHaveLength(1);
    presence.look();
    expect(await toldNow()).toEqual(['sanne is here']);
    presence.look();
    expect(await toldNow()).toEqual([]);
  });

  it('says nothing of pages that end because the server stops', async () => {
    presence.opened('sanne');
    presence.stop();
    presence.closed('sanne');
    expect(await toldNow()).toEqual(['sanne is here']);
  });
});
