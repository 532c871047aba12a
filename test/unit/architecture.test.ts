import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ProductFile, readProductFiles } from '../support/product-files.js';
import { brokenLogLines, namesExportedTwice, spreadLiterals } from '../support/product-habits.js';
import { crowdedFolders, findCycles, hasRuntimeCode, longFunctions } from '../support/product-shape.js';

/** What those who ask the index, fill it or teach it may know of it. */
const FACE_OF_THE_INDEX: readonly string[] = [
  'index/contracts/',
  'index/knowledge-base.ts',
  'index/settings.ts',
  'index/answers/',
  'index/classifiers/open-hearing.ts',
  'index/edits/',
  'index/embedder/open-embedder.ts',
  'index/embedder/watch-embedder.ts',
  'index/language/',
  'index/learning/',
  'index/platform/',
  'index/withdrawals/',
];

/** Who may import whom; the first matching row decides. `to` is a path from the root, a folder ends in a slash. */
const EDGES: readonly { from: string; to: readonly string[] }[] = [
  {
    from: 'bot/main.ts',
    to: ['bot/', 'channels/', 'index/', 'ingest/'],
  },
  // Parts of the same root.
  { from: 'bot/composition/', to: ['bot/', 'channels/', 'index/', 'ingest/'] },
  // What the server and its doctor read is one list.
  { from: 'bot/program-settings.ts', to: ['bot/', 'channels/', 'index/', 'ingest/'] },
  // Looks at what the program would be plugged together of.
  { from: 'bot/doctor/examine.ts', to: ['bot/', 'channels/', 'index/', 'ingest/'] },
  { from: 'index/', to: ['index/'] },
  {
    from: 'ingest/',
    to: [
      'ingest/',
      ...FACE_OF_THE_INDEX,
      'index/asides/',
      'index/releases/',
      'index/evaluation/read-corpus.ts',
      // What a run reports of the release it built.
      'index/search/confidence/',
      'index/search/item-texts.ts',
      'index/search/recipe.ts',
      'index/terminal/',
    ],
  },
  { from: 'bot/evaluation/', to: ['bot/', 'index/'] },
  {
    from: 'bot/',
    to: ['bot/', ...FACE_OF_THE_INDEX],
  },
  { from: 'channels/', to: ['channels/', 'bot/contracts/', 'index/platform/'] },
];

/** Folders whose subfolders do not know each other; what stands in `shared` is common ground. */
const SIBLINGS: readonly { parent: string; shared: readonly string[] }[] = [
  { parent: 'ingest/sources/', shared: ['http', 'listed', 'rows'] },
  { parent: 'channels/', shared: ['page', 'server', 'text'] },
];

/** Packages that are a language of their own, used wherever something is described in them. */
const IMPORTED_ANYWHERE = ['zod', 'preact'];

/** Packages of which two rooms use a half each: the door of each room. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  // The bot's public face, and what verifies calls of Azure Bot Service.
  botbuilder: ['bot/bot-framework.ts', 'channels/azure/connector/cloud-adapter.ts'],
};

/** The web chat's copy of what was said, from which a start takes in what a crash kept from the bot. */
const LEFT_IN_THE_BOT = ['bot/contracts/webchat.ts', 'bot/store/webchat-store.ts'];

const FORBIDDEN_NAMES = /(^|-)(data|info|payload|manager|service|util|utils|helper|helpers|misc)(-|\.|$)/;

/** More files than this in one folder are not seen at a glance: they want wings. */
const MOST_FILES_A_FOLDER = 20;

/** A function longer than this is more than a screen or two. */
const MOST_LINES_A_FUNCTION = 100;

/** Exported by several files, because each has its own of one face: the words of a language, a form of a channel. */
const FACES = ['en', 'nl', 'readActivity', 'renderMessage'];

const files = readProductFiles();

