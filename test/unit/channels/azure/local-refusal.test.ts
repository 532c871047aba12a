import { describe, expect, it } from 'vitest';
import { localRefusal } from '../../../../channels/azure/local-refusal.js';
import { isLoopbackUrl } from '../../../../channels/azure/loopback.js';
import { teamsMessage } from '../../../support/azure-server.js';

const HERE = teamsMessage({ serviceUrl: 'http://localhost:56150/_connector' });

function refusalOf(from: string, headers = {}, activity = HERE) {
  return localRefusal(
    { socket: { remoteAddress: from }, headers: { host: 'localhost:3978', ...headers } } as never,
    activity,
  );
}

describe('a call that nothing vouches for', () => {
  it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1', '127.8.9.1'])('is taken from %s', (address) => {
    expect(refusalOf(address)).toBeNull();
  });

  it.each(['10.0.0.4', '::ffff:10.0.0.4', '203.0.113.5', 'fe80::1', '1127.0.0.1'])(
    'is refused from %s',
    (address) => {
      expect(refusalOf(address)).toMatch(/another/);
    },
  );

  it.each([
    'x-forwarded-for',
    'x-forwarded-proto',
    'x-forwarded-port',
    'x-real-ip',
    'x-client-ip',
    'x-envoy-external-address',
    'x-amzn-trace-id',
    'forwarded',
    'via',
    'cf-connecting-ip',
    'true-client-ip',
    'fastly-client-ip',
  ])('is refused with the header %s, which a proxy put on it', (name) => {
    expect(refusalOf('127.0.0.1', { [name]: '127.0.0.1' })).toMatch(/proxy/);
  });

  it('is taken with what the Emulator puts on it', () => {
    expect(refusalOf('127.0.0.1', { 'x-ms-conversation-id': 'c', 'x-emulator-version': '4' })).toBeNull();
  });

  it.each(['127.0.0.1:3978', '[::1]:3978', 'LOCALHOST'])('is taken when addressed to %s', (host) => {
    expect(refusalOf('127.0.0.1', { host })).toBeNull();
  });

  it.each(['chat.example', 'localhost.evil.example:3978', 'x@localhost', 'localhost/x', '', undefined])(
    'is refused when addressed to %s',
    (host) => {
      expect(refusalOf('127.0.0.1', { host })).toMatch(/another name/);
    },
  );

  it('is refused from a web page of somebody else', () => {
    expect(refusalOf('127.0.0.1', { origin: 'https://evil.example' })).toMatch(/web page/);
    expect(refusalOf('127.0.0.1', { origin: 'null' })).toMatch(/web page/);
    expect(refusalOf('127.0.0.1', { origin: 'http://localhost:3000' })).toBeNull();
  });

  it('is refused when it wants another machine to be called', () => {
    const activity = teamsMessage({ serviceUrl: 'http://169.254.169.254/' });
    expect(refusalOf('127.0.0.1', {}, activity)).toMatch(/serviceUrl/);
  });
});

describe('an address of this machine', () => {
  it.each(['http://localhost:1/x', 'https://127.0.0.1/', 'http://[::1]:3978', 'http://127.1/'])(
    'is %s',
    (url) => {
      expect(isLoopbackUrl(url)).toBe(true);
    },
  );

  it.each([
    'http://localhost.evil.example/',
    'http://localhost@evil.example/',
    'http://127.0.0.1.evil.example/',
    'ftp://localhost/',
    'file:///etc/passwd',
    'http://10.0.0.1/',
    'nonsense',
  ])('is not %s', (url) => {
    expect(isLoopbackUrl(url)).toBe(false);
  });
});
