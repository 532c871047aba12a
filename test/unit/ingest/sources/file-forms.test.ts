import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileSource } from '../../../../ingest/sources/file/file-source.js';
import { splitJson } from '../../../../ingest/sources/file/split-json.js';
import { createDecoding, type Encoding, UPPER_HALVES } from '../../../../ingest/sources/text-decoding.js';
import { fc } from '../../../support/properties.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { rowsOf, threadsOf } from '../make-thread.js';

let folder: string;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => rmSync(folder, { recursive: true }));

function over(name: string, content: string | Buffer) {
  writeFileSync(join(folder, name), content);
  return fileSource('tea', [join(folder, name)]);
}

async function skippedOf(name: string, content: string | Buffer) {
  const rows = await rowsOf(over(name, content));
  return rows.flatMap((row) => (row.kind === 'failed' ? [`${row.position}: ${row.detail}`] : []));
}

/** Text in an encoding with one byte a character. */
function encode(text: string, encoding: keyof typeof UPPER_HALVES): Buffer {
  return Buffer.from(
    [...text].map((sign) => {
      const code = sign.charCodeAt(0);
      const byte = code < 128 ? code : 128 + UPPER_HALVES[encoding].indexOf(sign);
      if (byte < 0 || (code > 127 && byte < 128)) throw new Error(`no ${sign} in ${encoding}`);
      return byte;
    }),
  );
}

const HEAD = 'id;question;answer\r\n';
const ROW = '1;Mag ik café crème?;"80 °C … “één” zeefje, ’s avonds €5"\r\n';
const ANSWER = '80 °C … “één” zeefje, ’s avonds €5';
/** More than any sample of a beginning. */
const PLAIN = Array.from(
  { length: 4000 },
  (_, place) => `p${place};Plain question ${place}?;Plain.\r\n`,
).join('');

