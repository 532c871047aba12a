import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { botErrors } from '../../bot/errors.js';
import { botSettings } from '../../bot/settings.js';
import { channelKinds } from '../../channels/channels.js';
import { deskErrors } from '../../channels/desk/errors.js';
import { deskSettings } from '../../channels/desk/settings.js';
import { channelErrors } from '../../channels/errors.js';
import { channelSettings } from '../../channels/settings.js';
import { indexErrors } from '../../index/errors.js';
import { platformErrors } from '../../index/platform/platform-errors.js';
import type { SettingTable } from '../../index/platform/settings.js';
import { indexSettings } from '../../index/settings.js';
import { ingestErrors } from '../../ingest/errors.js';
import { ingestSettings } from '../../ingest/settings.js';
import { ROOT, readProductFiles } from '../support/product-files.js';
import { writeEnvExample } from '../support/settings-document.js';

interface Owner {
  /** Heading in .env.example. */
  readonly title: string;
  readonly settings: SettingTable;
  readonly errors: Readonly<Record<string, unknown>>;
  /** Where its settings and error codes are listed: in the first column of a table. */
  readonly readme: string;
}

const CHANNEL_READMES: Readonly<Record<string, string>> = {
  'Web chat': 'channels/README.md',
  'Facebook Messenger': 'channels/messenger/README.md',
  'Azure Bot Service': 'channels/azure/README.md',
  'Microsoft Teams': 'channels/teams/README.md',
};

const OWNERS: readonly Owner[] = [
  {
    title: 'Server and web chat',
    settings: channelSettings,
    errors: channelErrors,
    readme: 'channels/README.md',
  },
  { title: 'Desk', settings: deskSettings, errors: deskErrors, readme: 'channels/desk/README.md' },
  ...channelKinds.map((kind) => ({ ...kind, readme: CHANNEL_READMES[kind.title] ?? 'a README for it' })),
  { title: 'Bot', settings: botSettings, errors: botErrors, readme: 'bot/README.md' },
  {
    title: 'Index',
    settings: indexSettings,
    errors: { ...platformErrors, ...indexErrors },
    readme: 'index/platform/README.md',
  },
  { title: 'Ingest', settings: ingestSettings, errors: ingestErrors, readme: 'ingest/README.md' },
];
const SETTINGS = OWNERS.map(({ title, settings }) => ({ title, table: settings })).filter(
  ({ table }) => Object.keys(table).length > 0,
);
const CODES = OWNERS.flatMap(({ errors }) => Object.keys(errors));
const KNOWN = new Set([...OWNERS.flatMap(({ settings }) => Object.keys(settings)), ...CODES]);
const READMES = [...new Set(['README.md', ...OWNERS.map((owner) => owner.readme)])];

const readme = read('README.md');
const code = readProductFiles()
  .map(({ text }) => text)
  .join('\n');
const scripts = JSON.parse(read('package.json')).scripts as Record<string, string>;

describe('.env.example', () => {
  it('says what the code says (write it again with "npx vitest run test/unit/documents.test.ts -u")', async () => {
    await expect(writeEnvExample(SETTINGS)).toMatchFileSnapshot(join(ROOT, '.env.example'));
  });
});

describe('README', () => {
  it('is read in a few minutes', () => {
    expect(readme.split('\n').length).toBeLessThan(100);
  });

  it('links to the README of every owner of settings and error codes, and lists none itself', () => {
    expect(READMES.slice(1).filter((path) => !readme.includes(`](${path}#settings)`))).toEqual([]);
    expect(listedIn('README.md')).toEqual([]);
  });

  it('names every script', () => {
    const lifecycle = ['prepare', 'prestart'];
    const names = Object.keys(scripts).filter((name) => !lifecycle.includes(name));
    expect(names.filter((name) => !new RegExp(`npm (run )?${name}\\b`).test(readme))).toEqual([]);
  });

  it('names no script that is not there', () => {
    const named = [...readme.matchAll(/npm run ([a-z-]+)/g)].map((match) => match[1] ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe("owners' READMEs", () => {
  it('list every setting and every error code of theirs, and none of others', () => {
    for (const path of READMES) {
      const owned = OWNERS.filter((owner) => owner.readme === path);
      const names = owned.flatMap(({ settings, errors }) => [settings, errors].flatMap(Object.keys));
      expect({ path, names: listedIn(path).sort() }).toEqual({ path, names: names.sort() });
    }
  });

  it.each(READMES)('name no setting and no code that is not there: %s', (path) => {
    const named = [...read(path).matchAll(/`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)`/g)].map(
      (match) => match[1] ?? '',
    );
    // Constants and words of Meta's stand in the code as well; what has gone from it does not.
    expect(named.filter((name) => !code.includes(name))).toEqual([]);
  });
});

describe('links', () => {
  it.each([...READMES, 'FOLLOW.md'])('lead to files and headings that are there: %s', (path) => {
    const links = [...read(path).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map((match) => match[1] ?? '');
    expect(links.filter((link) => !leadsSomewhere(path, link))).toEqual([]);
  });
});

describe('error tables', () => {
  it('are all known to this test', () => {
    const tables = readProductFiles().filter(({ text }) => /= defineErrors\(/.test(text));
    // The index has a second one, of what all folders stand on.
    const known = OWNERS.filter(({ errors }) => Object.keys(errors).length > 0).length + 1;
    expect(tables.map(({ path }) => path)).toHaveLength(known);
  });

  it('use each code once', () => {
    expect(CODES).toHaveLength(new Set(CODES).size);
  });
});

describe('settings tables', () => {
  it('are all known to this test', () => {
    // Those of the kinds of sources are part of ingest's.
    const tables = readProductFiles().filter(
      ({ path, text }) =>
        /(?<!platform\/)settings\.ts$/.test(path) &&
        !path.startsWith('ingest/sources/') &&
        /setting\./.test(text),
    );
    expect(tables.map(({ path }) => path)).toHaveLength(SETTINGS.length);
  });
});

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** Settings and error codes in the first column of a document's tables. */
function listedIn(path: string): string[] {
  const firstCells = read(path)
    .split('\n')
    .flatMap((line) => /^\| ([^|]+) \|/.exec(line)?.[1] ?? []);
  return firstCells
    .flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map((match) => match[1] ?? ''))
    .filter((name) => KNOWN.has(name));
}

/** Whether a link of a document leads to a file, and where it names a heading, to one of that file. */
function leadsSomewhere(from: string, link: string): boolean {
  const [path = '', heading] = link.split('#');
  const target = path === '' ? from : join(dirname(from), path);
  if (!existsSync(join(ROOT, target))) return false;
  if (heading === undefined) return true;
  const headings = [...read(target).matchAll(/^#+ (.+)$/gm)].map((match) => match[1] ?? '');
  return headings.some((words) => anchorOf(words) === heading);
}

/** As GitHub makes it. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}
