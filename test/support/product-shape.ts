import { dirname } from 'node:path';
import ts from 'typescript';
import type { ProductFile } from './product-files.js';

/** Folders with more than `most` files of their own, by name. */
export function crowdedFolders(products: readonly ProductFile[], most: number): string[] {
  const counts = new Map<string, number>();
  for (const { path } of products) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > most)
    .map(([folder]) => folder)
    .sort();
}

/** Where functions of more than `most` lines begin. */
export function longFunctions({ path, text }: ProductFile, most: number): string[] {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, false, kind);
  const lineOf = (place: number) => source.getLineAndCharacterOfPosition(place).line + 1;
  const long: string[] = [];
  const visit = (part: ts.Node): void => {
    const first = lineOf(part.getStart(source));
    const isLong = lineOf(part.end) - first >= most;
    if (isLong && ts.isFunctionLike(part)) long.push(`${path} line ${first}`);
    if (isLong || ts.isSourceFile(part)) ts.forEachChild(part, visit);
  };
  visit(source);
  return long;
}

/** Groups of files that reach each other, each group sorted (Tarjan's strongly connected components). */
export function findCycles(nodes: readonly ProductFile[]): string[][] {
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

/** Whether anything is left of a file when its types are gone. */
export function hasRuntimeCode(file: ProductFile): boolean {
  const output = ts.transpileModule(file.text, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, removeComments: true },
  }).outputText;
  return output.replaceAll(/export\s*\{\s*\};?/g, '').trim() !== '';
}