describe('the encoding of a file', () => {
  it.each([
    ['UTF-8', Buffer.from(HEAD + PLAIN + ROW)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${HEAD}${PLAIN}${ROW}`)],
    ['UTF-16 LE with a mark', Buffer.from(`\ufeff${HEAD}${PLAIN}${ROW}`, 'utf16le')],
    ['UTF-16 LE without', Buffer.from(HEAD + PLAIN + ROW, 'utf16le')],
    ['UTF-16 BE with a mark', Buffer.from(`\ufeff${HEAD}${PLAIN}${ROW}`, 'utf16le').swap16()],
    ['UTF-16 BE without', Buffer.from(HEAD + PLAIN + ROW, 'utf16le').swap16()],
    ['Windows-1252', encode(HEAD + PLAIN + ROW, 'windows-1252')],
    ['Mac Roman', encode(HEAD + PLAIN + ROW, 'macintosh')],
  ])('is told over the whole of a CSV file: %s', async (_title, content) => {
    const last = (await threadsOf(over('encoded.csv', content))).at(-1);
    expect(last).toMatchObject({ title: 'Mag ik café crème?', replies: [{ body: ANSWER }] });
  });

  it.each([
    ['ISO-8859-1', 'Hoe laat is het café open?', 'Bij 20 °C: ½ liter, naïef gezegd.', 'windows-1252'],
    ['ISO-8859-15', 'Wat kost het?', 'Een cœur à la crème kost 5 €.', 'iso-8859-15'],
    [
      'Windows-1252 in German',
      'Wo ist die Straße?',
      'Fünf Häuser weiter, „gleich“ über die Brücke.',
      'windows-1252',
    ],
    ['Windows-1252 in capitals', 'ÉÉN CAFÉ?', 'GEEN ÉÉN, ZEG IK.', 'windows-1252'],
    ['Mac Roman in French', 'Où est le café ?', 'À côté de l’église, déjà fermée.', 'macintosh'],
  ] as const)('is told by what makes sense: %s', async (_title, question, answer, encoding) => {
    const csv = encode(`id;question;answer\n1;${question};${answer}\n`, encoding);
    expect(await threadsOf(over('sense.csv', csv))).toMatchObject([
      { title: question, replies: [{ body: answer }] },
    ]);
    const json = encode(JSON.stringify([{ id: 1, question, answer }]), encoding);
    expect(await threadsOf(over('sense.json', json))).toMatchObject([
      { title: question, replies: [{ body: answer }] },
    ]);
  });

  it.each([
    ['Polish (Windows-1250)', 'Czy mo\xbfna p\xb3aci\xe6 kart\xb9?'],
    ['Russian (Windows-1251)', '\xcf\xf0\xe8\xe2\xe5\xf2, \xea\xe0\xea \xe4\xe5\xeb\xe0?'],
    ['DOS (code page 850)', 'Caf\x82 cr\x8ame, d\x82j\x85 vu, na\x8bef'],
  ])('is not guessed: %s', async (_title, question) => {
    const csv = Buffer.from(`id;question;answer\n1;${question};${question}\n`, 'latin1');
    const reading = rowsOf(over('foreign.csv', csv));
    await expect(reading).rejects.toMatchObject({ code: 'SOURCE_ENCODING_UNKNOWN' });
    await expect(rowsOf(over('foreign.csv', csv))).rejects.toThrow(/line 2.*save it as UTF-8/);
  });

  it('stays UTF-8 where few rows are not, which are named', async () => {
    const lines = [
      '{"id":1,"question":"Café?","answer":"é è ë"}',
      '{"id":2,"question":"X?","answer":"\\u0041"}',
    ];
    const damaged = Buffer.concat([
      Buffer.from(`${lines[0]}\n`),
      Buffer.from('{"id":3,"question":"caf\xe9"}\n', 'latin1'),
    ]);
    const content = Buffer.concat([damaged, Buffer.from(`${lines[1]}\n`)]);
    expect(await skippedOf('few.jsonl', content)).toEqual(['few.jsonl line 2: not UTF-8']);
  });

  it('decodes the same however the bytes are cut', () => {
    const text = 'één “café” 😀 €';
    const encoded: [Encoding, Buffer][] = [
      ['utf-8', Buffer.from(text)],
      ['utf-16le', Buffer.from(text, 'utf16le')],
      ['utf-16be', Buffer.from(text, 'utf16le').swap16()],
    ];
    for (const [encoding, bytes] of encoded) {
      for (let size = 1; size < bytes.length; size += 1) {
        const decoding = createDecoding(encoding);
        let decoded = '';
        for (let from = 0; from < bytes.length; from += size)
          decoded += decoding.write(bytes.subarray(from, from + size));
        expect(decoded + decoding.end()).toBe(text);
      }
    }
  });
});

describe('the header of a CSV file', () => {
  it.each([
    ['may stand behind "sep=;"', 'sep=;\r\nid;question;answer\r\n1;How, exactly?;So, like this.\r\n'],
    [
      'may stand behind "sep=;" and a mark',
      '\ufeff"sep=;"\nid;question;answer\n1;How, exactly?;So, like this.\n',
    ],
    [
      'may have more commas than semicolons',
      'id;question;answer;"a,b,c,d,e,f"\n1;How, exactly?;So, like this.;x\n',
    ],
    ['may be in capitals', 'ID;Question;ANSWER\n1;How, exactly?;So, like this.\n'],
    ['may be Dutch, with spaces', ' Nr ; Vraag ; Antwoord \n1;How, exactly?;So, like this.\n'],
    ['may be French', 'id;Question posée;Réponse\n1;How, exactly?;So, like this.\n'],
    [
      'may have notes in brackets',
      'id;question (short, if you can);answer\n1;How, exactly?;So, like this.\n',
    ],
    ['may be separated by bars', 'id|question|answer\n1|How, exactly?|So, like this.\n'],
    ['may name other columns', 'naam;id;Vraag;notitie;Antwoord\nx;1;How, exactly?;y;So, like this.\n'],
  ])('%s', async (_title, csv) => {
    expect(await threadsOf(over('head.csv', csv))).toMatchObject([
      { id: '1', title: 'How, exactly?', replies: [{ body: 'So, like this.' }] },
    ]);
  });

  it('counts the line of "sep=;" too', async () => {
    expect(await skippedOf('sep.csv', 'sep=;\nid;question;answer\n1;How?;So.\n2;too;many;fields\n')).toEqual([
      'sep.csv line 4: record inconsistent columns',
    ]);
  });

  it('is named when it cannot be used, with what to do', async () => {
    const reading = rowsOf(over('heads.csv', 'Kenmerk;Bericht\n1;x\n'));
    await expect(reading).rejects.toMatchObject({ code: 'SOURCE_FILE_BROKEN', facts: { line: 1 } });
    await expect(rowsOf(over('heads.csv', 'Kenmerk;Bericht\n1;x\n'))).rejects.toThrow(
      /no column "question" and no column "answer"; it has "Kenmerk", "Bericht".*Give the first line the headings/,
    );
  });

  it('is not quoted when it is a row', async () => {
    const reading = rowsOf(
      over('none.csv', 'Mijn abonnement 12345 is stuk en ik woon op de Dam, wat nu?;Bel ons.\n'),
    );
    await expect(reading).rejects.toThrow(/it looks like a row, not like headings/);
    await expect(rowsOf(over('none.csv', `${'x'.repeat(50)};y\n`))).rejects.not.toThrow(/xxx/);
  });

  it('is followed by a quotation mark that never ends, whose line is told', async () => {
    const reading = rowsOf(
      over('quote.csv', 'id,question,answer\n1,How?,So.\n2,Why?,"Because.\n3,When?,Now.\n'),
    );
    await expect(reading).rejects.toMatchObject({ code: 'SOURCE_FILE_BROKEN', facts: { line: 3 } });
  });
});

const THREAD = { id: 1, title: 'How?', replies: [{ id: 2, body: '<p>So.</p>', accepted: true }] };
const OTHER = { ...THREAD, id: 3 };

describe('a JSON file', () => {
  it.each([
    ['a list over several lines', JSON.stringify([THREAD, OTHER], null, 2)],
    ['a list on one line', JSON.stringify([THREAD, OTHER])],
    [
      'a list with a mark and a comma too many',
      `\ufeff[${JSON.stringify(THREAD)},\n${JSON.stringify(OTHER)},\n]\n`,
    ],
    ['objects over several lines', `${JSON.stringify(THREAD, null, 2)}\n${JSON.stringify(OTHER, null, 2)}\n`],
    ['an object with a list', JSON.stringify({ threads: [THREAD, OTHER], total: 2 }, null, 2)],
    ['a wrapped list', JSON.stringify({ status: 'ok', data: { items: [THREAD, OTHER] } })],
    ['one thread a line', `${JSON.stringify(THREAD)}\n${JSON.stringify(OTHER)}\n`],
  ])('may hold %s', async (_title, json) => {
    for (const name of ['form.json', 'form.jsonl']) {
      expect((await threadsOf(over(name, json))).map(({ id }) => id)).toEqual(['1', '3']);
    }
  });

  it('of questions without ids gives each an id that stays when they are moved', async () => {
    const rows = [
      { vraag: 'How?', antwoord: 'So.' },
      { vraag: 'When?', antwoord: 'Now.' },
    ];
    const ids = async (faqs: unknown) =>
      (await threadsOf(over('faqs.json', JSON.stringify({ faqs })))).map(({ id, title }) => `${title} ${id}`);
    const found = await ids(rows);
    expect(found).toHaveLength(2);
    expect(new Set(found.map((each) => each.slice(-12))).size).toBe(2);
    expect((await ids(rows.toReversed())).toReversed()).toEqual(found);
  });

  it('names broken entries of a list and goes on', async () => {
    const list = `[\n${JSON.stringify(THREAD)},\n{"id": 5, "title": broken},\n"text",\n${JSON.stringify(OTHER)}\n]\n`;
    expect((await threadsOf(over('holes.json', list))).map(({ id }) => id)).toEqual(['1', '3']);
    expect(await skippedOf('holes.json', list)).toEqual([
      'holes.json line 3 (entry 2): no valid JSON',
      expect.stringContaining('holes.json line 4 (entry 3): row: '),
    ]);
  });

  it.each([
    ['within an entry', `[\n${JSON.stringify(THREAD)},\n{"id": 3, "ti`],
    ['between two entries', `[\n${JSON.stringify(THREAD)},\n`],
    ['before its last bracket', `[\n${JSON.stringify(THREAD)}\n`],
  ])('is cut off where its list ends %s', async (_title, json) => {
    const reading = rowsOf(over('cut.json', json));
    await expect(reading).rejects.toThrow(/line [23]: the file ends before its list does.*may be cut off/);
  });

  it('is cut off where its object ends too early', async () => {
    const json = JSON.stringify(THREAD, null, 2).slice(0, -8);
    await expect(rowsOf(over('cut.json', json))).rejects.toThrow(/may be cut off/);
  });

  it('is split the same however it is cut into chunks', async () => {
    const piece = fc.constantFrom(
      '{"a":"é"}',
      '[1]',
      '{"b":"\\"]}"}',
      ',',
      ' ',
      '\n',
      '{"c":[{}]}',
      '5',
      '"x"',
      ']',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 8 }),
        fc.integer({ min: 1, max: 7 }),
        fc.boolean(),
        async (pieces, size, isList) => {
          const bytes = Buffer.from(`${isList ? '[' : ''}${pieces.join('')}${isList ? ']' : ''}`);
          expect(await piecesOf(bytes, size, isList)).toEqual(
            await piecesOf(bytes, bytes.length + 1, isList),
          );
        },
      ),
    );
  });

  async function piecesOf(bytes: Buffer, size: number, isList: boolean) {
    async function* chunks() {
      for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
    }
    const pieces: unknown[] = [];
    for await (const each of splitJson(chunks(), isList, 12))
      pieces.push({ ...each, bytes: each.bytes?.toString() });
    return pieces;
  }

  it.each([
    [
      'flags and numbers as text',
      { id: 1, title: 'T?', replies: [{ id: 2, body: 'b', accepted: 'true', votes: '3' }] },
    ],
    ['flags as numbers', { id: 1, title: 'T?', replies: [{ id: 2, body: 'b', accepted: 1, votes: 3 }] }],
    [
      'replies that are nothing',
      { id: 1, title: 'T?', replies: [null, { id: 2, body: 'b', accepted: true, votes: 3 }] },
    ],
    ['replies without id', { id: 1, title: 'T?', replies: [{ body: 'b', accepted: 'yes', votes: 3 }] }],
  ])('is read where its meaning is plain: %s', async (_title, row) => {
    expect(await threadsOf(over('loose.jsonl', JSON.stringify(row)))).toMatchObject([
      { replies: [{ isAccepted: true, votes: 3, body: 'b' }] },
    ]);
  });

  it('is read where its meaning is plain: tags in one text, times in seconds and milliseconds', async () => {
    const row = {
      id: 1,
      title: 'T?',
      tags: 'a, b',
      createdAt: 1551434400,
      replies: [{ id: 2, body: 'b', createdAt: '1551434400000' }],
    };
    expect(await threadsOf(over('loose.jsonl', JSON.stringify(row)))).toMatchObject([
      {
        tags: ['a', 'b'],
        createdAt: '2019-03-01T10:00:00.000Z',
        replies: [{ createdAt: '2019-03-01T10:00:00.000Z' }],
      },
    ]);
  });

  it('is not read where its meaning is not plain', async () => {
    const row = { id: 1, title: 'T?', replies: [{ id: 2, body: 'b', accepted: 'perhaps' }] };
    expect(await skippedOf('vague.jsonl', JSON.stringify(row))).toEqual([
      expect.stringMatching(/^vague\.jsonl line 1: replies\.0\.accepted: /),
    ]);
  });

  it('that holds something else is told which fields it has', async () => {
    expect(await skippedOf('else.json', '{"foo": 1, "bar": 2}')).toEqual([
      'else.json line 1: it has the fields "foo", "bar"; a thread has id, title and replies, or id, question and answer',
    ]);
  });
});

