import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { isCoded } from '../../../../index/platform/errors.js';
import {
  createGuardedFetch,
  type GuardedFetchOptions,
} from '../../../../ingest/sources/http/guarded-fetch.js';
import { nextAttempt, retryAfterMs } from '../../../../ingest/sources/http/next-attempt.js';
import { isPublicAddress } from '../../../../ingest/sources/http/public-address.js';
import { secretOfHost } from '../../../../ingest/sources/http/secret-of-host.js';
import { instantPatience, startCommunity } from '../../../support/communities/local-community.js';

const community = await startCommunity(() => ({ body: { fine: true } }));
afterAll(() => community.close());
beforeEach(() => {
  community.requests.length = 0;
  community.first.length = 0;
  community.respond = () => ({ body: { fine: true } });
});

function open(options: Partial<GuardedFetchOptions> = {}) {
  const patience = instantPatience();
  const http = createGuardedFetch({
    hosts: [community.host],
    intranetHosts: [community.host],
    requestsPerMinute: 60,
    contact: null,
    patience,
    ...options,
  });
  return { http, patience };
}

describe('an address', () => {
  it.each([
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'],
    ...['224.0.0.1', '255.255.255.255', '198.18.0.1', '::1', '::', 'fe80::1', 'fd00::1', 'ff02::1'],
    ...['::ffff:127.0.0.1', '::ffff:8.8.8.8', '64:ff9b::a00:1', '2002:7f00:1::', '2001:db8::1', 'no address'],
  ])('that is not public is known: %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2a00:1450:400e::1', '2606:4700::1111'])(
    'that is public is known: %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    ['another host', 'http://other.example.com/'],
    ['another port of the host', 'http://127.0.0.1:1/'],
    ['a file', 'file:///etc/passwd'],
    ['a name and password in it', 'http://a:b@127.0.0.1/'],
    ['nothing', 'forum'],
  ])('is refused where it names %s', async (_, url) => {
    await expect(open().http.fetch(url)).rejects.toMatchObject({ code: 'SOURCE_ADDRESS_REFUSED' });
    expect(community.requests).toEqual([]);
  });

  it('of this machine is refused, written as decimal, octal or short too', async () => {
    const { port } = new URL(community.base);
    for (const host of ['127.0.0.1', '2130706433', '0177.0.0.1', '127.1', '[::1]', '[::ffff:7f00:1]']) {
      const url = new URL(`http://${host}:${port}/`);
      const { http } = open({ hosts: [url.host], intranetHosts: [] });
      await expect(http.fetch(url.href)).rejects.toMatchObject({ code: 'SOURCE_ADDRESS_REFUSED' });
    }
    expect(community.requests).toEqual([]);
  });

  it('is refused when the connection is made, where its name leads to a private one', async () => {
    const { port } = new URL(community.base);
    const host = `localhost:${port}`;
    const resolve = async () => [
      { address: '127.0.0.1', family: 4 },
      { address: '8.8.8.8', family: 4 },
    ];
    const { http } = open({ hosts: [host], intranetHosts: [], resolve });
    await expect(http.fetch(`http://${host}/`)).rejects.toMatchObject({ code: 'SOURCE_ADDRESS_REFUSED' });
    expect(community.requests).toEqual([]);
  });
});

describe('an answer that leads on', () => {
  it('is followed on the same host', async () => {
    community.respond = ({ url }) =>
      url.pathname === '/old'
        ? { status: 301, headers: { location: '/new' } }
        : { body: { at: url.pathname } };
    const reply = await open().http.fetch(`${community.base}/old`);
    expect(reply.url).toBe(`${community.base}/new`);
  });

  it.each(['http://169.254.169.254/latest/meta-data/', 'http://localhost/', '//other.example.com/'])(
    'is refused where it leads to %s',
    async (location) => {
      community.respond = () => ({ status: 302, headers: { location } });
      await expect(open().http.fetch(`${community.base}/`)).rejects.toMatchObject({
        code: 'SOURCE_ADDRESS_REFUSED',
      });
    },
  );

  it('in a circle ends', async () => {
    community.respond = () => ({ status: 302, headers: { location: '/' } });
    await expect(open().http.fetch(`${community.base}/`)).rejects.toMatchObject({
      code: 'SOURCE_ANSWER_UNUSABLE',
    });
    expect(community.requests).toHaveLength(6);
  });

  it('takes no key along to another host', async () => {
    let seen: unknown = 'nothing';
    const other = await startCommunity(({ headers }) => {
      seen = headers['api-key'] ?? null;
      return { body: {} };
    });
    community.respond = () => ({ status: 302, headers: { location: `${other.base}/` } });
    const hosts = [community.host, other.host];
    const { http } = open({ hosts, intranetHosts: hosts });
    await http.fetch(`${community.base}/`, { headers: { 'Api-Key': 'secret' } });
    expect(seen).toBeNull();
    await other.close();
  });
});

