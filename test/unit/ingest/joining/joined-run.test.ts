import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseSettings } from '../../../../index/platform/settings.js';
import { indexSettings } from '../../../../index/settings.js';
import { tellRun } from '../../../../ingest/reports/tell-run.js';
import { reportWordsIn } from '../../../../ingest/reports/words/report-words-in.js';
import { type IngestOptions, runIngest } from '../../../../ingest/run-ingest.js';
import { ingestSettings } from '../../../../ingest/settings.js';
import type { Source, Thread } from '../../../../ingest/sources/contracts.js';
import { createFakeEmbedder } from '../../../support/embedding.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { makeReply, makeThread, memorySource } from '../make-thread.js';
import { createMemoryReleases, type MemoryReleases } from '../memory-releases.js';

let folder: string;
let releases: MemoryReleases;
let embedder: ReturnType<typeof createFakeEmbedder>;

beforeEach(() => {
  folder = temporaryFolder();
  releases = createMemoryReleases();
  embedder = createFakeEmbedder();
});
afterEach(() => rmSync(folder, { recursive: true }));

const rulesFile = () => join(folder, 'joins.jsonl');

function run(sources: readonly Source[], options: Partial<IngestOptions> = {}, environment = {}) {
  const settings = parseSettings(
    { ...indexSettings, ...ingestSettings },
    { INGEST_JOIN_THREADS: 'on', INGEST_JOIN_RULES: rulesFile(), INGEST_LABELS: ',', ...environment },
  );
  return runIngest({ runtimeDirectory: folder, settings, releases, embedder, sources, ...options });
}

const live = () => releases.itemsOf(releases.currentId()).map(({ item }) => item);

function asked(id: string, title: string, body: string, votes: number, year: number): Thread {
  const reply = makeReply({
    ...{ id: `${id}-1`, isAccepted: true, body: `<p>${body}</p>`, votes },
    ...{ author: { name: `author of ${id}`, rank: null }, createdAt: `${year}-03-01T00:00:00Z` },
    url: `https://forum.example.com/t/${id}/2`,
  });
  return makeThread({ id, title, replies: [reply], url: `https://forum.example.com/t/${id}` });
}

const KEY = asked(
  'key',
  'How do I replace the battery of the car key?',
  'Slide the cover off with a coin, put a new battery in and press the cover until it clicks.',
  ...([12, 2024] as const),
);
const REMOTE = asked(
  'remote',
  'How do I replace the battery of my car key?',
  'Slide off the cover with a coin, put the new battery in, press the cover until it clicks again.',
  ...([2, 2021] as const),
);
const TYRES = asked('tyres', 'When do I need winter tyres?', 'From November to March in the hills.', 1, 2023);
const TOW = asked(
  'tow',
  'What does towing my car cost?',
  'Towing your car costs 150 euros, day and night.',
  3,
  2020,
);
const TOWED = asked(
  'towed',
  'What does towing my car cost?',
  'Towing your car costs 90 euros, day and night.',
  3,
  2024,
);
const FINE = asked(
  'fine',
  'How long is a parking permit valid?',
  'The parking permit is valid for two years.',
  3,
  2020,
);
const FINES = asked(
  'fines',
  'How long is a parking permit valid?',
  'The parking permit is valid for six months.',
  3,
  2024,
);

