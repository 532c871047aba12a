import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

/**
 * What `npm run evaluate -- --all` says of public question sets.
 * @param directory folder with a folder a set, each with corpus.jsonl and queries.jsonl
 */
export function measureQuality(directory: string) {
  const words = [resolve('dist/bot/evaluation/main.js'), '--all', directory, '--json'];
  const line = execFileSync(process.execPath, words, {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(line);
}
