import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { articlesKind } from '../../ingest/sources/articles/articles-kind.js';
import { fileKind } from '../../ingest/sources/file/file-kind.js';
import { httpSettings } from '../../ingest/sources/http/http-settings.js';
import { sourceKinds, sourceSettings } from '../../ingest/sources/source-kinds.js';
import { stackExchangeKind } from '../../ingest/sources/stack-exchange/stack-exchange-kind.js';
import { startCommunity } from '../support/communities/local-community.js';
import { makeReply, makeThread } from '../unit/ingest/make-thread.js';
import { changingKind } from './source-kinds/changing-kind.js';
import {
  discourseSubject,
  qaPagesSubject,
  stackExchangeApiSubject,
} from './source-kinds/community-subjects.js';
import { describeSourceKind, type KindSubject } from './source-kinds/describe-source-kind.js';
import { deskSubject } from './source-kinds/desk-subject.js';
import {
  gainsightSubject,
  khorosSubject,
  zendeskArticlesSubject,
  zendeskPostsSubject,
} from './source-kinds/vendor-subjects.js';

const FIXTURES = join(import.meta.dirname, '../fixtures/ingest');

/** A file of the fixtures with a row behind it that cannot be read. */
function fileSubject(title: string, name: string, brokenRow: string, failedId: string | null): KindSubject {
  return {
    title,
    kind: fileKind,
    kettleId: 'a-1',
    failedId,
    prepare(folder) {
      const path = join(folder, name);
      const text = readFileSync(join(FIXTURES, name), 'utf8');
      const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
      writeFileSync(path, `${text.trimEnd()}${lineEnd}${brokenRow}${lineEnd}`);
      return path;
    },
    removeKettle(folder) {
      const path = join(folder, name);
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, text.replace(KETTLE_ROW, ''));
    },
  };
}

/** The row of the kettle, which in CSV goes over two lines. */
const KETTLE_ROW = /^(?:\{"id":"a-1".*|a-1;[\s\S]*?kettle,tea)\r?\n/m;

const SUBJECTS: KindSubject[] = [
  fileSubject('a JSONL file', 'threads.jsonl', '{"id":"a-9","title":"no replies"}', 'a-9'),
  fileSubject('a CSV file', 'answers.csv', 'a-9;too;few', null),
  {
    title: 'a Stack Exchange dump',
    kind: stackExchangeKind,
    kettleId: '1',
    failedId: '8',
    prepare(folder) {
      cpSync(join(FIXTURES, 'dump'), join(folder, 'dump'), { recursive: true });
      return `${join(folder, 'dump')}?site=tea.example.com`;
    },
    removeKettle(folder) {
      const path = join(folder, 'dump/Posts.xml');
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/^.*<row Id="1" .*\n/gm, ''));
    },
  },
  {
    title: 'a folder of articles of the company',
    kind: articlesKind,
    kettleId: 'kettle/descale',
    failedId: 'untitled',
    prepare(folder) {
      mkdirSync(join(folder, 'kettle'));
      writeFileSync(
        join(folder, 'kettle/descale.md'),
        '---\ntitle: How to descale it\ntags: [kettle]\nvotes: 7\nupdated: 2025-03-01\n---\nUse vinegar.\n',
      );
      writeFileSync(join(folder, 'moka.md'), '# Which beans?\n\nFresh ones.\n');
      writeFileSync(join(folder, 'untitled.md'), 'Nobody knows what this is about.\n');
      return `${folder}?company=Tea Master&base=https://help.example.com/`;
    },
    removeKettle: (folder) => rmSync(join(folder, 'kettle'), { recursive: true }),
  },
  {
    title: 'a community that tells what changed',
    kind: changingKind,
    kettleId: 'kettle',
    failedId: 'empty',
    prepare(folder) {
      const answer = makeReply({
        isAccepted: true,
        votes: 7,
        author: { name: 'Tea Master', rank: null },
        body: 'Use vinegar.',
      });
      const kettle = makeThread({
        id: 'kettle',
        title: 'How do I descale it?',
        tags: ['kettle'],
        replies: [answer],
      });
      writeFileSync(
        join(folder, 'threads.json'),
        JSON.stringify({ kettle, moka: makeThread({ id: 'moka' }), empty: null }),
      );
      return folder;
    },
    removeKettle(folder) {
      const path = join(folder, 'threads.json');
      const { kettle: _gone, ...others } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
      writeFileSync(path, JSON.stringify(others));
    },
  },
];

const server = await startCommunity(() => ({ status: 503 }));
afterAll(() => server.close());

SUBJECTS.push(
  discourseSubject(server, 'one answer'),
  discourseSubject(server, 'several answers'),
  stackExchangeApiSubject(server),
  gainsightSubject(server),
  khorosSubject(server),
  zendeskPostsSubject(server),
  zendeskArticlesSubject(server),
  qaPagesSubject(server),
  deskSubject(),
);

for (const subject of SUBJECTS) describeSourceKind(subject);

describe('the kinds of sources', () => {
  it('all keep the contract', () => {
    const proven = new Set(SUBJECTS.map(({ kind }) => kind.kind));
    expect(sourceKinds.filter(({ kind }) => !proven.has(kind))).toEqual([]);
  });

  it('have a word each, and settings that are read', () => {
    expect(new Set(sourceKinds.map(({ kind }) => kind)).size).toBe(sourceKinds.length);
    const tables = [httpSettings, ...sourceKinds.map(({ settings }) => settings)];
    const names = tables.flatMap((table) => Object.keys(table));
    expect(Object.keys(sourceSettings)).toEqual(names);
  });
});