describe('the same question in two sources', () => {
  const both = () => [memorySource('forum', [KEY, TYRES]), memorySource('club', [REMOTE])];

  it('is answered as one by the better answer, with the wordings and places of both', async () => {
    const report = await run(both());
    expect(report).toMatchObject({ added: 3, items: 2 });
    const [key] = live();
    expect(live().map(({ id }) => id)).toEqual(['forum:key', 'forum:tyres']);
    expect(key).toMatchObject({ phrasings: ['How do I replace the battery of my car key?'] });
    expect(key?.sameIn).toEqual([
      {
        ...{ id: 'club:remote', question: REMOTE.title, author: { name: 'author of remote', rank: null } },
        ...{ at: '2021-03-01T00:00:00Z', url: 'https://forum.example.com/t/remote/2', because: 'votes' },
      },
    ]);
  });

  it('is told by name in both languages, with how to undo it', async () => {
    const report = await run(both(), { mode: 'plan' });
    const told = (language: 'nl' | 'en') =>
      tellRun(report, { words: reportWordsIn(language), isAll: false, width: 100 });
    expect(told('en')).toContain(`stands behind "${KEY.title}": that answer has more votes`);
    expect(told('nl')).toContain(`staat achter "${KEY.title}": dat antwoord kreeg meer stemmen`);
    expect(told('nl')).toContain(rulesFile());
  });

  it('stays two where content people say so, and leaves nothing of the join behind', async () => {
    await run(both());
    const line = { rule: 'separate', threads: ['https://forum.example.com/t/key', 'club:remote'], by: 'Ann' };
    writeFileSync(rulesFile(), `${JSON.stringify(line)}\n`);
    const report = await run(both());
    expect(report).toMatchObject({ unchanged: 3, embedded: 0, items: 3, outcome: 'published' });
    expect(live().map(({ id }) => id)).toEqual(['club:remote', 'forum:key', 'forum:tyres']);
    expect(live().every(({ phrasings, sameIn }) => phrasings.length === 0 && !sameIn)).toBe(true);
  });

  it('is joined by default', async () => {
    await run(both(), {}, { INGEST_JOIN_THREADS: undefined });
    expect(live().map(({ id }) => id)).toEqual(['forum:key', 'forum:tyres']);
  });

  it('is joined anew where the leader is withdrawn', async () => {
    await run(both());
    await run([memorySource('forum', [TYRES])]);
    expect(live().map(({ id }) => id)).toEqual(['club:remote', 'forum:tyres']);
  });

  it('is only named, or not looked for, where the setting says so', async () => {
    const named = await run(both(), {}, { INGEST_JOIN_THREADS: 'tell' });
    expect(named.joins?.joined.count).toBe(1);
    expect(live()).toHaveLength(3);
    expect((await run(both(), {}, { INGEST_JOIN_THREADS: 'off' })).joins).toBeUndefined();
  });

  it('is joined where it is only named and content people settle it, and nothing else is', async () => {
    const line = '{"rule": "join", "threads": ["club:remote", "forum:key"]}';
    writeFileSync(rulesFile(), line);
    const sources = [memorySource('forum', [KEY, TOW, TOWED]), memorySource('club', [REMOTE])];
    const report = await run(sources, {}, { INGEST_JOIN_THREADS: 'tell' });
    expect(live().map(({ id, doubt }) => [id, doubt])).toEqual([
      ['club:remote', undefined],
      ['forum:tow', undefined],
      ['forum:towed', undefined],
    ]);
    expect(live()[0]).toMatchObject({
      phrasings: [KEY.title],
      sameIn: [{ id: 'forum:key', because: 'rule' }],
    });
    expect(report.joins?.byRule.first).toMatchObject([
      { item: { id: 'forum:key' }, into: { id: 'club:remote' }, because: 'rule' },
    ]);
    expect(report.joins).toMatchObject({ joined: { count: 0 }, contradictions: { count: 1 } });
    const told = (language: 'nl' | 'en') =>
      tellRun(report, { words: reportWordsIn(language), isAll: false, width: 100 });
    expect(told('en')).toContain('Answered as one because you settled it (1)');
    expect(told('nl')).toContain('Als één beantwoord omdat u dat bepaalde (1)');
    // Without the rule both are told again.
    rmSync(rulesFile());
    await run(sources, {}, { INGEST_JOIN_THREADS: 'tell' });
    expect(live()).toHaveLength(4);
  });

  it('costs nothing again while no item changes', async () => {
    await run(both());
    const embedded = embedder.embedded.length;
    expect(await run(both())).toMatchObject({ outcome: 'unchanged', embedded: 0, items: 2 });
    expect(embedder.embedded).toHaveLength(embedded);
  });

  it('does not count as a loss of the item that stands behind', async () => {
    await run(both(), {}, { INGEST_JOIN_THREADS: 'off' });
    expect(await run(both())).toMatchObject({ outcome: 'published', items: 2, heldBackBecause: [] });
  });
});

