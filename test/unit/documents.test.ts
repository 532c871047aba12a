import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
import { indexSettings } from '../../index/settings.js';
import { ingestErrors } from '../../ingest/errors.js';
import { ingestSettings } from '../../ingest/settings.js';
import { ROOT, readProductFiles } from '../support/product-files.js';
import { writeEnvExample } from '../support/settings-document.js';

const SETTINGS = [
  { title: 'Server and web chat', table: channelSettings },
  { title: 'Desk', table: deskSettings },
  ...channelKinds
    .map(({ title, settings }) => ({ title, table: settings }))
    .filter(({ table }) => Object.keys(table).length > 0),
  { title: 'Bot', table: botSettings },
  { title: 'Index', table: indexSettings },
  { title: 'Ingest', table: ingestSettings },
];
const ERRORS = [
  ...[platformErrors, indexErrors, ingestErrors, botErrors, channelErrors, deskErrors],
  ...channelKinds.map(({ errors }) => errors).filter((table) => Object.keys(table).length > 0),
];

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const scripts = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts as Record<
  string,
  string
>;

describe('.env.example', () => {
  it('says what the code says (write it again with "npx vitest run test/unit/documents.test.ts -u")', async () => {
    await expect(writeEnvExample(SETTINGS)).toMatchFileSnapshot(join(ROOT, '.env.example'));
  });
});

describe('README', () => {
  it('names every setting', () => {
    const names = SETTINGS.flatMap(({ table }) => Object.keys(table));
    expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  it('names no setting that is not there', () => {
    const known = new Set([...SETTINGS.flatMap(({ table }) => Object.keys(table)), ...codes()]);
    const named = [...readme.matchAll(/`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)`/g)].map((match) => match[1] ?? '');
    expect(named.filter((name) => !known.has(name))).toEqual([]);
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

  it('lists every error code', () => {
    expect(codes().filter((code) => !readme.includes(`\`${code}\``))).toEqual([]);
  });

  it('links only to files that are there', () => {
    const links = [...readme.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map((match) => match[1] ?? '');
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((link) => !existsSync(join(ROOT, link)))).toEqual([]);
  });
});

describe('error tables', () => {
  it('are all known to this test', () => {
    const tables = readProductFiles().filter(({ text }) => /= defineErrors\(/.test(text));
    expect(tables.map(({ path }) => path)).toHaveLength(ERRORS.length);
  });

  it('use each code once', () => {
    expect(codes()).toHaveLength(new Set(codes()).size);
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

function codes(): string[] {
  return ERRORS.flatMap((table) => Object.keys(table));
}
