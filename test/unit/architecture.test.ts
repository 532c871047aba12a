import { basename, dirname } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { type ProductFile, readProductFiles } from '../support/product-files.js';

/** Who may import whom; the first matching row decides. `to` is a path from the root, a folder ends in a slash. */
const EDGES: readonly { from: string; to: readonly string[] }[] = [
  {
    from: 'bot/main.ts',
    to: ['bot/', 'channels/', 'index/', 'ingest/'],
  },
  { from: 'index/', to: ['index/'] },
  {
    from: 'ingest/',
    to: ['ingest/', 'index/contracts.ts', 'index/knowledge-base.ts', 'index/releases/', 'index/platform/'],
  },
  {
    from: 'bot/',
    to: [
      'bot/',
      'index/contracts.ts',
      'index/knowledge-base.ts',
      'index/answers/',
      'index/language/',
      'index/platform/',
    ],
  },
  { from: 'channels/', to: ['channels/', 'bot/contracts.ts', 'index/platform/'] },
];

/** Folders whose subfolders do not know each other; what stands in `shared` is common ground. */
const SIBLINGS: readonly { parent: string; shared: readonly string[] }[] = [
  { parent: 'ingest/sources/', shared: [] },
  { parent: 'channels/', shared: ['page', 'server', 'text'] },
];

/** Packages that are a language of their own, used wherever something is described in them. */
const IMPORTED_ANYWHERE = ['zod', 'preact'];

const FORBIDDEN_NAMES = /(^|-)(data|info|payload|manager|service|util|utils|helper|helpers|misc)(-|\.|$)/;

/** More files than this in one folder are not seen at a glance: they want wings. */
const MOST_FILES_A_FOLDER = 20;

/** Folders that have more and are to be cut. The list may only shrink: a folder that has been cut must leave it. */
const TO_BE_CUT: readonly string[] = [
  'bot',
  'bot/conversations',
  'bot/handoff',
  'bot/turn/replies',
  'bot/turn/understanding',
  'index/search',
];

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

  it('has one door to each dependency', () => {
    const doors = new Map<string, Set<string>>();
    for (const file of files) {
      for (const name of file.packages) doors.set(name, (doors.get(name) ?? new Set()).add(file.path));
    }
    const several = [...doors]
      .filter(([name, paths]) => paths.size > 1 && !IMPORTED_ANYWHERE.includes(name))
      .map(([name, paths]) => `${name}: ${[...paths].join(', ')}`);
    expect(several).toEqual([]);
  });

  it('keeps contracts free of values', () => {
    const wrong = files.filter((file) => isContract(file.path)).filter(hasRuntimeCode);
    expect(wrong.map((file) => file.path)).toEqual([]);
  });

  it('reads the environment only in a main.ts', () => {
    expect(filesMatching(/\bprocess\.(env|argv)\b/, isMain)).toEqual([]);
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
    expect(crowdedFolders(files)).toEqual([...TO_BE_CUT].sort());
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

  it('counts the files of a folder without those of its wings', () => {
    const many = Array.from({ length: MOST_FILES_A_FOLDER + 1 }, (_, place) => node(`a/b/${place}.ts`, []));
    expect(crowdedFolders([...many, node('a/c/0.ts', [])])).toEqual(['a/b']);
    expect(crowdedFolders(many.slice(1))).toEqual([]);
  });

  it('refuses an edge that is not in the table', () => {
    expect(isAllowed('channels/webchat/x.ts', 'bot/turn/decide.ts')).toBe(false);
    expect(isAllowed('index/search/x.ts', 'bot/contracts.ts')).toBe(false);
    expect(isAllowed('channels/webchat/x.ts', 'bot/contracts.ts')).toBe(true);
    expect(areSiblings('channels/webchat/x.ts', 'channels/desk/y.ts')).toBe(true);
    expect(areSiblings('channels/webchat/x.ts', 'channels/page/y.ts')).toBe(false);
  });
});

/** Folders with too many files of their own, by name. */
function crowdedFolders(products: readonly ProductFile[]): string[] {
  const counts = new Map<string, number>();
  for (const { path } of products) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > MOST_FILES_A_FOLDER)
    .map(([folder]) => folder)
    .sort();
}

function isContract(path: string): boolean {
  return basename(path) === 'contracts.ts' || path.startsWith('bot/contracts/');
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

/** Groups of files that reach each other, each group sorted (Tarjan's strongly connected components). */
function findCycles(nodes: readonly ProductFile[]): string[][] {
  const graph = new Map(nodes.map((file) => [file.path, file.imports]));
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const groups: string[][] = [];
  const visit = (path: string) => {
    order.set(path, order.size);
    lowest.set(path, order.get(path) ?? 0);
    stack.push(path);
    for (const next of graph.get(path) ?? []) {
      if (!graph.has(next)) continue;
      if (!order.has(next)) visit(next);
      if (stack.includes(next)) lowest.set(path, Math.min(lowest.get(path) ?? 0, lowest.get(next) ?? 0));
    }
    if (lowest.get(path) !== order.get(path)) return;
    const group = stack.splice(stack.indexOf(path));
    if (group.length > 1 || graph.get(path)?.includes(path)) groups.push(group.sort());
  };
  for (const path of graph.keys()) if (!order.has(path)) visit(path);
  return groups;
}

function hasRuntimeCode(file: ProductFile): boolean {
  const output = ts.transpileModule(file.text, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, removeComments: true },
  }).outputText;
  return output.replaceAll(/export\s*\{\s*\};?/g, '').trim() !== '';
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
