import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../support/product-files.js';

it('every regular expression of the product was checked for texts that make it run for ever', () => {
  const main = join(ROOT, 'dist/test/bench/regexes/main.js');
  // Who adds one runs "npm run check:regexes", which has it checked and writes down what it found.
  const told = execFileSync(process.execPath, [main, '--known'], { encoding: 'utf8' });
  const [, all] = /^(\d+) regular expressions, 0 unchecked$/m.exec(told) ?? [];
  expect(Number(all)).toBeGreaterThan(1_000);
}, 60_000);
