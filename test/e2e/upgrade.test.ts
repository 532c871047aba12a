import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeRunLock } from '../../ingest/store/run-lock.js';
import { createDeskClient } from '../support/desk-client.js';
import { copyOutdatedRelease, OUTDATED_ID } from '../support/outdated-release.js';
import { answeredFrom, openCustomer, placeToldIn } from '../support/product-customer.js';
import { runProgram } from '../support/run-program.js';
import { type RunningProduct, startProduct } from '../support/running-product.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const QUESTION = 'Pincode geblokkeerd, waar vind ik de puk-code?';
/** Nothing is there: an upgrade that would read it fails. */
const SOURCE = { INGEST_SOURCES: 'community=file:not-there.jsonl' };

let directory: string;
let product: RunningProduct | null;

beforeEach(() => {
  directory = temporaryFolder();
  copyOutdatedRelease(directory);
  product = null;
});
afterEach(async () => {
  await product?.stop();
  rmSync(directory, { recursive: true, force: true });
});

// Two starts of the program and one of the ingest; a loaded machine takes a minute for them.
describe('a server on a release of an earlier version', { timeout: 240_000 }, () => {
  it('hands customers over while it upgrades, survives a crash in the middle, and answers afterwards', async () => {
    // Held, the upgrade waits for as long as this test looks.
    const letGo = takeRunLock(directory);
    try {
      product = await startProduct({ directory, settings: SOURCE, isUpgrading: true });
      expect(await readiness()).toEqual([503, { isReady: false, reason: 'upgrading the index' }]);
      expect(await askedAndHandedOver()).toContain('Ik word op dit moment bijgewerkt');
      expect(await pauseAtDesk()).toMatchObject({ kind: 'upgrading' });
      await product.kill();
      expect(releaseIds()).toEqual([OUTDATED_ID]);

      product = await startProduct({ directory, settings: SOURCE, isUpgrading: true });
      expect(await readiness()).toEqual([503, { isReady: false, reason: 'upgrading the index' }]);
    } finally {
      letGo();
    }
    await untilReady();
    const customer = await openCustomer(product.url);
    await customer.say(QUESTION);
    const answer = await customer.until((said) => answeredFrom(said) !== null);
    expect(answeredFrom(answer)).toBe('community:nl-001');
    expect(product.output()).toContain('Ready to answer questions.');

    const back = await runProgram('ingest/main.js', ['rollback'], {
      directory,
      settings: { RUNTIME_DIR: directory },
    });
    expect(back.exitCode).toBe(1);
    expect(back.complaints).toContain(
      `ROLLBACK_OUTDATED: The release before, "${OUTDATED_ID}", has format 2`,
    );
    expect(await readiness()).toEqual([200, { isReady: true, reason: null }]);
  });

  it('goes on handing over and says why when the upgrade fails', async () => {
    rmSync(join(directory, 'ingest.sqlite'));
    product = await startProduct({ directory, settings: SOURCE, isUpgrading: true });
    await until(async () => String((await readiness())[1].reason).includes('UPGRADE_IMPOSSIBLE'));
    expect((await readiness())[0]).toBe(503);
    expect(await askedAndHandedOver()).toContain('Ik word op dit moment bijgewerkt');
    expect(await pauseAtDesk()).toMatchObject({ kind: 'upgrade-failed' });
    expect(product.output()).toContain('npm run ingest');
  });
});

async function readiness(): Promise<[number, { isReady: boolean; reason: string | null }]> {
  const response = await fetch(`${product?.url}/readyz`);
  return [response.status, (await response.json()) as { isReady: boolean; reason: string | null }];
}

const untilReady = () => until(async () => (await readiness())[0] === 200);

/** Waits below the time that a test may take. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  const isOver = AbortSignal.timeout(150_000);
  while (!(await isSo())) {
    if (isOver.aborted) throw new Error(`it did not come to that:\n${product?.output()}`);
    await pause(50);
  }
}

/** What a customer is told who asks now; they wait for a person then. */
async function askedAndHandedOver(): Promise<string> {
  const customer = await openCustomer(product?.url ?? '');
  await customer.say(QUESTION);
  const told = await customer.until((said) => placeToldIn(said) !== null);
  return told.text ?? '';
}

async function pauseAtDesk() {
  const agent = createDeskClient(product?.url ?? '');
  const token = product?.firstInvitation?.split('#')[1];
  const account = {
    name: 'Sanne',
    email: 'sanne@zwaluw.example',
    password: 'een lange zin met dertien mussen',
  };
  expect((await agent.post('/invitation/accept', { token, ...account })).status).toBe(200);
  const { body } = await agent.get('/entries');
  expect(body?.entries?.map(({ reason }) => reason)).toContain('not-ready');
  return body?.pause;
}

/** The releases that are there, whole or not. */
function releaseIds(): string[] {
  return readdirSync(join(directory, 'releases')).filter((name) => name !== 'current');
}
