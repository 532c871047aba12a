import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSteps } from '../support/follow-document.js';
import { readFunctionsRun } from '../support/functions-run.js';
import { answeredFrom, openCustomer } from '../support/product-customer.js';
import { ROOT } from '../support/product-files.js';
import { runProgram } from '../support/run-program.js';
import { type RunningProduct, startProduct } from '../support/running-product.js';
import { temporaryFolder } from '../support/temporary-folder.js';

let product: RunningProduct | undefined;
let ran: ReadonlyMap<string, ReadonlySet<string>>;

/**
 * A few threads become a release, and one question is answered from it, by the built program. V8 notes which functions
 * ran. It notes no order, and a function of the start counts like one of the question: the order is the reader's.
 */
beforeAll(async () => {
  const directory = temporaryFolder();
  const functions = temporaryFolder();
  const settings = { RUNTIME_DIR: directory, NODE_V8_COVERAGE: functions };
  const samples = readFileSync(join(ROOT, 'data/samples/threads-nl.jsonl'), 'utf8');
  const threads = samples.split('\n').slice(0, 3);
  writeFileSync(join(directory, 'threads.jsonl'), threads.join('\n'));

  const words = ['--source', 'file', '--path', join(directory, 'threads.jsonl')];
  const { exitCode, complaints } = await runProgram('ingest/main.js', words, {
    settings: { ...settings, INGEST_LABELS: '' },
    directory,
  });
  if (exitCode !== 0) throw new Error(complaints);

  product = await startProduct({ directory, settings });
  const customer = await openCustomer(product.url);
  await customer.say((JSON.parse(threads[0] ?? '') as { title: string }).title);
  await customer.until((said) => answeredFrom(said) !== null);
  await product.stop();
  ran = readFunctionsRun(functions);
});
afterAll(() => product?.remove());

describe('FOLLOW.md', () => {
  it('names functions that run on the way of a message, a thread and a release', () => {
    expect(readSteps().filter(({ path, runs }) => !ran.get(path)?.has(runs))).toEqual([]);
  });

  it('is held to what ran: a function for a person who is wanted did not', () => {
    expect(ran.get('bot/handoff/queue-order.ts')?.has('queueRank')).toBe(true);
    expect(ran.get('bot/desk/desk.ts')?.has('claim')).toBe(false);
  });
});
