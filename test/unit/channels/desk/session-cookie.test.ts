import { describe, expect, it } from 'vitest';
import {
  endedSessionCookie,
  readSessionToken,
  sessionCookie,
} from '../../../../channels/desk/session-cookie.js';

describe('the session cookie', () => {
  it('is out of reach of scripts and other sites', () => {
    expect(sessionCookie('a b', '2026-01-02T03:04:05Z', true)).toBe(
      'desk_session=a%20b; Path=/desk; Expires=Fri, 02 Jan 2026 03:04:05 GMT; HttpOnly; SameSite=Strict; Secure',
    );
  });

  it('works on http, where browsers drop Secure cookies', () => {
    expect(sessionCookie('a', '2026-01-02T03:04:05Z', false)).not.toContain('Secure');
  });

  it('ends with the session', () => {
    expect(endedSessionCookie(false)).toContain('desk_session=; Path=/desk; Expires=Thu, 01 Jan 1970');
  });

  it('is found among other cookies', () => {
    expect(readSessionToken('x=1; desk_session=a%20b; y=2')).toBe('a b');
  });

  it.each([undefined, '', 'desk_session=', 'xdesk_session=a', 'desk_session=%zz', 'desk_session=a"b'])(
    'is not read from %j',
    (header) => {
      expect(readSessionToken(header)).toBeNull();
    },
  );
});