describe('answers that contradict each other', () => {
  it.each(['join', 'on', undefined])(
    'about money are both kept back until somebody decides: %s',
    async (mode) => {
      const report = await run(
        [memorySource('forum', [TOW, TOWED, TYRES])],
        {},
        { INGEST_JOIN_THREADS: mode },
      );
      expect(report.joins?.contradictions.first).toMatchObject([
        { older: { id: 'forum:tow' }, newer: { id: 'forum:towed' }, about: 'money', isWithheld: true },
      ]);
      expect(live().map(({ id }) => id)).toEqual(['forum:tyres']);
      writeFileSync(rulesFile(), '{"rule": "join", "threads": ["forum:towed", "forum:tow"]}');
      await run([memorySource('forum', [TOW, TOWED, TYRES])]);
      expect(live().map(({ id }) => id)).toEqual(['forum:towed', 'forum:tyres']);
      expect(live()[0]?.sameIn).toMatchObject([{ id: 'forum:tow', because: 'rule' }]);
    },
  );

  it('about money are both told again where somebody says that they are two questions', async () => {
    const sources = [memorySource('forum', [TOW, TOWED, TYRES])];
    await run(sources, {}, { INGEST_JOIN_THREADS: undefined });
    writeFileSync(rulesFile(), '{"rule": "separate", "threads": ["forum:towed", "forum:tow"]}');
    const report = await run(sources, {}, { INGEST_JOIN_THREADS: undefined });
    expect(report.joins?.contradictions.count).toBe(0);
    expect(live().map(({ id, doubt }) => [id, doubt])).toEqual([
      ['forum:tow', undefined],
      ['forum:towed', undefined],
      ['forum:tyres', undefined],
    ]);
  });

  it('about money stay both where a company wants that, and the older one is doubted', async () => {
    const sources = [memorySource('forum', [TOW, TOWED, TYRES])];
    const report = await run(sources, {}, { INGEST_JOIN_THREADS: 'doubt' });
    expect(report.joins?.contradictions.first).toMatchObject([{ about: 'money', isWithheld: false }]);
    expect(live().map(({ id, doubt }) => [id, doubt])).toEqual([
      ['forum:tow', 1],
      ['forum:towed', undefined],
      ['forum:tyres', undefined],
    ]);
    // Kept back as soon as somebody wants it so, though no source changed.
    await run(sources);
    expect(live().map(({ id }) => id)).toEqual(['forum:tyres']);
  });

  it('about a period stay both, and the older one is doubted', async () => {
    await run([memorySource('forum', [FINE, FINES])]);
    expect(live().map(({ id, doubt }) => [id, doubt])).toEqual([
      ['forum:fine', 1],
      ['forum:fines', undefined],
    ]);
  });
});

describe('a file of rules', () => {
  it('that cannot be read stops the run with its line and leaves the live release', async () => {
    await run([memorySource('forum', [KEY])]);
    writeFileSync(rulesFile(), '\n{"rule": "merge", "threads": ["a", "b"]}\n');
    await expect(run([memorySource('forum', [TYRES])])).rejects.toMatchObject({
      code: 'JOIN_RULES_INVALID',
      message: expect.stringContaining('line 2: "rule" must be "join" or "separate"'),
    });
    expect(live().map(({ id }) => id)).toEqual(['forum:key']);
  });

  it('names the rules that cannot be followed', async () => {
    writeFileSync(rulesFile(), '{"rule": "join", "threads": ["forum:key", "forum:gone"]}');
    const { joins } = await run([memorySource('forum', [KEY])]);
    expect(joins?.unusedRules).toEqual(['joins.jsonl line 1']);
  });

  it('finds a thread that its rules name by one link in several ways', async () => {
    const link = 'https://forum.example.com/t/key';
    const rules = [
      { rule: 'join', threads: [link, 'club:remote'] },
      { rule: 'join', threads: [`${link}/?u=ann#post`, 'forum:tyres'] },
    ];
    writeFileSync(rulesFile(), rules.map((rule) => JSON.stringify(rule)).join('\n'));
    const { joins } = await run([memorySource('forum', [KEY, TYRES]), memorySource('club', [REMOTE])]);
    expect(joins?.unusedRules).toEqual([]);
    expect(live().map(({ id }) => id)).toEqual(['forum:key']);
  });

  it('makes no release anew where none of its rules can be followed', async () => {
    const sources = [memorySource('forum', [KEY]), memorySource('club', [REMOTE])];
    expect(await run(sources)).toMatchObject({ items: 1 });
    writeFileSync(rulesFile(), '{"rule": "join", "threads": ["forum:key", "forum:gone"]}');
    expect(await run(sources)).toMatchObject({ outcome: 'unchanged', items: 1 });
  });
});
