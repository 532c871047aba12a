import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PastSessions } from '../../../../../channels/webchat/widget/past-sessions.js';
import { memoryStorage } from '../../../../support/memory-storage.js';

const session = (conversationId: string, token = 't') => ({ conversationId, token, expiresAt: 5 });
const idsIn = (past: PastSessions) => past.list().map(({ conversationId }) => conversationId);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the conversations that a browser has had', () => {
  it('are five at most, the newest first, each once with its newest token and its first moment', () => {
    const past = new PastSessions('', memoryStorage());
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) past.keep(session(id));
    expect(idsIn(past)).toEqual(['f', 'e', 'd', 'c', 'b']);
    const begunAt = past.list()[3]?.begunAt;
    vi.advanceTimersByTime(1000);
    past.keep(session('c', 'newer'));
    expect(past.list()[0]).toMatchObject({ conversationId: 'c', token: 'newer', begunAt });
  });

  it('go after seven days, one by one, or all', () => {
    const past = new PastSessions('', memoryStorage());
    past.keep(session('a'));
    vi.advanceTimersByTime(6 * 86_400_000);
    past.keep(session('b'));
    vi.advanceTimersByTime(86_400_000);
    expect(idsIn(past)).toEqual(['b']);
    past.drop('b');
    expect(idsIn(past)).toEqual([]);
    past.keep(session('c'));
    past.clear();
    expect(idsIn(past)).toEqual([]);
  });

  it.each([null, memoryStorage(1)])('are none where nothing can be kept', (store) => {
    const past = new PastSessions('', store);
    past.keep(session('a'));
    expect(idsIn(past)).toEqual([]);
  });
});
