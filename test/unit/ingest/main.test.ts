import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { namedByWords } from '../../../ingest/reading/named-by-words.js';
import { releaseCommands, reportWordsOf } from '../../../ingest/releasing/release-commands.js';
import { DiscourseCommunity } from '../../support/communities/discourse-community.js';
import { type LocalCommunity, startCommunity } from '../../support/communities/local-community.js';
import { runProgram } from '../../support/run-program.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { createMemoryReleases } from './memory-releases.js';

const FIXTURES = join(import.meta.dirname, '../../fixtures/ingest');
let directory: string;

/** The built program in a folder of its own, with the fixtures beside it. */
const ingest = (...words: string[]) =>
  runProgram('ingest/main.js', words, {
    directory,
    settings: { RUNTIME_DIR: 'runtime', INGEST_SOURCES: 'tea=file:threads.jsonl' },
  });

beforeAll(() => {
  directory = temporaryFolder();
  cpSync(FIXTURES, directory, { recursive: true });
});
afterAll(() => rmSync(directory, { recursive: true }));

/** What a content team does on one day, in this order: each step finds what the one before left. */
describe('a day of a content team', { timeout: 120_000 }, () => {
  let first: string;
  let second: string;

  it('lists no release at first', async () => {
    expect(await ingest('list')).toEqual({ exitCode: 0, output: 'No release is live.\n', complaints: '' });
  });

  it('hears that there is nothing to report on', async () => {
    const { exitCode, complaints } = await ingest('report');
    expect(exitCode).toBe(1);
    expect(complaints).toMatch(/^NOTHING_TO_REPORT: .+ Run "npm run ingest" first.+\n$/);
  });

  it('sees what the configured sources would give', async () => {
    const { output } = await ingest('plan');
    expect(output).toContain('2 added, 0 changed, 0 removed, 0 unchanged; 2 in all');
    expect(output).toContain('Release     none: this was a plan');
  });

  it('publishes them', async () => {
    const { exitCode, output } = await ingest();
    expect(exitCode).toBe(0);
    expect(output).toContain('Duplicates  1 became further phrasings');
    first = /Release {5}(\S+) is live/.exec(output)?.[1] ?? '';
    expect(first).not.toBe('');
    expect(output).toMatch(
      /^Confidence {2}how much it will answer is not known yet: that takes 80 labels, and there are none$/m,
    );
  });

  it('reads what the release is expected to do', async () => {
    const { exitCode, output } = await ingest('report');
    expect(exitCode).toBe(0);
    expect(output).toContain(`Release     ${first}, live`);
    expect(output).toMatch(/^is not known yet\. That takes 80 labels, and there are none\./m);
    expect(await ingest('report', first)).toMatchObject({ output });
  });

  it('adds a dump without making it live', async () => {
    const words = [
      '--source',
      'stack-exchange',
      '--path',
      'dump',
      '--site',
      'tea.example.com',
      '--no-publish',
    ];
    const { output } = await ingest(...words, '--name', 'dump');
    second = /Release {5}(\S+) is built/.exec(output)?.[1] ?? '';
    expect(second).not.toBe('');
    const list = await ingest('list');
    expect(list.output).toMatch(
      // The dump holds the threads that were there under another name: they are joined, not doubled.
      new RegExp(`^ {2}${second} .* 2 items \\(dump 2\\)\n\\* ${first} .* 2 items`),
    );
  });

  it('publishes it by its id, and goes back', async () => {
    expect((await ingest('publish', second)).output).toBe(`Release ${second} is live.\n`);
    expect((await ingest('rollback')).output).toBe(`Release ${first} is live again.\n`);
  });

  it('reads who made what live, and what an answer was made of', async () => {
    const { output } = await ingest('releases');
    expect(output).toMatch(/^ {4}\d{4}-\d\d-\d\d \d\d:\d\d UTC {2}live again by going back/m);
    const { output: dutch } = await ingest('releases', '--language', 'nl');
    expect(dutch).toMatch(/UTC {2}weer live door terug te gaan/);
    const { output: trace } = await ingest('trace', 'tea:1', first);
    expect(trace).toContain(first);
  });

  it('removes it', async () => {
    const { output } = await ingest('remove', 'dump');
    expect(output).toContain('0 added, 0 changed, 2 removed, 0 unchanged; 2 in all');
    expect(output).toContain(`unchanged, ${first} stays live`);
  });
});

