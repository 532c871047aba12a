import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BROKEN_SOURCES } from '../support/broken-sources.js';
import { holdJournal } from '../support/held-journal.js';
import { answeredFrom, openCustomer, type ProductCustomer } from '../support/product-customer.js';
import { ROOT } from '../support/product-files.js';
import { type ProgramEnd, type ProgramOptions, runProgram } from '../support/run-program.js';
import { type RunningProduct, startProduct } from '../support/running-product.js';
import { mountSmallDisk, type SmallDisk } from '../support/small-disk.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { openSocket } from '../support/webchat-visitor.js';

/** The community that is live: the first rows of the samples, one of which has the PUK code. */
const ROWS = 18;
/** The bot waits for more words after this one. */
const UNFINISHED = 'Puk-code vinden,';
const ITEM = 'community:nl-001';
const QUESTION = 'Waar vind ik de puk-code?';

/** Never changed after its one release is live; tests work on copies. */
let home: string;
let live: string;

beforeAll(async () => {
  home = temporaryFolder();
  const samples = readFileSync(join(ROOT, 'data/samples/threads-nl.jsonl'), 'utf8');
  writeFileSync(
    join(home, 'community.jsonl'),
    samples
      .split('\n')
      .slice(0, ROWS)
      .map((line) => `${line}\n`)
      .join(''),
  );
  const end = await ingest('community.jsonl', home);
  expect(end).toMatchObject({ exitCode: 0, complaints: '' });
  live = pointer(home);
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Ingests a file or folder as the source that is live already. */
function ingest(
  path: string,
  directory: string,
  words: readonly string[] = [],
  limit: Pick<ProgramOptions, 'largestFileKb'> = {},
): Promise<ProgramEnd> {
  const kind = path.includes('.') ? 'file' : 'stack-exchange';
  const source = ['--source', kind, '--path', path, '--name', 'community'];
  const settings = { RUNTIME_DIR: 'runtime' };
  return runProgram('ingest/main.js', [...source, ...words], { directory, settings, ...limit });
}

/** What names the live release, and those that were live before. */
function pointer(directory: string): string {
  return readFileSync(join(directory, 'runtime/releases/current'), 'utf8').trim();
}

/** One line on stderr that begins with the code, and no trace of the program's inside. */
function expectCodedFailure(end: ProgramEnd, code: string): void {
  expect(end.complaints).toMatch(new RegExp(`^${code}: .+\n$`));
  expect(end.exitCode).toBe(1);
  expect(end.output).not.toContain('is live');
}

async function expectLiveReleaseAnswers(directory: string): Promise<void> {
  expect(pointer(directory)).toBe(live);
  const end = await runProgram('index/main.js', ['ask', QUESTION], {
    directory,
    settings: { RUNTIME_DIR: 'runtime' },
  });
  expect(end).toMatchObject({ exitCode: 0, complaints: '' });
  expect(end.output).toContain(`Release ${live}`);
  expect(end.output).toContain('PUK-code staat gewoon in Mijn Zwaluw');
}

/** One that cannot be opened, one that breaks off while it is read, one that gives nothing; `broken-sources.test.ts` has all. */
const CODES = ['SOURCE_UNREADABLE', 'SOURCE_FILE_BROKEN', 'INGEST_SOURCE_EMPTY'];
const ONE_OF_EACH = CODES.flatMap((code) => BROKEN_SOURCES.filter((one) => one.code === code).slice(0, 1));

// One folder for all of them: what a failure leaves behind, the next ones and the last run find.
describe('a source that cannot be used', () => {
  let directory: string;
  beforeAll(() => {
    directory = temporaryFolder();
    cpSync(home, directory, { recursive: true });
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  it.each(ONE_OF_EACH)('refuses $title', async ({ path, make, code, says }) => {
    make((name) => join(directory, name));
    const end = await ingest(path, directory);
    expectCodedFailure(end, code);
    expect(end.complaints).toContain(says);
    expect(pointer(directory)).toBe(live);
  });

  it('leaves what was read before to the next run, which names broken rows and publishes the rest', async () => {
    await expectLiveReleaseAnswers(directory);
    const whole = readFileSync(join(directory, 'community.jsonl'), 'utf8');
    writeFileSync(join(directory, 'holes.jsonl'), `{"id": broken\n${whole}[]\n`);
    const end = await ingest('holes.jsonl', directory);
    expect(end).toMatchObject({ exitCode: 0, complaints: '' });
    expect(end.output).toContain('holes.jsonl line 1');
    expect(end.output).toContain(`holes.jsonl line ${ROWS + 2}`);
    expect(end.output).toContain('0 added, 0 changed, 0 removed');
    expect(end.output).toMatch(/Embedded +0 texts/);
    expect(pointer(directory)).toBe(live);
  });
});

describe('an export that was cut off', () => {
  it('is built, not published, until somebody says so', async () => {
    const directory = temporaryFolder();
    try {
      cpSync(home, directory, { recursive: true });
      const [row] = readFileSync(join(directory, 'community.jsonl'), 'utf8').split('\n');
      writeFileSync(join(directory, 'cut.jsonl'), `${row}\n`);
      const ends = [await ingest('cut.jsonl', directory), await ingest('cut.jsonl', directory)];
      const [id, again] = ends.map(
        ({ complaints }) => /^RELEASE_HELD_BACK: The release (\S+)/.exec(complaints)?.[1],
      );
      expect(again).toBe(id);
      for (const { exitCode, output } of ends) {
        expect(exitCode).toBe(2);
        expect(output).toContain(`held back; "npm run ingest -- publish ${id}" makes it live`);
      }
      expect(pointer(directory)).toBe(live);
      const settings = { RUNTIME_DIR: 'runtime' };
      const published = await runProgram('ingest/main.js', ['publish', id ?? ''], { directory, settings });
      expect(published).toMatchObject({ exitCode: 0, complaints: '' });
      expect(pointer(directory).split('\n')).toEqual([id, live]);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});

describe('a full disk', () => {
  it.each([4, 32])('stops a run that may write %i kB', async (largestFileKb) => {
    const directory = temporaryFolder();
    try {
      cpSync(home, directory, { recursive: true });
      const end = await ingest('community.jsonl', directory, ['--rebuild'], { largestFileKb });
      expectCodedFailure(end, FULL_DISK_CODES);
      expect(pointer(directory)).toBe(live);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  it('stops ingest at any point and leaves the live release', { timeout: 240_000 }, async ({ skip }) => {
    const mounted = mountSmallDisk(8);
    if ('noneBecause' in mounted) return skip(mounted.noneBecause);
    const { disk } = mounted;
    try {
      cpSync(home, disk.directory, { recursive: true });
      // From no room at all to enough: the lock, reading, embedding and building each meet the end.
      const failures: string[] = [];
      for (let roomKb = 0; pointer(disk.directory) === live; roomKb = Math.max(16, 8 * roomKb)) {
        disk.makeRoom();
        disk.fill();
        giveBack(join(disk.directory, 'filler'), roomKb * 1024);
        const end = await ingest('community.jsonl', disk.directory, ['--rebuild']);
        if (end.exitCode === 0) break;
        expectCodedFailure(end, FULL_DISK_CODES);
        expect(pointer(disk.directory)).toBe(live);
        failures.push(end.complaints);
        if (failures.length === 1) await expectLiveReleaseAnswers(disk.directory);
      }
      expect(failures.length).toBeGreaterThan(2);
      expect(pointer(disk.directory)).not.toBe(live);
    } finally {
      disk.remove();
    }
  });
});

describe('a disk that fills up while customers are served', () => {
  let disk: SmallDisk;
  let product: RunningProduct;
  let noneBecause: string | null = null;

  beforeAll(async () => {
    const mounted = mountSmallDisk(24);
    if ('noneBecause' in mounted) {
      noneBecause = mounted.noneBecause;
      return;
    }
    disk = mounted.disk;
    cpSync(join(home, 'runtime'), disk.directory, { recursive: true });
    // Time enough, on a loaded machine too, to take the room before the bot has waited for more words.
    product = await startProduct({ directory: disk.directory, settings: { COLLECT_MESSAGES_MS: '3000' } });
  });
  let letGo: (() => void) | undefined;
  beforeEach(async ({ skip }) => {
    if (noneBecause !== null) skip(noneBecause);
    disk.makeRoom();
    letGo = await holdJournal(join(disk.directory, 'conversations.sqlite'));
  });
  afterEach(() => letGo?.());
  afterAll(async () => {
    await product?.kill();
    disk?.remove();
  });

  it('refuses what it cannot keep, lives on, and goes on with room', async () => {
    const customer = await greetedCustomer(product.url);
    disk.fill();
    const question = { type: 'message', text: QUESTION, channelData: { clientActivityID: 'asked-once' } };
    const refused = await customer.post(question);
    expect(refused.status).toBeGreaterThanOrEqual(500);
    expect(Object.keys(refused.body)).toEqual(['error']);
    expect(await customer.heard()).toHaveLength(1);
    expect((await fetch(`${product.url}/healthz`)).status).toBe(200);

    disk.makeRoom();
    expect((await customer.post(question)).status).toBe(200);
    expect((await customer.post(question)).status).toBe(200);
    await customer.until((said) => answeredFrom(said) === ITEM);
    await customer.say('Dank u wel!');
    await customer.until((said) => said.text?.startsWith('Graag gedaan') === true);
    const heard = await customer.heard();
    expect(heard.filter((said) => answeredFrom(said) === ITEM)).toHaveLength(1);
    expect(heard.filter((said) => said.text === QUESTION)).toHaveLength(1);
    expect(product.output()).not.toContain(QUESTION);
  });

  it('apologises to whom it cannot answer, and answers later', async () => {
    const customer = await greetedCustomer(product.url);
    const news = await listen(customer);
    await customer.say(UNFINISHED);
    disk.fill();
    await news.until((text) => text.includes('Er ging iets mis aan onze kant'));
    expect((await fetch(`${product.url}/healthz`)).status).toBe(200);
    disk.makeRoom();
    await customer.until((said) => answeredFrom(said) === ITEM);
    expect(await product.stop()).toBe(0);
  });
});

async function greetedCustomer(url: string): Promise<ProductCustomer> {
  const customer = await openCustomer(url);
  await customer.until((said) => said.from.role === 'bot');
  return customer;
}

/** Below the time that a test may take, and far above what anything takes on a loaded machine. */
const PATIENCE_MS = 25_000;

/** What arrives at an open chat, as it arrives. */
async function listen(customer: ProductCustomer) {
  const { body } = await customer.call(`/conversations/${customer.conversationId}`);
  const opened = await openSocket(String(body.streamUrl));
  if (!('socket' in opened)) throw new Error(`no stream: ${opened.status}`);
  return {
    async until(fits: (text: string) => boolean): Promise<void> {
      const patience = AbortSignal.timeout(PATIENCE_MS);
      const isOver = new Promise<string>((_, fail) => {
        patience.onabort = () => fail(new Error('nothing of that kind arrived at the open chat'));
      });
      while (!fits(await Promise.race([opened.next(), isOver])));
    },
  };
}

const FULL_DISK_CODES = '(INGEST_DISK_FULL|RELEASE_BUILD_FAILED|DATABASE_UNUSABLE)';

function giveBack(filler: string, bytes: number): void {
  const { length } = readFileSync(filler);
  truncateSync(filler, length - bytes);
}
