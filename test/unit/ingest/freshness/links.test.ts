import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../../../index/platform/database.js';
import { checkLinks } from '../../../../ingest/freshness/check-links.js';
import { linksIn } from '../../../../ingest/freshness/links-in.js';
import { lookAtLinks } from '../../../../ingest/freshness/look-at-links.js';
import { createAskHead } from '../../../../ingest/sources/http/ask-head.js';
import { openLinkChecks } from '../../../../ingest/store/link-checks.js';
import { openIngestDatabase } from '../../../../ingest/store/open-ingest-database.js';
import { exampleItem } from '../../../support/embedded-items.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const DAY_MS = 86_400_000;
const A = 'https://a.example.com/x';
const A2 = 'https://a.example.com/y';
const B = 'https://b.example.com/';

function stage(): {
  database: Database;
  check: (statuses: Record<string, number | Error>, days?: number) => ReturnType<typeof checkLinks>;
  asked: { link: string; at: number }[];
} {
  const database = openIngestDatabase(join(temporaryFolder(), 'ingest.sqlite'));
  const asked: { link: string; at: number }[] = [];
  let now = 0;
  const patience = {
    now: () => new Date(now),
    wait: async (ms: number) => {
      now += ms;
    },
  };
  return {
    database,
    asked,
    async check(statuses, days = 0) {
      now += days * DAY_MS;
      const answer = Object.keys(statuses)
        .map((link) => `[see](${link})`)
        .join(' ');
      const ask = async (link: string) => {
        asked.push({ link, at: now });
        const status = statuses[link];
        if (status instanceof Error) throw status;
        return status ?? 200;
      };
      return checkLinks(database, [exampleItem({ answer })], ask, patience);
    },
  };
}

describe('links in answers', () => {
  it('are those of its words, each once, and nothing else', () => {
    const answer = `[a](${A}#part), <${A}>, ${B} ![picture](https://p.example.com/1.png) [mail](mailto:x@example.com)`;
    expect([...linksIn(answer)]).toEqual([A, B]);
    expect([...linksIn('Nothing at all.')]).toEqual([]);
  });

  it('lead nowhere only when they did so twice, on different days', async () => {
    const { database, check, asked } = stage();
    const isDead = () => openLinkChecks(database).isDead(A);
    await check({ [A]: 404 });
    expect(isDead()).toBe(false);
    await check({ [A]: 404 });
    expect(asked).toHaveLength(1);
    await check({ [A]: 410 }, 1);
    expect(isDead()).toBe(true);
    await check({ [A]: 200 }, 1);
    expect(isDead()).toBe(false);
  });

  it.each([
    ['an outage', 503],
    ['no permission', 403],
    ['no HEAD', 405],
    ['a time out', new Error('The operation was aborted due to timeout')],
  ])('are not dead for %s', async (_what, status) => {
    const { database, check } = stage();
    for (let day = 0; day < 5; day += 1) await check({ [A]: status }, 8);
    expect(openLinkChecks(database).isDead(A)).toBe(false);
  });

  it('are dead where their host is gone', async () => {
    const { database, check } = stage();
    const gone = Object.assign(new Error('getaddrinfo ENOTFOUND a.example.com'), { code: 'ENOTFOUND' });
    await check({ [A]: gone });
    await check({ [A]: gone }, 2);
    expect(openLinkChecks(database).isDead(A)).toBe(true);
  });

  it('are asked for at one a second per host, and not again while it is known', async () => {
    const { check, asked } = stage();
    expect(await check({ [A]: 200, [A2]: 200, [B]: 200 })).toEqual({ checked: 3, gone: 0, left: 0 });
    const times = asked.filter(({ link }) => link !== B).map(({ at }) => at);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBe(1_000);
    expect((await check({ [A]: 200, [A2]: 200, [B]: 200 }, 29)).checked).toBe(0);
    expect((await check({ [A]: 200 }, 2)).checked).toBe(1);
  });

  it('are forgotten with the answers they stood in', async () => {
    const { database, check } = stage();
    await check({ [A]: 404 });
    await check({ [B]: 200 }, 1);
    await check({ [A]: 404 }, 1);
    expect(openLinkChecks(database).isDead(A)).toBe(false);
  });

  it('are left alone where nobody switched it on', async () => {
    const off = { INGEST_CHECK_LINKS: false, INGEST_CONTACT: undefined };
    await expect(lookAtLinks(temporaryFolder(), off)).rejects.toMatchObject({
      code: 'INGEST_COMMAND_INVALID',
    });
  });
});

describe('asking for a head', () => {
  it('never reaches an address that is not public, by number or by name', async () => {
    const server = createServer((_, response) => response.end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    let requests = 0;
    server.on('request', () => {
      requests += 1;
    });
    const ask = createAskHead(null, async () => [{ address: '127.0.0.1', family: 4 }]);
    await expect(ask(`http://127.0.0.1:${port}/`)).rejects.toMatchObject({ code: 'SOURCE_ADDRESS_REFUSED' });
    await expect(ask(`http://inside.example.com:${port}/`)).rejects.toThrow();
    await expect(ask('https://user:secret@example.com/')).rejects.toMatchObject({
      code: 'SOURCE_ADDRESS_REFUSED',
    });
    server.close();
    expect(requests).toBe(0);
  });
});
