import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** The root of the checkout. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

const PRODUCT_FOLDERS = ['bot', 'channels', 'index', 'ingest'];

export interface ProductFile {
  /** Path from the root, with slashes. */
  readonly path: string;
  readonly text: string;
  /** Paths from the root of the own files it imports, types included. */
  readonly imports: readonly string[];
  /** Names of the packages it imports, without `node:` builtins. */
  readonly packages: readonly string[];
}

/** Every source file of the product with what it imports, read from the code itself. */
export function readProductFiles(): ProductFile[] {
  const paths = PRODUCT_FOLDERS.flatMap((folder) => walk(join(ROOT, folder))).filter((path) =>
    /\.tsx?$/.test(path),
  );
  const known = new Set(paths.map(fromRoot));
  return paths.map((path) => {
    const text = readFileSync(path, 'utf8');
    const specifiers = ts.preProcessFile(text, true, true).importedFiles.map((file) => file.fileName);
    return {
      path: fromRoot(path),
      text,
      imports: specifiers
        .filter((name) => name.startsWith('.'))
        .map((name) => resolveImport(path, name, known)),
      packages: specifiers
        .filter((name) => !name.startsWith('.') && !name.startsWith('node:'))
        .map(packageName),
    };
  });
}

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? walk(path) : [path];
  });
}

function fromRoot(path: string): string {
  return relative(ROOT, path).replaceAll('\\', '/');
}

function resolveImport(from: string, name: string, known: ReadonlySet<string>): string {
  const target = fromRoot(resolve(dirname(from), name));
  const base = target.replace(/\.jsx?$/, '');
  const candidates = [target, `${base}.ts`, `${base}.tsx`, `${target}.ts`, `${target}.tsx`];
  return candidates.find((candidate) => known.has(candidate)) ?? target;
}

function packageName(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}
