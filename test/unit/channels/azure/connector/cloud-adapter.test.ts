import { describe, expect, it } from 'vitest';
import { createCloudAdapter } from '../../../../../channels/azure/connector/cloud-adapter.js';
import { teamsMessage } from '../../../../support/azure-server.js';

const clock = { now: () => new Date() };

describe('the adapter of Azure without a registration', () => {
  const adapter = createCloudAdapter({ identity: null, clock });

  it('hands on what it is given', async () => {
    const verdict = await adapter.receive(teamsMessage(), '', async () => 42);
    expect(verdict).toEqual({ kind: 'taken', answer: 42 });
  });

  it('passes on why an activity was not kept', async () => {
    const failure = new Error('disk full');
    const taking = adapter.receive(teamsMessage(), '', () => Promise.reject(failure));
    await expect(taking).rejects.toBe(failure);
  });

  it('does not change the activity', async () => {
    const activity = Object.freeze(teamsMessage({ timestamp: '2026-11-22T10:00:00Z' }));
    await adapter.receive(activity, '', async () => {});
    expect(activity).toEqual(teamsMessage({ timestamp: '2026-11-22T10:00:00Z' }));
  });

  it('sends nothing to an address that is none', async () => {
    const reply = await adapter.send(teamsMessage({ serviceUrl: 'nowhere' }));
    expect(reply).toEqual({ kind: 'not-reached', reason: 'ERR_INVALID_URL' });
  });
});
