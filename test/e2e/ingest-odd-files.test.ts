import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../index/platform/database.js';
import { type ProgramEnd, runProgram } from '../support/run-program.js';
import { temporaryFolder } from '../support/temporary-folder.js';

/** A folder as a company may have it: each file has something that is not as it should be, and rows that are. */
const POSTS = Buffer.concat([
  Buffer.from(`<?xml version="1.0" encoding="utf-8"?>
<posts>
  <row Id="1" PostTypeId="1" AcceptedAnswerId="2" Title="How do I descale the kettle?" />
  <row Id="2" PostTypeId="2" ParentId="1" Body="&lt;p&gt;&#x0E;Boil it with vin\x0begar &#xD83D;&#xDE00;&#0;.&lt;/p&gt;" />
  <row Id="3" PostTypeId="1" AcceptedAnswerId="4" Title="Which caf`),
  Buffer.from([0xe9]),
  Buffer.from(` is open?" />
  <row Id="4" PostTypeId="2" ParentId="3" Body="&lt;p&gt;The one on the corner.&lt;/p&gt;" />
</posts>
`),
]);
const CSV = Buffer.from(
  'sep=;\r\nID;Vraag;Antwoord\r\n1;Mag ik caf\xe9 cr\xe8me?;Bij 80 \xb0C, \x805.\r\n',
  'latin1',
);
const LIST = [
  {
    id: 1,
    title: 'Which beans are fresh?',
    replies: [{ body: '<p>Those of\u000b last week.</p>', accepted: 'true' }],
  },
  {
    id: 2,
    title: 'Which beans are old?',
    replies: [{ body: '<p>Those that lost \ufffd.</p>', accepted: 1 }],
  },
];
const TOPIC = {
  id: 7,
  title: 'How do I reset the grinder?',
  post_stream: {
    posts: [
      { id: 70, post_number: 1, username: 'a', cooked: '<p>How?</p>' },
      {
        ...{ id: 71, post_number: 2, username: 'b', accepted_answer: true },
        cooked:
          '<p>Hold it for ten seconds <img class="emoji" alt=":smile:" src="https://x.example/s.png">.</p>',
      },
    ],
  },
};
const SOURCES =
  'dump=stack-exchange:dump,excel=file:answers.csv,list=file:threads.json,topic=file:topic.json';

describe('a folder of files that are not as they should be', () => {
  let directory: string;
  let end: ProgramEnd;
  let answers: Map<string, { readonly question: string; readonly answer: string }>;

  beforeAll(async () => {
    directory = temporaryFolder();
    mkdirSync(join(directory, 'dump'));
    writeFileSync(join(directory, 'dump/Posts.xml'), POSTS);
    writeFileSync(join(directory, 'answers.csv'), CSV);
    writeFileSync(join(directory, 'threads.json'), JSON.stringify(LIST, null, 2));
    writeFileSync(join(directory, 'topic.json'), JSON.stringify(TOPIC, null, 2));
    const settings = { RUNTIME_DIR: 'runtime', INGEST_SOURCES: SOURCES };
    end = await runProgram('ingest/main.js', [], { directory, settings });
    const database = openDatabase(join(directory, 'runtime/ingest.sqlite'));
    try {
      const rows = database.prepare<[], { id: string; json: string }>('SELECT id, json FROM item').all();
      answers = new Map(rows.map(({ id, json }) => [id, JSON.parse(json)]));
    } finally {
      database.close();
    }
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it('is published but for what cannot be read', () => {
    expect(end).toMatchObject({ exitCode: 0, complaints: '' });
    expect(end.output).toContain('is live');
    expect([...answers.keys()].sort()).toEqual(['dump:1', 'excel:1', 'list:1', 'topic:7']);
    expect(answers.get('dump:1')?.answer).toBe('Boil it with vinegar 😀.');
    expect(answers.get('excel:1')).toMatchObject({
      question: 'Mag ik café crème?',
      answer: expect.stringContaining('80 °C, €5'),
    });
    expect(answers.get('list:1')?.answer).toBe('Those of last week.');
    expect(answers.get('topic:7')?.answer).toBe('Hold it for ten seconds 😄.');
  });

  it('names what was skipped, with its place', () => {
    expect(end.output).toContain('Skipped     2: letters were lost from the text before it came here');
    expect(end.output).toContain('Posts.xml line 5: the title of 3 has U+FFFD');
    expect(end.output).toContain('threads.json line 12 (entry 2): the reply 2-1 has U+FFFD');
  });
});