describe('attempts', () => {
  it('are made again, later each time, as long as that can help', async () => {
    community.first.push({ status: 503 }, { status: 500 }, { status: 429, headers: { 'retry-after': '30' } });
    const { http, patience } = open();
    expect(await http.fetch(`${community.base}/`)).toMatchObject({ status: 200 });
    expect(patience.waited).toEqual([1000, 2000, 30_000]);
  });

  it('end with the fifth, and say so', async () => {
    community.respond = () => ({ status: 502 });
    await expect(open().http.fetch(`${community.base}/x?key=secret`)).rejects.toMatchObject({
      code: 'SOURCE_UNREACHABLE',
      message: expect.stringContaining('502 after 5 attempts'),
    });
    expect(community.requests).toHaveLength(5);
  });

  it.each([
    [404, 'SOURCE_ANSWER_UNUSABLE'],
    [401, 'SOURCE_ACCESS_DENIED'],
    [403, 'SOURCE_ACCESS_DENIED'],
  ])('are not made again after status %i', async (status, code) => {
    community.respond = () => ({ status });
    await expect(open().http.fetch(`${community.base}/`)).rejects.toMatchObject({ code });
    expect(community.requests).toHaveLength(1);
  });

  it('end in time where nobody answers', async () => {
    const silent = await startCommunity(() => ({
      body: Buffer.alloc(10),
      headers: { 'content-length': '9999' },
    }));
    const { http } = open({ hosts: [silent.host], intranetHosts: [silent.host], attemptMs: 20 });
    await expect(http.fetch(`${silent.base}/`)).rejects.toMatchObject({ code: 'SOURCE_UNREACHABLE' });
    await silent.close();
  });

  it('wait at least what the community asks for, in seconds or as a date, and never give in to 0', () => {
    const now = new Date('2026-03-01T12:00:00Z');
    const wait = (retryAfter: string | null, attempts = 1) =>
      nextAttempt({ attempts, status: 429, retryAfter }, now);
    expect(wait(null)).toBe(1000);
    expect(wait('0', 3)).toBe(4000);
    expect(wait('7')).toBe(7000);
    expect(wait('Sun, 01 Mar 2026 12:01:00 GMT')).toBe(60_000);
    expect(wait('Sunday, 01-Mar-26 12:01:00 GMT')).toBe(60_000);
    expect(wait('Sun, 01 Mar 2026 11:00:00 GMT')).toBe(1000);
    expect(wait('86400')).toBeNull();
    for (const odd of ['soon', '-5', '1e9', '', 'NaN', '2026'])
      expect(retryAfterMs(odd, now)).toBeLessThanOrEqual(2_026_000);
    expect(retryAfterMs('soon', now)).toBe(0);
  });
});

describe('a host', () => {
  it('is asked no faster than is set', async () => {
    const { http, patience } = open({ requestsPerMinute: 30 });
    for (let turn = 0; turn < 3; turn += 1) await http.fetch(`${community.base}/`);
    expect(patience.waited).toEqual([2000, 2000]);
  });

  it('is left alone for as long as it asks in an answer', async () => {
    const { http, patience } = open();
    http.holdOff(`${community.base}/`, 12_000);
    await http.fetch(`${community.base}/`);
    expect(patience.waited).toEqual([12_000]);
  });

  it('is told who reads it', async () => {
    let agent = '';
    community.respond = ({ headers }) => {
      agent = String(headers['user-agent']);
      return {};
    };
    await open({ contact: 'https://example.com/bot' }).http.fetch(`${community.base}/`);
    expect(agent).toMatch(/^CommunitySupportBot\/\S+ \(.*https:\/\/example\.com\/bot\)$/);
  });
});

describe('a large answer', () => {
  it('ends the reading, packed or not', async () => {
    const bomb = gzipSync(Buffer.alloc(5_000_000));
    community.respond = ({ url }) =>
      url.pathname === '/bomb'
        ? { body: bomb, headers: { 'content-encoding': 'gzip' } }
        : { body: Buffer.alloc(2_000_000), headers: { 'content-encoding': 'identity' } };
    for (const path of ['/bomb', '/plain']) {
      await expect(
        open().http.fetch(`${community.base}${path}`, { mostBytes: 100_000 }),
      ).rejects.toMatchObject({
        code: 'SOURCE_ANSWER_UNUSABLE',
      });
    }
  });
});

describe('what a fetch complains of', () => {
  it('names no key', async () => {
    community.respond = () => ({ status: 500 });
    const error = await open()
      .http.fetch(`${community.base}/x?key=hidden`, { headers: { 'Api-Key': 'hidden' } })
      .catch((reason: unknown) => reason);
    expect(isCoded(error)).toBe(true);
    expect(inspect(error, { depth: 9 })).not.toContain('hidden');
  });
});

describe('secrets by host', () => {
  it('are handed to their host alone', () => {
    const text = 'a.example.com=bot:one=1, B.example.com:81=bot:two';
    expect(secretOfHost(text, 'a.example.com')).toBe('bot:one=1');
    expect(secretOfHost(text, 'b.example.com:81')).toBe('bot:two');
    expect(secretOfHost(text, 'c.example.com')).toBeNull();
    expect(secretOfHost(undefined, 'a.example.com')).toBeNull();
    expect(secretOfHost('one', 'a.example.com')).toBe('ill-formed');
  });
});
