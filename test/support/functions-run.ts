import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from './product-files.js';

/** What V8 writes into NODE_V8_COVERAGE, as far as it is read here. */
interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly {
      readonly functionName: string;
      readonly ranges: readonly { readonly count: number }[];
    }[];
  }[];
}

/**
 * The functions of the built program that ran in the processes whose NODE_V8_COVERAGE was `directory`, threads included:
 * for each source file, named from the root, the names of its functions.
 */
export function readFunctionsRun(directory: string): ReadonlyMap<string, ReadonlySet<string>> {
  const ran = new Map<string, Set<string>>();
  for (const name of readdirSync(directory)) {
    const { result } = JSON.parse(readFileSync(join(directory, name), 'utf8')) as Coverage;
    for (const { url, functions } of result) {
      if (!url.startsWith('file:')) continue;
      const path = relative(join(ROOT, 'dist'), fileURLToPath(url)).replace(/\.js$/, '.ts');
      const names = ran.get(path) ?? new Set();
      for (const { functionName, ranges } of functions) if (ranges[0]?.count) names.add(functionName);
      ran.set(path, names);
    }
  }
  return ran;
}
