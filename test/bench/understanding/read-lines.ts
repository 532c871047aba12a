import { readFileSync } from 'node:fs';

/** Reads a file of JSON lines. */
export function readLines<Row>(file: string): Row[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
}