const TOPIC = {
  id: 77,
  title: 'Hoe reset ik de box?',
  tags: ['box', { id: 1, name: 'reset' }],
  created_at: '2024-01-01T10:00:00.000Z',
  post_stream: {
    posts: [
      { id: 1, post_number: 1, post_type: 1, username: 'vrager', cooked: '<p>Hoe?</p>' },
      { id: 2, post_number: 2, post_type: 4, username: 'staf', cooked: '<p>Intern.</p>' },
      { id: 3, post_number: 3, post_type: 3, action_code: 'closed', username: 'systeem', cooked: '' },
      {
        ...{
          id: 4,
          post_number: 4,
          post_type: 1,
          username: 'kenner',
          name: 'De Kenner',
          user_title: 'Expert',
          version: 2,
        },
        ...{
          cooked: '<p>Tien seconden drukken.</p>',
          accepted_answer: true,
          updated_at: '2024-01-03T00:00:00.000Z',
        },
        actions_summary: [{ id: 2, count: 5 }],
      },
      { id: 5, post_number: 5, post_type: 1, username: 'x', cooked: '<p>Weg.</p>', hidden: true },
    ],
  },
};

describe('a topic of Discourse', () => {
  it.each([
    ['over several lines', JSON.stringify(TOPIC, null, 2)],
    ['on one line', JSON.stringify(TOPIC)],
    ['in a list', JSON.stringify([TOPIC])],
  ])('becomes a thread, %s', async (_title, json) => {
    const [thread] = await threadsOf(over('topic.json', json));
    expect(thread).toMatchObject({
      id: '77',
      title: 'Hoe reset ik de box?',
      format: 'html',
      tags: ['box', 'reset'],
    });
    expect(thread?.replies).toMatchObject([
      {
        id: '4',
        author: { name: 'De Kenner', rank: 'Expert' },
        votes: 5,
        isAccepted: true,
        updatedAt: '2024-01-03T00:00:00.000Z',
      },
    ]);
  });

  it('names its accepted answer itself, in newer versions', async () => {
    const posts = TOPIC.post_stream.posts.map((post) => ({ ...post, accepted_answer: undefined }));
    const topic = { ...TOPIC, accepted_answer: { post_number: 4 }, post_stream: { posts } };
    expect((await threadsOf(over('topic.json', JSON.stringify(topic))))[0]?.replies[0]?.isAccepted).toBe(
      true,
    );
    const part = { ...topic, accepted_answer: { post_number: 40 } };
    expect(await skippedOf('topic.json', JSON.stringify(part))).toEqual([
      expect.stringContaining('accepted post 40'),
    ]);
  });

  it('is asked for where there is only a list of topics', async () => {
    const list = { users: [], topic_list: { topics: [{ id: 1, title: 'x' }] } };
    expect(await skippedOf('latest.json', JSON.stringify(list))).toEqual([
      expect.stringContaining('/t/ID.json'),
    ]);
  });
});

