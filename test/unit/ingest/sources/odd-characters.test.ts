import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileSource } from '../../../../ingest/sources/file/file-source.js';
import { rowsOfXml } from '../../../../ingest/sources/stack-exchange/read-xml-rows.js';
import { stackExchangeSource } from '../../../../ingest/sources/stack-exchange/stack-exchange-source.js';
import { toItem } from '../../../../ingest/steps/to-item.js';
import { toMarkdown } from '../../../../ingest/steps/to-markdown.js';
import { fc } from '../../../support/properties.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { makeReply, makeThread, rowsOf, threadsOf } from '../make-thread.js';

let folder: string;
beforeAll(() => {
  folder = temporaryFolder();
  mkdirSync(join(folder, 'dump'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A dump with one question, whose answer has these bytes, and another question that is whole. */
function dump(body: string | Buffer, end = '</posts>') {
  const head = `<?xml version="1.0" encoding="utf-8"?>\n<posts>\n  <row Id="1" PostTypeId="1" AcceptedAnswerId="2" Title="How?" />\n  <row Id="2" PostTypeId="2" ParentId="1" Body="`;
  const tail = `" />\n  <row Id="3" PostTypeId="1" AcceptedAnswerId="4" Title="And then?" />\n  <row Id="4" PostTypeId="2" ParentId="3" Body="Wait." />\n${end}`;
  writeFileSync(
    join(folder, 'dump/Posts.xml'),
    Buffer.concat([Buffer.from(head), Buffer.from(body), Buffer.from(tail)]),
  );
  return stackExchangeSource({
    name: 'tea',
    directory: join(folder, 'dump'),
    site: null,
    workDirectory: folder,
  });
}

const answersOf = async (source: ReturnType<typeof dump>) =>
  (await threadsOf(source)).map(({ replies }) => replies[0]?.body);

describe('a character that XML forbids', () => {
  it.each([
    ['a control as a reference', 'Press &#x0E;Cmd-1', 'Press Cmd-1'],
    ['a control as a decimal reference', 'Press &#14;Cmd-1', 'Press Cmd-1'],
    ['NUL as a reference', 'a&#0;b', 'ab'],
    ['a control as a raw byte', 'one\x0btwo', 'onetwo'],
    ['a raw NUL', 'one\0two', 'onetwo'],
    ['DEL and C1', 'a\x7fb\u0085c', 'abc'],
    ['an emoji as two halves', 'Yes &#xD83D;&#xDE00;!', 'Yes 😀!'],
    ['an emoji as two halves in decimals', 'Yes &#55357;&#56832;!', 'Yes 😀!'],
    ['half an emoji', 'Yes &#xD83D; or &#xDE00;!', 'Yes  or !'],
    ['the halves in the wrong order', '&#xDE00;&#xD83D;.', '.'],
    ['code points that are no characters', 'a&#xFFFE;b&#xFFFF;c\ufffed\uffff', 'abcd'],
    ['a code point beyond Unicode', 'a&#x110000;b', 'ab'],
    ['references that are allowed', '&#x27;&#65;&#x1F600;&#10;', "'A😀\n"],
  ])('does not stop the reading: %s', async (_title, body, expected) => {
    expect(await answersOf(dump(body))).toEqual([expected, 'Wait.']);
  });

  it('costs the row, which is named, where bytes are no UTF-8', async () => {
    const source = dump(Buffer.from('caf\xe9', 'latin1'));
    const [damaged, whole] = await threadsOf(source);
    const origin = { source: 'tea', fallbackLanguage: 'en', publicContacts: [] };
    const [row] = await rowsOf(source);
    expect(row?.position).toBe('Posts.xml line 3');
    expect(toItem(damaged ?? makeThread(), damaged?.replies[0] ?? makeReply(), origin)).toEqual({
      kind: 'skipped',
      reason: 'damaged-text',
      detail: 'the reply 2 has U+FFFD',
    });
    expect(whole?.replies[0]?.body).toBe('Wait.');
  });

  it('gives the same rows however the file is cut into chunks', async () => {
    const piece = fc.constantFrom(
      ...[
        'é',
        '😀',
        'x',
        '\x0b',
        '\0',
        '&#xD83D;',
        '&#xDE00;',
        '&#0;',
        '&#x0E;',
        '&#55357;',
        '&#56832;',
        '&amp;',
      ],
      ...['&#xFFFE;', '\uffff', '\u0085', '&#x41;', ' '],
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 24 }),
        fc.integer({ min: 1, max: 9 }),
        async (pieces, size) => {
          const padding = ' '.repeat(300);
          const xml = Buffer.from(`<posts>${padding}<row Body="${pieces.join('')}" /></posts>`);
          expect(await rowsInChunks(xml, size)).toEqual(await rowsInChunks(xml, xml.length));
        },
      ),
    );
  });

  it('is read in the encoding that the file declares or begins with', async () => {
    const xml = '<?xml version="1.0" encoding="ENCODING"?><posts><row Body="café" /></posts>';
    const latin = Buffer.from(xml.replace('ENCODING', 'iso-8859-1'), 'latin1');
    const wide = Buffer.from(`\ufeff${xml.replace('ENCODING', 'utf-16')}`, 'utf16le');
    for (const bytes of [latin, wide]) {
      expect(await rowsInChunks(bytes, 7)).toMatchObject([{ attributes: { Body: 'café' } }]);
    }
  });

  async function rowsInChunks(bytes: Buffer, size: number) {
    async function* chunks() {
      for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
    }
    const found: unknown[] = [];
    for await (const rows of rowsOfXml('Posts.xml', chunks())) found.push(...rows);
    return found;
  }
});

describe('a dump that is broken', () => {
  it('may be cut off only where it ends too early', async () => {
    for (const end of ['', '<row Id="9" Bo', '<row Id="9" Body="&#x1']) {
      await expect(rowsOf(dump('ok', end))).rejects.toThrow(
        /ends too early .*It may be cut off: get the file again/,
      );
    }
  });

  it('says line and byte where it is broken in another way, and not to get it again', async () => {
    const reading = rowsOf(dump('fish & chips'));
    await expect(reading).rejects.toMatchObject({ code: 'SOURCE_FILE_BROKEN', facts: { line: 4 } });
    await expect(rowsOf(dump('fish & chips'))).rejects.toThrow(/"&" near byte 1\d\d .*mend that place/);
    const mismatched = rowsOf(dump('ok', '</post>'));
    await expect(mismatched).rejects.toThrow(/line 7: .*near byte \d{3} .*mend that place/);
    await expect(rowsOf(dump('fish & chips'))).rejects.not.toThrow(/cut off/);
  });

  it('is told to be unpacked where it is packed', async () => {
    dump('ok');
    writeFileSync(join(folder, 'dump/Posts.xml'), gzipSync('words'));
    const source = stackExchangeSource({
      ...{ name: 'tea', directory: join(folder, 'dump'), site: null, workDirectory: folder },
    });
    await expect(rowsOf(source)).rejects.toThrow(/looks like a packed file.*Unpack it/);
  });
});

describe('a file of rows with odd characters', () => {
  function over(name: string, content: string | Buffer) {
    writeFileSync(join(folder, name), content);
    return fileSource('tea', [join(folder, name)]);
  }

  it.each([
    ['raw', 'one\x0btwo\0three\u0085'],
    ['written as escapes', 'one\\u000btwo\\u0000three\\u0085'],
    ['beside half an emoji', 'onetwothree\\ud83d'],
    ['beside what is no character', 'onetwothree\\ufffe'],
  ])('reads JSONL without them, %s', async (_title, text) => {
    const [thread] = await threadsOf(
      over('odd.jsonl', `{"id":"1","question":"How?","answer":"${text}","tags":["${text}"]}`),
    );
    expect(thread?.replies[0]?.body).toBe('onetwothree');
    expect(thread?.tags).toEqual(['onetwothree']);
  });

  it('reads a whole emoji of escapes, and a text with raw tabs', async () => {
    const [thread] = await threadsOf(
      over('tab.jsonl', '{"id":"1","question":"How?","answer":"a\tb \\ud83d\\ude00"}'),
    );
    expect(thread?.replies[0]?.body).toBe('a b 😀');
  });

  it('reads CSV without them, with the ids too', async () => {
    const [thread] = await threadsOf(
      over('odd.csv', 'id,question,answer\n1\x0b2,How?\0,one\x0btwo\u0085\x7f\n'),
    );
    expect(thread).toMatchObject({ id: '12', title: 'How?', replies: [{ body: 'onetwo' }] });
  });

  it('names a text that lost a letter before it came', () => {
    const origin = { source: 'tea', fallbackLanguage: 'nl', publicContacts: [] };
    const reply = makeReply({ id: 'r1', body: 'Een caf\ufffd.' });
    expect(toItem(makeThread(), reply, origin)).toMatchObject({
      kind: 'skipped',
      reason: 'damaged-text',
      detail: expect.stringContaining('r1'),
    });
    const title = makeThread({ id: 't1', title: 'Welk caf\ufffd?' });
    expect(toItem(title, makeReply(), origin)).toMatchObject({
      kind: 'skipped',
      reason: 'damaged-text',
      detail: expect.stringContaining('t1'),
    });
  });

  it('drops references to what is no character from HTML', () => {
    expect(toMarkdown('a&#0;b&#x0e;c &#xD83D;&#xDE00; it&#146;s', 'html', null)).toBe('abc 😀 it’s');
  });
});
