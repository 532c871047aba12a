import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const SETS = ['stackfaq', 'banking77', 'clinc150', 'minvws_faq/nl', 'se_quantumcomputing'];

/**
 * What `npm run evaluate` says of public question sets.
 * @param directory folder with a folder a set, each with corpus.jsonl and queries.jsonl
 */
export function measureQuality(directory: string) {
  const there = SETS.filter((set) => existsSync(join(directory, set, 'corpus.jsonl')));
  return Object.fromEntries(
    there.map((set) => {
      const files = ['corpus', 'queries'].flatMap((name) => [
        `--${name}`,
        join(directory, set, `${name}.jsonl`),
      ]);
      const words = [resolve('dist/index/main.js'), 'evaluate', ...files, '--json'];
      return [set, JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8' }))];
    }),
  );
}
