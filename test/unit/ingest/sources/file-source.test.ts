import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileSource } from '../../../../ingest/sources/file/file-source.js';
import { readLines } from '../../../../ingest/sources/file/read-lines.js';
import { fc } from '../../../support/properties.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { rowsOf, threadsOf } from '../make-thread.js';

const FIXTURES = join(import.meta.dirname, '../../../fixtures/ingest');
let folder: string;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A source over a file with this content. */
function over(name: string, content: string | Buffer) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return fileSource('tea', [path]);
}

async function skippedOf(name: string, content: string | Buffer) {
  const rows = await rowsOf(over(name, content));
  return rows.flatMap((row) => (row.kind === 'thread' ? [] : [[row.reason, row.position, row.detail]]));
}

const ROW = '{"id":"1","title":"Question?","replies":[]}';

describe('a JSONL file', () => {
  it('becomes threads with everything a row tells', async () => {
    const [kettle, white, moka] = await threadsOf(fileSource('tea', [join(FIXTURES, 'threads.jsonl')]));
    expect(kettle).toMatchObject({
      url: 'https://community.example/t/kettle/1',
      language: 'en',
      licence: 'CC BY-SA 4.0',
    });
    expect(kettle?.replies[1]).toMatchObject({
      url: 'https://community.example/t/kettle/1/3',
      author: { name: 'Tea Master', rank: 'Expert' },
      updatedAt: '2020-01-02T03:04:05.000Z',
    });
    expect(white?.duplicateOf).toBe('a-1');
    expect(moka?.replies[0]).toMatchObject({ author: { name: 'barista', rank: null }, url: null });
  });

  it('tolerates a byte order mark, CRLF and empty lines', async () => {
    const threads = await threadsOf(over('bom.jsonl', `\ufeff${ROW}\r\n\r\n${ROW.replace('1', '2')}\r\n`));
    expect(threads.map(({ id }) => id)).toEqual(['1', '2']);
  });

  it('takes rows of one question and one answer', async () => {
    const row =
      '{"id":7,"question":"How?","answer":"So.","lang":"nl-BE","tags":["x"],"format":"markdown","intent":"secret"}';
    expect(await threadsOf(over('pairs.jsonl', row))).toMatchObject([
      {
        id: '7',
        title: 'How?',
        format: 'markdown',
        language: 'nl',
        replies: [{ body: 'So.', isAccepted: true }],
      },
    ]);
  });

  it('names broken rows and goes on', async () => {
    const lines = [
      ROW,
      '{"id": broken',
      '[]',
      '{"title":"no id","replies":[]}',
      '{"id":"2","title":"no replies"}',
      '{"id":"3","title":"?","replies":[{"id":"a","accepted":true,"body":"x"},{"id":"b","accepted":true,"body":"y"}]}',
      '{"id":"4","title":"gone","deleted":true,"replies":[]}',
      ROW.replace('1', '9'),
      '',
    ];
    expect(await skippedOf('broken.jsonl', lines.join('\n'))).toEqual([
      ['broken-row', 'broken.jsonl line 2', 'no valid JSON'],
      ['broken-row', 'broken.jsonl line 3', expect.stringContaining('row: ')],
      ['broken-row', 'broken.jsonl line 4', expect.stringContaining('id: ')],
      ['broken-row', 'broken.jsonl line 5', expect.stringContaining('replies: ')],
      ['broken-row', 'broken.jsonl line 6', 'more than one reply is accepted'],
      ['deleted', 'broken.jsonl line 7', ''],
    ]);
  });

  it('names the thread of a broken row where it can be told', async () => {
    const rows = [
      '{"id":"2","title":"no replies"}',
      '{"id":3,"question":"no answer","answer":null}',
      '{"title":"no id","replies":[]}',
    ];
    const read = await rowsOf(over('named.jsonl', rows.join('\n')));
    expect(read.map((row) => (row.kind === 'failed' ? row.threadId : row.kind))).toEqual(['2', '3', null]);
  });

  it('passes over a line that is too long, and bytes that are no UTF-8', async () => {
    const long = Buffer.alloc(4 * 1024 * 1024 + 1, 'x');
    const noText = Buffer.from([0x22, 0xff, 0xfe, 0x22]);
    const end = Buffer.from('\n');
    const content = Buffer.concat([
      Buffer.from(`${ROW}\n`),
      long,
      end,
      noText,
      end,
      Buffer.from(ROW.replace('1', '2')),
    ]);
    expect(await skippedOf('long.jsonl', content)).toEqual([
      ['line-too-long', 'long.jsonl line 2', 'longer than 4194304 bytes'],
      ['broken-row', 'long.jsonl line 3', 'not UTF-8'],
    ]);
  });

  it('is broken when it ends within a row', async () => {
    await expect(rowsOf(over('cut.jsonl', `${ROW}\n${ROW.slice(0, 20)}`))).rejects.toMatchObject({
      code: 'SOURCE_FILE_BROKEN',
      facts: { line: 2 },
    });
  });

  it('may lack the end of its last line', async () => {
    expect(await threadsOf(over('no-end.jsonl', ROW))).toHaveLength(1);
  });
});

