import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { publicAddress } from '../../../../channels/server/public-address.js';

const asked = (headers: Record<string, string>) => ({ headers }) as unknown as IncomingMessage;
const direct = { PUBLIC_URL: undefined, TRUST_PROXY: 0 };
const behindProxy = { PUBLIC_URL: undefined, TRUST_PROXY: 1 };
const forwarded = { host: 'inner:3978', 'x-forwarded-host': 'chat.example', 'x-forwarded-proto': 'https' };

describe('public address', () => {
  test('is the one that is set', () => {
    const settings = { PUBLIC_URL: 'https://chat.example/', TRUST_PROXY: 0 };
    expect(publicAddress(asked({ host: 'localhost:3978' }), settings)).toEqual({
      http: 'https://chat.example',
      ws: 'wss://chat.example',
    });
  });

  test('is the host that was asked for', () => {
    expect(publicAddress(asked({ host: 'LocalHost:3978' }), direct)).toEqual({
      http: 'http://localhost:3978',
      ws: 'ws://localhost:3978',
    });
  });

  test('believes a proxy only where one stands', () => {
    expect(publicAddress(asked(forwarded), behindProxy).ws).toBe('wss://chat.example');
    expect(publicAddress(asked(forwarded), direct).ws).toBe('ws://inner:3978');
  });

  test('believes what our outermost proxy wrote, not what the client wrote before it', () => {
    const headers = {
      host: 'inner:3978',
      'x-forwarded-host': 'evil.example, chat.example',
      'x-forwarded-proto': 'http, https',
    };
    expect(publicAddress(asked(headers), behindProxy).http).toBe('https://chat.example');
    const through = { ...headers, 'x-forwarded-host': 'evil.example, chat.example, proxy.inner' };
    const two = { PUBLIC_URL: undefined, TRUST_PROXY: 2 };
    expect(publicAddress(asked({ ...through, 'x-forwarded-proto': 'http,https,http' }), two).http).toBe(
      'https://chat.example',
    );
    // One of them may set the header anew.
    expect(publicAddress(asked({ host: 'x', 'x-forwarded-host': 'chat.example' }), two).http).toBe(
      'http://chat.example',
    );
  });

  test('takes the scheme from a page of the same host, and nothing from another', () => {
    const host = 'chat.example';
    expect(publicAddress(asked({ host, origin: 'https://chat.example' }), direct).ws).toBe(
      'wss://chat.example',
    );
    expect(publicAddress(asked({ host, origin: 'https://evil.example' }), direct).ws).toBe(
      'ws://chat.example',
    );
    expect(publicAddress(asked({ host, origin: 'null' }), direct).ws).toBe('ws://chat.example');
  });
});
