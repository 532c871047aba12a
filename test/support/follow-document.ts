import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './product-files.js';

/** A line of FOLLOW.md: a file on the way, and the function that is run there. */
export interface Step {
  readonly journey: string;
  /** Path from the root. */
  readonly path: string;
  readonly runs: string;
}

const STEP = /^\| `([^`]+)` \| `(\w+)` \| .+ \|$/;

/**
 * What FOLLOW.md tells of the ways through the code, in its order.
 * @throws when a line of a table is no step, so that none is left out unseen
 */
export function readSteps(): Step[] {
  let journey = '';
  return readFileSync(join(ROOT, 'FOLLOW.md'), 'utf8')
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('## ')) journey = line.slice(3);
      if (!line.startsWith('| ') || line.startsWith('| file |')) return [];
      const [, path, runs] = STEP.exec(line) ?? [];
      if (path === undefined || runs === undefined) throw new Error(`not a step of FOLLOW.md: ${line}`);
      return [{ journey, path, runs }];
    });
}
