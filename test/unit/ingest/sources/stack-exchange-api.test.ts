import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { parseSettings } from '../../../../index/platform/settings.js';
import { openSources } from '../../../../ingest/reading/open-sources.js';
import type { Source } from '../../../../ingest/sources/contracts.js';
import { sourceSettings } from '../../../../ingest/sources/source-kinds.js';
import { instantPatience, startCommunity } from '../../../support/communities/local-community.js';
import { StackExchangeSite } from '../../../support/communities/stack-exchange-site.js';
import { rowsOf, threadsOf } from '../make-thread.js';

const server = await startCommunity(() => ({ status: 503 }));
afterAll(() => server.close());

let site: StackExchangeSite;
let patience: ReturnType<typeof instantPatience>;
beforeEach(() => {
  site = new StackExchangeSite();
  patience = instantPatience();
  server.respond = (request) => site.answer(request);
  server.requests.length = 0;
});

async function open(): Promise<Source> {
  const environment = { INGEST_INTRANET_HOSTS: server.host, INGEST_REQUESTS_PER_MINUTE: '100000' };
  const settings = parseSettings(sourceSettings, environment);
  const options = { api: `${server.base}/2.3`, tagged: 'tea' };
  const named = [{ name: 'tea', kind: 'stack-exchange-api', path: 'tea', options }];
  const [source] = await openSources(named, { settings, workDirectory: '.', patience });
  if (!source) throw new Error('no source was opened');
  return source;
}

describe('a Stack Exchange community over its API', () => {
  it('gives question and answers with owners, licence and links', async () => {
    site.add(7, 'Is &quot;green&quot; tea?', 'Yes.');
    const [thread] = await threadsOf(await open());
    expect(thread).toMatchObject({
      id: '7',
      url: 'https://tea.stackexchange.com/questions/7/x',
      licence: 'CC BY-SA 4.0',
      createdAt: '2025-01-01T02:53:27.000Z',
      replies: [
        {
          id: '1007',
          url: 'https://tea.stackexchange.com/a/1007',
          isAccepted: true,
          author: { name: 'Tea Master', rank: '1,234 reputation' },
        },
      ],
    });
  });

  it('is asked for a hundred at once, without a key where none is set, and turns all pages', async () => {
    for (let id = 1; id <= 5; id += 1) site.add(id, `Question ${id}?`, 'Yes.');
    expect(await threadsOf(await open())).toHaveLength(5);
    const [first = ''] = server.requests;
    expect(first).toMatch(/^GET \/2\.3\/search\/advanced\?/);
    for (const part of ['site=tea', 'pagesize=100', 'tagged=tea', 'accepted=True'])
      expect(first).toContain(part);
    expect(server.requests.join()).not.toContain('key=');
    expect(server.requests.filter((request) => request.includes('/2.3/questions/1;2;3;4;5?'))).toHaveLength(
      3,
    );
  });

  it('waits for a backoff before the next call of the same method', async () => {
    for (let id = 1; id <= 3; id += 1) site.add(id, `Question ${id}?`, 'Yes.');
    site.backoff = 12;
    await rowsOf(await open());
    const waits = patience.waited.filter((ms) => ms > 1000);
    expect(waits).toEqual([12_000, 12_000, 12_000]);
  });

  it('breaks off when the quota of the day is used up', async () => {
    for (let id = 1; id <= 5; id += 1) site.add(id, `Question ${id}?`, 'Yes.');
    site.quotaLeft = 3;
    await expect(rowsOf(await open())).rejects.toMatchObject({
      code: 'SOURCE_UNREACHABLE',
      message: expect.stringMatching(/quota; STACK_EXCHANGE_API_KEY allows more/),
    });
  });

  it('says what the API complains of', async () => {
    server.respond = () => ({ status: 400, body: { error_id: 400, error_name: 'bad_parameter' } });
    await expect(rowsOf(await open())).rejects.toMatchObject({
      message: expect.stringContaining('bad_parameter'),
    });
    server.respond = () => ({ status: 400, body: { error_id: 502, error_name: 'throttle_violation' } });
    await expect(rowsOf(await open())).rejects.toMatchObject({ code: 'SOURCE_UNREACHABLE' });
  });

  it('tells another accepted answer as a change', async () => {
    site.add(1, 'Which?', 'This.');
    const source = await open();
    const first = source.read();
    for await (const _ of first.rows);
    site.answers.push({ ...site.answers[0], question_id: 1, answer_id: 2000, is_accepted: false });
    site.questions.set(1, { ...site.questions.get(1), question_id: 1, accepted_answer_id: 2000 });
    const rows = [];
    for await (const row of source.readSince?.(first.checkpoint?.() ?? '').rows ?? []) rows.push(row);
    expect(rows).toMatchObject([
      { kind: 'thread', thread: { replies: [{ isAccepted: false }, { isAccepted: true }] } },
    ]);
  });
});