describe('the shape of the product', () => {
  it('has every folder', () => {
    const folders = new Set(files.map((file) => file.path.split('/')[0]));
    expect([...folders].sort()).toEqual(['bot', 'channels', 'index', 'ingest']);
  });

  it('imports only along the allowed edges', () => {
    const wrong = files.flatMap((file) =>
      file.imports
        .filter((target) => !isAllowed(file.path, target))
        .map((target) => `${file.path} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps siblings apart', () => {
    const wrong = files.flatMap((file) =>
      file.imports
        .filter((target) => areSiblings(file.path, target))
        .map((target) => `${file.path} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('has no import cycle, types included', () => {
    expect(findCycles(files)).toEqual([]);
  });

  it('has one door to each dependency, in the room it belongs to', () => {
    const doors = new Map<string, Set<string>>();
    for (const file of files) {
      for (const name of file.packages) doors.set(name, (doors.get(name) ?? new Set()).add(file.path));
    }
    const several = [...doors]
      .filter(([name]) => !IMPORTED_ANYWHERE.includes(name))
      .filter(([name, paths]) => !hasItsDoors(name, paths))
      .map(([name, paths]) => `${name}: ${[...paths].join(', ')}`);
    expect(several).toEqual([]);
  });

  it('has no file about a channel in the bot', () => {
    const channels = new Set(
      files.flatMap(({ path }) => /^channels\/(\w+)\/\1-channel\.ts$/.exec(path)?.[1] ?? []),
    );
    expect([...channels].sort()).toEqual(['azure', 'messenger', 'teams', 'webchat']);
    const about = files
      .map(({ path }) => path)
      .filter((path) => path.startsWith('bot/') && path.split(/\W/).some((word) => channels.has(word)));
    expect(about).toEqual(LEFT_IN_THE_BOT);
  });

  it('keeps contracts free of values', () => {
    const wrong = files.filter((file) => isContract(file.path)).filter(hasRuntimeCode);
    expect(wrong.map((file) => file.path)).toEqual([]);
  });

  it('reads the environment only in a main.ts', () => {
    expect(filesMatching(/\bprocess\.(env|argv)\b/, isMain)).toEqual([]);
  });

  it('writes SQL where the tables are', () => {
    const isStore = (path: string) => path.startsWith('bot/store/') || path.startsWith('index/learning/');
    expect(filesMatching(/\.(selectFrom|insertInto|updateTable|deleteFrom)\(/, isStore)).toEqual([]);
  });

  it('raises only coded errors', () => {
    expect(filesMatching(/throw new (Type|Range|Syntax)?Error\(/)).toEqual([]);
  });

  it('exports by name, one by one', () => {
    expect(filesMatching(/^export (default\b|\*)/m)).toEqual([]);
  });

  it('names files in kebab-case and without empty words', () => {
    const wrong = files
      .map((file) => file.path)
      .filter(
        (path) =>
          !/^[a-z0-9]+(-[a-z0-9]+)*\.tsx?$/.test(basename(path)) || FORBIDDEN_NAMES.test(basename(path)),
      );
    expect(wrong).toEqual([]);
  });

  it('has no folder with more files than one sees at a glance', () => {
    expect(crowdedFolders(files, MOST_FILES_A_FOLDER)).toEqual([]);
  });

  it('keeps functions short enough to read', () => {
    expect(files.flatMap((file) => longFunctions(file, MOST_LINES_A_FUNCTION))).toEqual([]);
  });

  it('exports each name once', () => {
    expect(namesExportedTwice(files).filter((name) => !FACES.includes(name))).toEqual([]);
  });

  it('writes the members of a literal one by one, without spreading it', () => {
    expect(files.flatMap(spreadLiterals)).toEqual([]);
  });

  it('writes the log in whole sentences', () => {
    expect(files.flatMap(brokenLogLines)).toEqual([]);
  });

  it('keeps every file short enough to read', () => {
    const lengths = files.map((file) => ({ path: file.path, lines: file.text.split('\n').length }));
    expect(lengths.filter(({ lines }) => lines > 300)).toEqual([]);
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(100);
  });
});

describe('the check itself', () => {
  it('finds a cycle', () => {
    const cyclic = [
      node('a.ts', ['b.ts']),
      node('b.ts', ['c.ts']),
      node('c.ts', ['a.ts']),
      node('d.ts', ['a.ts']),
    ];
    expect(findCycles(cyclic)).toEqual([['a.ts', 'b.ts', 'c.ts']]);
  });

  it('finds a function that is too long, also within another', () => {
    const text = 'const outer = () => {\n  function inner() {\n    work();\n  }\n};';
    expect(longFunctions({ ...node('a.ts', []), text }, 2)).toEqual(['a.ts line 1', 'a.ts line 2']);
    expect(longFunctions({ ...node('a.ts', []), text }, 3)).toEqual(['a.ts line 1']);
    expect(longFunctions({ ...node('a.ts', []), text }, 5)).toEqual([]);
  });

  it('finds a name that two files export', () => {
    const exporting = (path: string, text: string) => ({ ...node(path, []), text });
    const three = [
      exporting('a.ts', 'export async function read() {}\nexport interface Line {}\nconst own = 1;'),
      exporting('b.ts', "export type Line = string;\nexport type { Other } from './c.js';\nconst own = 1;"),
      exporting('c.ts', 'export const other = 1;\nexport interface Other {}'),
    ];
    expect(namesExportedTwice(three)).toEqual(['Line']);
  });

  it('finds a literal that is spread, and lets what depends on something be', () => {
    const text = 'const a = {\n  ...{ b, c },\n  ...(d ? { e } : {}),\n  ...f,\n};';
    expect(spreadLiterals({ ...node('a.ts', []), text })).toEqual(['a.ts line 2']);
  });

  it('finds a line of the log that is no sentence', () => {
    const wrong =
      "log.info('ready');\nparts.log.warn('It is gone');\nlog.error(isLate ? 'It is late.' : 'it fails.');";
    const right = `log.info('It is ready.', { port });\nlog.debug(\`\${name} failed.\`);\nwarn('It is gone.');`;
    const linesOf = (text: string) => brokenLogLines({ ...node('a.ts', []), text });
    expect(linesOf(wrong)).toEqual(['a.ts line 1', 'a.ts line 2', 'a.ts line 3']);
    expect(linesOf(right)).toEqual([]);
  });

  it('counts the files of a folder without those of its wings', () => {
    const many = Array.from({ length: MOST_FILES_A_FOLDER + 1 }, (_, place) => node(`a/b/${place}.ts`, []));
    expect(crowdedFolders([...many, node('a/c/0.ts', [])], MOST_FILES_A_FOLDER)).toEqual(['a/b']);
    expect(crowdedFolders(many.slice(1), MOST_FILES_A_FOLDER)).toEqual([]);
  });

  it('refuses an edge that is not in the table', () => {
    expect(isAllowed('channels/webchat/x.ts', 'bot/turn/decide.ts')).toBe(false);
    expect(isAllowed('index/search/x.ts', 'bot/contracts/desk.ts')).toBe(false);
    expect(isAllowed('channels/webchat/x.ts', 'bot/contracts/desk.ts')).toBe(true);
    expect(areSiblings('channels/webchat/x.ts', 'channels/desk/y.ts')).toBe(true);
    expect(areSiblings('channels/webchat/x.ts', 'channels/page/y.ts')).toBe(false);
  });
});

function hasItsDoors(name: string, paths: ReadonlySet<string>): boolean {
  const doors = DOORS[name];
  return doors ? doors.join() === [...paths].sort().join() : paths.size === 1;
}

function isContract(path: string): boolean {
  return basename(path) === 'contracts.ts' || /^(bot|index)\/contracts\//.test(path);
}

function isAllowed(from: string, to: string): boolean {
  const row = EDGES.find(
    (edge) => from === edge.from || (edge.from.endsWith('/') && from.startsWith(edge.from)),
  );
  return (
    row?.to.some((allowed) => to === allowed || (allowed.endsWith('/') && to.startsWith(allowed))) ?? false
  );
}

function areSiblings(from: string, to: string): boolean {
  return SIBLINGS.some(({ parent, shared }) => {
    const [a, b] = [from, to].map((path) =>
      path.startsWith(parent) ? path.slice(parent.length).split('/') : [],
    );
    if (!a || !b || a.length < 2 || b.length < 2) return false;
    return a[0] !== b[0] && !shared.includes(b[0] ?? '');
  });
}

function filesMatching(pattern: RegExp, isExempt: (path: string) => boolean = () => false): string[] {
  return files.filter((file) => !isExempt(file.path) && pattern.test(file.text)).map((file) => file.path);
}

function isMain(path: string): boolean {
  return basename(path) === 'main.ts';
}

function node(path: string, imports: readonly string[]): ProductFile {
  return { path, imports, packages: [], text: '' };
}