describe('an answer of the Stack Exchange API', () => {
  const question = {
    ...{
      question_id: 11,
      title: 'Why is &quot;it&quot; wet?',
      link: 'https://tea.example/questions/11',
      tags: ['a'],
    },
    ...{ creation_date: 1551434400, accepted_answer_id: 13, answer_count: 2, is_answered: true },
    answers: [
      { answer_id: 12, body: '<p>No.</p>', score: 9, owner: { display_name: 'x' } },
      {
        answer_id: 13,
        body: '<p>Rain.</p>',
        score: 2,
        owner: { display_name: 'y', reputation: 1234 },
        content_license: 'CC BY-SA 4.0',
      },
    ],
  };

  it('becomes threads', async () => {
    const page = { items: [question], has_more: false, quota_max: 300, quota_remaining: 200 };
    for (const json of [JSON.stringify(page), JSON.stringify(page, null, 2)]) {
      expect(await threadsOf(over('api.json', json))).toMatchObject([
        {
          ...{ id: '11', url: 'https://tea.example/questions/11', licence: 'CC BY-SA 4.0' },
          createdAt: '2019-03-01T10:00:00.000Z',
          replies: [
            { isAccepted: false },
            { isAccepted: true, author: { name: 'y', rank: '1,234 reputation' } },
          ],
        },
      ]);
    }
  });

  it('is asked for with its texts where it has none', async () => {
    const page = { items: [{ ...question, answers: undefined }], has_more: true };
    expect(await skippedOf('api.json', JSON.stringify(page))).toEqual([
      expect.stringContaining('answer.body'),
    ]);
  });
});
