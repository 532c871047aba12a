import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '../../index/platform/database.js';
import { openCustomer } from '../support/product-customer.js';
import { ROOT } from '../support/product-files.js';
import { runProgram } from '../support/run-program.js';
import { type RunningProduct, startProduct } from '../support/running-product.js';
import { temporaryFolder } from '../support/temporary-folder.js';

/** What was confirmed so long before the command ended is in its backup. */
const LATEST_MS = 1_000;

let product: RunningProduct;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.remove());

const settings = () => ({ RUNTIME_DIR: product.directory, LANG: 'en_GB.UTF-8' });

it('holds what customers were confirmed up to a second before it ended, and a restore brings it back', async () => {
  const to = join(temporaryFolder(), 'backup');
  const customers = await Promise.all([openCustomer(product.url), openCustomer(product.url)]);
  const confirmed: { readonly text: string; readonly at: number }[] = [];
  let isOver = false;
  const posting = customers.map(async (customer, place) => {
    for (let count = 0; !isOver; count += 1) {
      const text = `bericht ${place}-${count}`;
      await customer.say(text);
      confirmed.push({ text, at: performance.now() });
    }
  });
  // Some before, so that the store is at work when the command begins.
  while (confirmed.length < 5) await turn();
  const startedAt = performance.now();
  const written = await runProgram('bot/backup/main.js', ['backup', '--to', to], {
    directory: product.directory,
    settings: settings(),
  });
  const endedAt = performance.now();
  isOver = true;
  await Promise.all(posting);
  expect(written).toMatchObject({ exitCode: 0, output: expect.stringContaining('It holds everything') });

  const restored = temporaryFolder();
  const end = await runProgram('bot/backup/main.js', ['restore', '--from', to, '--language', 'nl'], {
    directory: product.directory,
    settings: { RUNTIME_DIR: restored },
  });
  expect(end).toMatchObject({ exitCode: 0, output: expect.stringContaining('teruggezet') });
  const database = openDatabase(join(restored, 'conversations.sqlite'));
  const rows = database.prepare<[], { text: string }>('select text from messages').all();
  database.close();
  const held = new Set(rows.map(({ text }) => text));
  const due = confirmed.filter(({ at }) => at <= Math.max(startedAt, endedAt - LATEST_MS));
  expect(due.length).toBeGreaterThan(4);
  expect(due.filter(({ text }) => !held.has(text))).toEqual([]);
  expect(existsSync(join(restored, 'releases/current'))).toBe(true);

  const refused = await runProgram('bot/backup/main.js', ['restore', '--from', to, '--replace'], {
    directory: product.directory,
    settings: settings(),
  });
  expect(refused).toMatchObject({ exitCode: 1, complaints: expect.stringContaining('SERVER_RUNNING') });
});

it('leaves nothing that looks whole when it is killed, and the next one writes all', async () => {
  const to = join(temporaryFolder(), 'backup');
  const main = join(ROOT, 'dist/bot/backup/main.js');
  const child = spawn(process.execPath, [main, 'backup', '--to', to], {
    cwd: product.directory,
    env: { PATH: process.env.PATH, RUNTIME_DIR: product.directory },
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  const siblings = () => readdirSync(dirname(to));
  while (siblings().length === 0 && child.exitCode === null) await turn();
  child.kill('SIGKILL');
  await ended;
  // Killed while it gathers: that is long before it gives the folder its name.
  expect(siblings()).toEqual([`${basename(to)}.unfinished-${child.pid}`]);
  const again = await runProgram('bot/backup/main.js', ['backup', '--to', to], {
    directory: product.directory,
    settings: settings(),
  });
  expect(again.exitCode).toBe(0);
  expect(siblings()).toEqual([basename(to)]);
});
