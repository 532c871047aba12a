import { describe, expect, it } from 'vitest';
import { createTokenSource } from '../../../../../channels/azure/connector/token-source.js';

const PATIENT_MS = 10_000;

/** Credentials that give what the steps say, one a call. */
function credentialsOf(...steps: (() => Promise<string>)[]) {
  const asked: boolean[] = [];
  const source = createTokenSource(
    async () => ({
      getToken: async (isForced = false) => {
        asked.push(isForced);
        return (steps.shift() ?? (async () => 'last'))();
      },
    }),
    PATIENT_MS,
  );
  return { asked, source };
}

function failing(name: string, fields: object = {}): () => Promise<string> {
  return async () =>
    Promise.reject(Object.assign(new Error('secret words AADSTS7000222: …'), { name, ...fields }));
}

describe('access tokens', () => {
  it('are new once, and used after that', async () => {
    const { source } = credentialsOf(
      async () => 'a',
      async () => 'a',
    );
    expect(await source.token()).toEqual({ kind: 'token', token: 'a', isNew: true });
    expect(await source.token()).toEqual({ kind: 'token', token: 'a', isNew: false });
  });

  it('are fetched once for all that wait', async () => {
    const { asked, source } = credentialsOf();
    await Promise.all([source.token(), source.token(), source.token()]);
    expect(asked).toEqual([false]);
  });

  it('are fetched by force after they were refused, until one is there', async () => {
    const { asked, source } = credentialsOf(failing('ServerError'), async () => 'b');
    source.forget();
    await source.token();
    expect(await source.token()).toEqual({ kind: 'token', token: 'b', isNew: true });
    await source.token();
    expect(asked).toEqual([true, true, false]);
  });

  it.each([
    ['a client that is not accepted', failing('ServerError', { errorCode: 'invalid_client' }), true],
    ['a machine without its identity', failing('CredentialUnavailableError'), true],
    ['no network', failing('ClientAuthError', { errorCode: 'network_error' }), false],
    ['anything else', async () => Promise.reject('words'), false],
  ])('tell a refusal from a failure: %s', async (_what, step, isRefused) => {
    expect(await credentialsOf(step).source.token()).toMatchObject({ kind: 'no-token', isRefused });
  });

  it('that fail are told by their codes alone', async () => {
    const { source } = credentialsOf(failing('ServerError', { errorCode: 'invalid_client' }));
    expect(await source.token()).toMatchObject({ reason: 'no access token: invalid_client AADSTS7000222' });
  });

  it('that do not come hold up nobody who asks later', async () => {
    const steps = [() => new Promise<string>(() => {}), async () => 'c'];
    const getToken = () => (steps.shift() ?? (async () => 'd'))();
    const source = createTokenSource(async () => ({ getToken }), 1);
    expect(await source.token()).toMatchObject({ kind: 'no-token', isRefused: false });
    expect(await source.token()).toMatchObject({ kind: 'token', token: 'c' });
  });
});
