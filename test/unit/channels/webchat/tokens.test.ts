import { SignJWT } from 'jose';
import { beforeEach, describe, expect, test } from 'vitest';
import { createTokens, randomId, randomUserId, type Tokens } from '../../../../channels/webchat/tokens.js';

const signingKey = 'a-signing-key-only-for-tests-1234567890';
const claims = { conversationId: 'c1', userId: 'dl_anna', userName: null };

describe('tokens', () => {
  let now: number;
  let tokens: Tokens;
  beforeEach(() => {
    now = Date.parse('2026-03-01T10:00:00Z');
    tokens = createTokens({
      signingKey,
      tokenMinutes: 60,
      resumeDays: 7,
      clock: { now: () => new Date(now) },
    });
  });
  const pass = (minutes: number) => {
    now += minutes * 60_000;
  };

  test('say again what they were issued for', async () => {
    const named = { ...claims, userName: 'Anna' };
    for (const given of [claims, named]) {
      const { token, expiresInSeconds } = await tokens.issue(given);
      expect([await tokens.read(token), expiresInSeconds]).toEqual([given, 3_600]);
    }
  });

  test('live exactly as long as they say', async () => {
    const { token } = await tokens.issue(claims);
    pass(59);
    expect(await tokens.read(token)).toEqual(claims);
    pass(1);
    await expect(tokens.read(token)).rejects.toMatchObject({ code: 'TOKEN_EXPIRED' });
  });

  test('can be resumed for days, no longer', async () => {
    const { token } = await tokens.issue(claims);
    pass(7 * 24 * 60 + 59);
    expect(await tokens.readResumable(token)).toEqual(claims);
    pass(1);
    expect(await tokens.readResumable(token)).toBeNull();
  });

  test('of a stream live for a minute and are good for nothing else', async () => {
    const ticket = await tokens.issueTicket(claims);
    expect(await tokens.readTicket(ticket)).toEqual(claims);
    await expect(tokens.read(ticket)).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
    expect(await tokens.readResumable(ticket)).toBeNull();
    const { token } = await tokens.issue(claims);
    await expect(tokens.readTicket(token)).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
    pass(1);
    await expect(tokens.readTicket(ticket)).rejects.toMatchObject({ code: 'TOKEN_EXPIRED' });
  });

  test('of another key are refused', async () => {
    const others = createTokens({ signingKey: `${signingKey}x`, tokenMinutes: 60, resumeDays: 7 });
    const { token } = await others.issue(claims);
    await expect(tokens.read(token)).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
    expect(await tokens.readResumable(token)).toBeNull();
  });

  test.each(['', 'abc', 'a.b', 'a.b.c.d', 'a b.c.d', '{"alg":"none"}'])('%j is malformed', async (text) => {
    await expect(tokens.read(text)).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  });

  const sign = (payload: Record<string, unknown>, alg = 'HS256') =>
    new SignJWT({ iss: 'community-support-bot', aud: 'directline', exp: now / 1_000 + 60, ...payload })
      .setProtectedHeader({ alg })
      .sign(new TextEncoder().encode(signingKey));

  test('are refused where a claim or the algorithm is another', async () => {
    const good = { conv: 'c1', user: 'dl_anna' };
    expect(await tokens.read(await sign(good))).toEqual(claims);
    const bad = [
      await sign({ conv: 'c1' }),
      await sign({ ...good, conv: 7 }),
      await sign({ ...good, iss: 'somebody' }),
      await sign({ ...good, exp: undefined }),
      await sign({ ...good, nbf: now / 1_000 + 30 }),
      await sign(good, 'HS512'),
    ];
    for (const token of bad) {
      await expect(tokens.read(token)).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
    }
  });

  test('name ids that cannot be guessed', () => {
    const ids = new Set(Array.from({ length: 1_000 }, randomId));
    expect(ids.size).toBe(1_000);
    expect([...ids].every((id) => /^[\w-]{24}$/.test(id))).toBe(true);
    expect(randomUserId()).toMatch(/^dl_[\w-]{24}$/);
  });
});
