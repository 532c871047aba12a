import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Sqlite } from '../../index/platform/sqlite.js';
import { losingItsModelAt } from '../support/losing-its-model.js';
import { answeredFrom, openCustomer } from '../support/product-customer.js';
import { type ProgramEnd, runProgram } from '../support/run-program.js';
import { type RunningProduct, startProduct } from '../support/running-product.js';
import { copySampleRelease } from '../support/sample-release.js';
import { mountSmallDisk } from '../support/small-disk.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const QUESTION = 'Waar vind ik de puk-code van mijn simkaart?';
const ITEM = 'samples:nl-001';

/** A disk that can be filled, where this user may have one. */
const small = mountSmallDisk(60);
const disk = 'disk' in small ? small.disk : null;

/** The program that most tests share, on that disk; each leaves it as it was. Its start is what costs. */
let product: RunningProduct;
let directory: string;

beforeAll(async () => {
  directory = join(disk?.directory ?? temporaryFolder(), 'runtime');
  mkdirSync(directory);
  await copySampleRelease(directory);
  product = await startProduct({ directory });
}, 240_000);
afterAll(async () => {
  try {
    await product.kill();
  } finally {
    disk?.remove();
  }
});

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const isOver = AbortSignal.timeout(100_000);
  while (!(await holds())) {
    if (isOver.aborted) throw new Error(`it did not come to pass: ${what}`);
    await pause(50);
  }
}

async function readiness(url: string): Promise<{ status: number; reason: string | null }> {
  const response = await fetch(`${url}/readyz`);
  return { status: response.status, reason: ((await response.json()) as { reason: string | null }).reason };
}

/** Starts the program in a folder where it cannot: how it ends, and what it says. */
function failedStart(folder: string, port = 0): Promise<ProgramEnd> {
  const settings = { PORT: String(port), RUNTIME_DIR: folder };
  return runProgram('bot/main.js', [], { directory: folder, settings });
}

// A start takes long on a loaded machine.
describe('a server', { timeout: 240_000 }, () => {
  it('goes on when the pointer to the release cannot be read, and heals', async () => {
    const pointer = join(directory, 'releases/current');
    const content = readFileSync(pointer);
    rmSync(pointer);
    mkdirSync(pointer);
    await until('it complains', () => product.output().includes('RELEASE_POINTER_UNREADABLE'));
    expect((await fetch(`${product.url}/healthz`)).status).toBe(200);
    expect((await readiness(product.url)).status).toBe(200);
    const customer = await openCustomer(product.url);
    await customer.say(QUESTION);
    await customer.until((said) => answeredFrom(said) === ITEM);

    rmSync(pointer, { recursive: true });
    writeFileSync(pointer, content);
    await until('it heals', () => product.output().includes('can be used again'));
  });

  it('that finds its folder taken has touched no message that waits, and ends in one piece', async () => {
    const customer = await openCustomer(product.url);
    await customer.until((said) => said.from.role === 'bot');
    await customer.say(QUESTION);
    await customer.until((said) => answeredFrom(said) === ITEM);
    // As if it waited still.
    const database = new Sqlite(join(directory, 'conversations.sqlite'));
    const { changes } = database
      .prepare("update messages set status = 'received' where direction = 'in'")
      .run();
    const end = await failedStart(directory, product.port);
    expect(end.complaints).toMatch(/^SERVER_RUNNING: [^\n]+\n$/);
    expect(end.exitCode).toBe(1);
    const attempts = database.prepare("select attempts from messages where direction = 'in'").pluck().all();
    database.close();
    expect(changes).toBeGreaterThan(0);
    expect(new Set(attempts)).toEqual(new Set([0]));
  });

  it.skipIf(disk === null)('is not ready while its disk is full, and ready again after', async () => {
    disk?.fill();
    await until('it is not ready', async () => (await readiness(product.url)).status === 503);
    const { reason } = await readiness(product.url);
    expect(reason).toContain('full');
    expect(reason).not.toContain(directory);
    expect((await fetch(`${product.url}/healthz`)).status).toBe(200);
    disk?.makeRoom();
    await until('it is ready', async () => (await readiness(product.url)).status === 200);
  });

  it('that lost its model says so, ends by itself, and answers after a restart what was confirmed', async () => {
    const losing = await startProduct({ settings: losingItsModelAt('puk-code') });
    const customer = await openCustomer(losing.url);
    await customer.until((said) => said.from.role === 'bot');
    const look = await holdLook(losing.port);
    await customer.say(QUESTION);
    await until('it notices', () => losing.output().includes('EMBEDDER_ENDED'));
    const seen = await look();
    expect(seen).toMatch(/^HTTP\/1\.1 503 /);
    expect(seen).toContain('the embedding model is over');
    expect(await losing.ended()).toBe(1);

    const again = await startProduct({ directory: losing.directory });
    try {
      customer.url = again.url;
      await customer.until((said) => answeredFrom(said) === ITEM);
      const texts = (await customer.heard()).map((said) => said.text ?? '');
      expect(texts.filter((text) => /ging iets mis/i.test(text))).toEqual([]);
      expect(again.output()).not.toContain('EMBEDDER_ENDED');
    } finally {
      await again.remove();
    }
  });
});

describe('a server that was stopped', { timeout: 240_000 }, () => {
  beforeAll(async () => {
    expect(await product.stop()).toBe(0);
  });

  it.each(['conversations.sqlite'])(
    'finds %s damaged and says so in one line, with what to do',
    async (name) => {
      const copy = temporaryFolder();
      cpSync(directory, copy, { recursive: true });
      const path = join(copy, name);
      expect(existsSync(`${path}-wal`)).toBe(false);
      truncateSync(path, 12_288);
      const end = await failedStart(copy);
      expect(end.complaints).toMatch(/^DATABASE_UNUSABLE: [^\n]*backup[^\n]*\n$/);
      expect(end.complaints).toContain(name);
      expect(end.exitCode).toBe(1);
    },
  );

  it.skipIf(disk === null)('finds its disk full and says so in one line', async () => {
    rmSync(join(directory, 'conversations.sqlite'), { force: true });
    disk?.fill();
    const end = await failedStart(directory);
    expect(end.complaints).toMatch(/^DATABASE_UNUSABLE: [^\n]*free space[^\n]*\n$/);
    expect(end.exitCode).toBe(1);
  });
});

/**
 * Begins to look at /readyz and gives back how to end that: a request that has begun is still answered when no new
 * connection is taken any more.
 */
async function holdLook(port: number): Promise<() => Promise<string>> {
  const socket = connect(port, '127.0.0.1');
  await new Promise((resolve) => socket.once('connect', resolve));
  socket.write('GET /readyz HTTP/1.1\r\nHost: localhost\r\n');
  return async () => {
    let text = '';
    const isEnded = new Promise((resolve) => socket.once('close', resolve));
    socket.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    socket.on('error', () => {});
    socket.write('Connection: close\r\n\r\n');
    await isEnded;
    return text;
  };
}