describe('a CSV file', () => {
  it('is read with the separator of its header', async () => {
    const [kettle, moka] = await threadsOf(fileSource('tea', [join(FIXTURES, 'answers.csv')]));
    expect(kettle).toMatchObject({
      id: 'a-1',
      title: 'How do I descale; clean the kettle?',
      format: 'text',
      language: 'en',
      url: 'https://community.example/1',
      tags: ['kettle', 'tea'],
      createdAt: '2019-03-01T12:00:00.000Z',
    });
    expect(kettle?.replies[0]?.body).toBe('1. Fill it with water and vinegar.\r\n2. Boil it once.');
    expect(moka).toMatchObject({ url: null, language: 'en', createdAt: null });
    expect(moka?.replies[0]).toMatchObject({ votes: 0, author: { name: 'barista', rank: null } });
  });

  it('gives rows without id one that stays when rows are moved', async () => {
    const idsOf = async (rows: string) =>
      (await threadsOf(over('no-id.csv', `question,answer\n${rows}`))).map(({ id }) => id);
    const [how, why] = await idsOf('How?,So.\nWhy?,"Because,\nyes."\n');
    expect(how).toMatch(/^row-[\da-f]{12}$/);
    expect(await idsOf('Why?,No idea.\nHow?,So.\n')).toEqual([why, how]);
  });

  it('names broken rows and goes on', async () => {
    const source = over('broken.csv', 'id,question,answer\n1,How?,So.\n2,too,many,fields\n3,Why?,Because.\n');
    expect((await threadsOf(source)).map(({ id }) => id)).toEqual(['1', '3']);
    const failed = (await rowsOf(source)).filter(({ kind }) => kind === 'failed');
    expect(failed).toMatchObject([{ reason: 'broken-row', position: 'broken.csv line 3' }]);
  });

  it.each([
    ['has no column for the answer', 'id,question\n1,How?\n'],
    ['has a quote that never ends', 'id,question,answer\n1,How?,"So.\n2,Why?,Because.\n'],
    ['is empty', ''],
  ])('is broken when it %s', async (_title, content) => {
    await expect(rowsOf(over('bad.csv', content))).rejects.toMatchObject({ code: 'SOURCE_FILE_BROKEN' });
  });
});

describe('files of other kinds', () => {
  it.each(['threads.jsonl', 'answers.csv'])('are refused under the name %s', async (name) => {
    const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    await expect(rowsOf(over(name, picture))).rejects.toMatchObject({ code: 'SOURCE_FILE_BINARY' });
    const noise = Buffer.from(Array.from({ length: 512 }, (_, place) => (place * 37) % 256));
    await expect(rowsOf(over(name, noise))).rejects.toMatchObject({ code: 'SOURCE_FILE_BINARY' });
  });

  it('are refused by their ending', () => {
    expect(() => fileSource('tea', ['threads.xlsx'])).toThrow(/threads\.xlsx/);
  });

  it('are refused when they are not there', async () => {
    const missing = fileSource('tea', [join(folder, 'missing.jsonl')]);
    await expect(rowsOf(missing)).rejects.toMatchObject({ code: 'SOURCE_UNREADABLE' });
  });
});

describe('lines', () => {
  it('are the same however the file is cut into chunks', async () => {
    const texts = fc.array(fc.string({ unit: fc.constantFrom('a', 'é', '🙂', '\r', ' '), maxLength: 6 }), {
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 1, max: 7 }), async (lines, size) => {
        const bytes = Buffer.from(`x${lines.join('\n')}\n`);
        const whole = await linesOf(bytes, bytes.length);
        expect(await linesOf(bytes, size)).toEqual(whole);
      }),
    );
  });

  async function linesOf(bytes: Buffer, size: number) {
    async function* chunks() {
      // The first chunk is looked at for being text, so it is kept whole enough to hold a character.
      yield bytes.subarray(0, 1);
      for (let from = 1; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
    }
    const lines: unknown[] = [];
    for await (const line of readLines(chunks(), 'file', 1000)) lines.push(line);
    return lines;
  }
});