describe('a community behind the network', { timeout: 120_000 }, () => {
  const community = new DiscourseCommunity('several answers');
  let server: LocalCommunity;
  const at = '2026-02-01T10:00:00.000Z';
  const command = (...words: string[]) =>
    runProgram('ingest/main.js', words, {
      directory,
      settings: {
        RUNTIME_DIR: 'runtime-forum',
        INGEST_SOURCES: `forum=discourse:${server.base}`,
        INGEST_INTRANET_HOSTS: server.host,
        INGEST_REQUESTS_PER_MINUTE: '100000',
      },
    });

  beforeAll(async () => {
    server = await startCommunity((request) => community.answer(request));
    for (const part of ['kettle', 'teapot']) {
      const topic = community.addTopic(`How do I clean the ${part}?`, '<p>It is white.</p>', at);
      topic.accepted = [community.reply(topic, 'Expert', `<p>Boil vinegar in the ${part}.</p>`, at).number];
    }
  });
  afterAll(() => server.close());

  it('is checked, published, swept and read again for what failed', async () => {
    expect(await command('check')).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('forum  can be read: 2 threads'),
    });
    expect((await command()).output).toContain('2 added, 0 changed, 0 removed, 0 unchanged; 2 in all');
    community.topics.delete(2);
    expect((await command('sweep')).output).toContain('0 added, 0 changed, 1 removed, 1 unchanged; 1 in all');
    expect((await command('failures')).output).toBe('Every thread could be read.\n');
  });

  it('that lets nobody in any more keeps its items, and the exit code says so', async () => {
    community.key = 'bot:key';
    const { exitCode, output } = await command();
    expect(exitCode).toBe(3);
    expect(output).toContain('Unfinished  forum was not read to its end and keeps what it had');
  });
});

describe('words that are no command', { timeout: 60_000 }, () => {
  it.each([
    [['fetch'], '"fetch" is not known'],
    [['remove'], 'remove needs the name of a source'],
    [['--force'], '--force needs --by'],
    [['--speed', '9'], '--speed'],
  ])('%s', async (words, reason) => {
    const { exitCode, complaints } = await ingest(...words);
    expect(exitCode).toBe(1);
    expect(complaints).toMatch(/^INGEST_COMMAND_INVALID: .+\n$/);
    expect(complaints).toContain(reason);
  });

  // What these steps refuse reaches the terminal as the above does.
  it.each<[string, () => unknown, string]>([
    ['publish', () => release('publish'), 'publish needs the id of a release'],
    ['trace', () => release('trace'), 'trace needs the id of an item'],
    ['name', () => release('name', 'none', 'A name'), 'no release "none" is remembered'],
    ['--language de', () => reportWordsOf('de', 'en'), '--language is nl or en, not "de"'],
    ['--source alone', () => namedByWords({ source: 'file' }), '--source and --path go together'],
    ['--path alone', () => namedByWords({ path: 'x.csv' }), '--source and --path go together'],
  ])('%s', (_words, run, reason) => {
    const message = expect.stringMatching(/^[^\n]+$/);
    expect(run).toThrow(expect.objectContaining({ code: 'INGEST_COMMAND_INVALID', message }));
    expect(run).toThrow(reason);
  });

  it('are explained on request', async () => {
    expect((await ingest('help')).output).toContain('Usage: npm run ingest -- [command] [options]');
  });
});

/** A command about releases, in this process. */
function release(name: string, ...words: string[]): string {
  const settings = { RUNTIME_DIR: join(directory, 'runtime') };
  const reportWords = reportWordsOf(undefined, 'en');
  const command = releaseCommands[name] ?? (() => 'no command');
  return command({ words, values: {}, settings, releases: createMemoryReleases(), reportWords });
}
