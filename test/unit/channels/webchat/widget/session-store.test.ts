import { afterEach, describe, expect, it, vi } from 'vitest';
import { SessionStore } from '../../../../../channels/webchat/widget/direct-line/session-store.js';
import { userOfToken } from '../../../../../channels/webchat/widget/direct-line/user-of-token.js';
import { memoryStorage } from '../../../../support/memory-storage.js';

const SESSION = { conversationId: 'c1', token: 't1', expiresAt: 5 };

afterEach(() => {
  vi.useRealTimers();
});

describe('SessionStore', () => {
  it('gives back the session of the same server only', () => {
    const storage = memoryStorage();
    new SessionStore('https://a', storage).write(SESSION);
    expect(new SessionStore('https://a', storage).read()).toMatchObject(SESSION);
    expect(new SessionStore('https://b', storage).read()).toBeNull();
  });

  it('forgets a session a day after its last use', () => {
    vi.useFakeTimers();
    const storage = memoryStorage();
    new SessionStore('', storage).write(SESSION);
    vi.advanceTimersByTime(24 * 60 * 60 * 1000 - 1);
    expect(new SessionStore('', storage).read()).not.toBeNull();
    vi.advanceTimersByTime(1);
    expect(new SessionStore('', storage).read()).toBeNull();
  });

  it.each([
    ['no', null],
    ['a full', memoryStorage(1)],
  ])('works for one page with %s store', (_title, storage) => {
    const sessions = new SessionStore('', storage);
    sessions.write(SESSION);
    expect(sessions.read()).toMatchObject(SESSION);
    sessions.clear();
    expect(sessions.read()).toBeNull();
  });

  it('takes a broken entry as none', () => {
    const storage = memoryStorage();
    storage.setItem('support-chat ', '{"conversationId":');
    expect(new SessionStore('', storage).read()).toBeNull();
  });
});

describe('userOfToken', () => {
  it('reads the claim', () => {
    const claims = Buffer.from(JSON.stringify({ user: 'dl_é' })).toString('base64url');
    expect(userOfToken(`x.${claims}.y`)).toBe('dl_é');
  });

  it.each(['', 'x', 'x.e30.y', 'x.!!!.y'])('gives nothing for %j', (token) => {
    expect(userOfToken(token)).toBe('');
  });
});
