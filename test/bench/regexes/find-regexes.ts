import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { listFiles } from './list-files.js';
import { sampleRegexes } from './sample-regexes.js';

/** A regular expression of the product, and the files that have it. */
export interface FoundRegex {
  readonly source: string;
  readonly flags: string;
  readonly files: readonly string[];
}

/** A `new RegExp(…)` in a file. */
interface Built {
  readonly file: string;
  readonly isInFunction: boolean;
}

/** Pages need a browser to be loaded. */
const IN_BROWSER = /^channels\/(?:desk\/page|webchat\/widget)\//;

const FOLDERS = ['bot', 'channels', 'index', 'ingest'];

/**
 * Every regular expression of the product: what stands in its files, and what they put together when they are loaded. What is
 * put together later, of words that come then, is told by examples (`sample-regexes.ts`).
 * @param root of the repository, in which `dist` is built
 * @throws where a file puts regular expressions together while it works and has no example
 */
export async function findRegexes(root: string): Promise<readonly FoundRegex[]> {
  const found = new Map<string, Set<string>>();
  const add = (regex: RegExp, file: string) => {
    const key = `${regex.flags}/${regex.source}`;
    found.set(key, (found.get(key) ?? new Set()).add(file));
  };
  const built: Built[] = [];
  for (const file of FOLDERS.flatMap((folder) => listFiles(root, folder))) {
    const tree = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest);
    look(tree, tree, false);

    function look(node: ts.Node, of: ts.SourceFile, isInFunction: boolean): void {
      if (ts.isRegularExpressionLiteral(node)) add(readLiteral(node.text), file);
      if (isBuilding(node, of)) built.push({ file, isInFunction });
      const isInside = isInFunction || ts.isFunctionLike(node);
      ts.forEachChild(node, (child) => look(child, of, isInside));
    }
  }
  await addBuilt(root, built, add);
  return [...found].map(([key, files]) => {
    const [, flags = '', source = ''] = /^(\w*)\/(.*)$/s.exec(key) ?? [];
    return { source, flags, files: [...files].sort() };
  });
}

function isBuilding(node: ts.Node, of: ts.SourceFile): boolean {
  return (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText(of) === 'RegExp';
}

function readLiteral(text: string): RegExp {
  const end = text.lastIndexOf('/');
  return new RegExp(text.slice(1, end), text.slice(end + 1));
}

/** Those that put expressions together, and those that have it done by one that does so in a function. */
function filesToLoad(root: string, built: readonly Built[]): ReadonlySet<string> {
  const makers = built.filter((one) => one.isInFunction).map((one) => one.file.replace(/^.*\/|\.ts$/g, ''));
  const imports = new RegExp(`from '[^']*/(?:${makers.join('|')})\\.js'`);
  const users = FOLDERS.flatMap((folder) => listFiles(root, folder)).filter((file) =>
    imports.test(readFileSync(join(root, file), 'utf8')),
  );
  return new Set([...built.map((one) => one.file), ...users.filter((file) => !IN_BROWSER.test(file))]);
}

/** Loads the files that put regular expressions together, and takes what they made meanwhile. */
async function addBuilt(
  root: string,
  built: readonly Built[],
  add: (regex: RegExp, file: string) => void,
): Promise<void> {
  const Real = globalThis.RegExp;
  let file = '';
  const make = (...args: ConstructorParameters<typeof RegExp>) => {
    const regex = new Real(...args);
    // What packages make for themselves while they are loaded is theirs.
    const [, , , caller = ''] = (new Error().stack ?? '').split('\n');
    if (!caller.includes('node_modules') && !caller.includes('node:')) add(regex, file);
    return regex;
  };
  globalThis.RegExp = new Proxy(Real, {
    construct: (_, args) => make(...(args as [string, string?])),
    apply: (_, __, args) => make(...(args as [string, string?])),
  });
  try {
    for (file of filesToLoad(root, built)) {
      await import(pathToFileURL(join(root, 'dist', file.replace(/\.ts$/, '.js'))).href);
    }
  } finally {
    globalThis.RegExp = Real;
  }
  const sampled = new Set(sampleRegexes.map((sample) => sample.file));
  const unknown = built.filter((one) => one.isInFunction && !sampled.has(one.file)).map((one) => one.file);
  if (unknown.length > 0) {
    throw new Error(
      `These files put regular expressions together while they work; give each an example in test/bench/regexes/sample-regexes.ts: ${[...new Set(unknown)].join(', ')}`,
    );
  }
  for (const { file: of, regexes } of sampleRegexes) for (const regex of regexes) add(regex, of);
}
