import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type ApiReply,
  DirectLineApi,
  type Grant,
} from '../../../../../channels/webchat/widget/direct-line/direct-line-api.js';
import { KeptGrant } from '../../../../../channels/webchat/widget/direct-line/kept-grant.js';
import { SessionStore } from '../../../../../channels/webchat/widget/direct-line/session-store.js';

const grantOf = (conversationId: string): Grant => ({
  conversationId,
  token: `token of ${conversationId}`,
  expires_in: 100,
});

describe('a grant whose conversation is left while it is renewed', () => {
  let grant: KeptGrant;
  let sessions: SessionStore;
  /** Gives the answer that the server was slow with. */
  let answer: (reply: ApiReply<Grant>) => void;

  beforeEach(() => {
    vi.useFakeTimers();
    const api = new DirectLineApi('');
    const slow = () => new Promise<ApiReply<Grant>>((resolve) => (answer = resolve));
    api.refresh = slow;
    api.token = slow;
    sessions = new SessionStore('', null);
    grant = new KeptGrant(api, sessions);
    grant.accept(grantOf('a'));
  });
  afterEach(() => {
    grant.rest();
    vi.useRealTimers();
  });

  async function leavesFor(conversationId: string): Promise<void> {
    grant.forget();
    grant.accept(grantOf(conversationId));
    answer({ kind: 'ok', status: 200, body: { ...grantOf('a'), token: 'another of a' } });
    await vi.advanceTimersByTimeAsync(0);
  }

  it('is that of the next one, where its time was half over', async () => {
    await vi.advanceTimersByTimeAsync(50_000);
    await leavesFor('b');
    expect(grant.token).toBe('token of b');
    expect(sessions.read()?.conversationId).toBe('b');
  });

  it('is that of the next one, where the server called it expired', async () => {
    const asked: string[] = [];
    const used = grant.use(async ({ token }) => {
      asked.push(token);
      return { kind: 'forbidden' };
    });
    await vi.advanceTimersByTimeAsync(0);
    await leavesFor('b');
    expect(await used).toEqual({ kind: 'unreachable' });
    expect(asked).toEqual(['token of a']);
    expect(grant.token).toBe('token of b');
  });
});
