import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isCoded } from '../../../index/platform/errors.js';
import { joinSettings, parseSettings } from '../../../index/platform/settings.js';
import { parseNamedSource } from '../../../ingest/reading/named-source.js';
import { openSources } from '../../../ingest/reading/open-sources.js';
import type { GoneRow, Source, SourceKind, SourceRow } from '../../../ingest/sources/contracts.js';
import { httpSettings } from '../../../ingest/sources/http/http-settings.js';
import { instantPatience } from '../../support/communities/local-community.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

/** A kind of source over a community that a test can change. It holds the kettle, whose answer is accepted, and more. */
export interface KindSubject {
  readonly title: string;
  readonly kind: SourceKind;
  /** Makes the community as it is at first, and says what stands behind `name=kind:`. */
  prepare(folder: string): string;
  /** Whether it tells of tags and votes; it does where not given. */
  readonly isOfCommunity?: boolean;
  readonly kettleId: string;
  /** Id of a thread that cannot be read; null where only its place can be told. */
  readonly failedId: string | null;
  /** Settings for the community that was prepared; its secrets are `secret`. Left out where there are none. */
  environment?(secret: string): Readonly<Record<string, string>>;
  /** Takes the kettle away. */
  removeKettle(folder: string): void;
}

/** So every secret of a kind reads here. */
const SECRET = 'a-secret-that-nobody-may-read';

/** What every kind of source keeps to, whatever it reads. */
export function describeSourceKind(subject: KindSubject): void {
  const { title, kind, kettleId } = subject;

  describe(`${title} as a kind of source`, () => {
    let root: string;
    let address: string;
    beforeAll(() => {
      root = temporaryFolder();
    });
    afterAll(() => rmSync(root, { recursive: true }));
    beforeEach(() => {
      rmSync(root, { recursive: true, force: true });
      for (const name of ['community', 'work']) mkdirSync(join(root, name), { recursive: true });
      address = subject.prepare(join(root, 'community'));
    });

    async function open(): Promise<Source> {
      const secrets = Object.entries(kind.settings).filter(([, { isSecret }]) => isSecret);
      const bare = Object.fromEntries(secrets.map(([name]) => [name, SECRET]));
      const tools = {
        settings: parseSettings(
          joinSettings(httpSettings, kind.settings),
          subject.environment?.(SECRET) ?? bare,
        ),
        workDirectory: join(root, 'work'),
        kinds: [kind],
        patience: instantPatience(),
      };
      const [source] = await openSources([parseNamedSource(`tea=${kind.kind}:${address}`)], tools);
      if (!source) throw new Error('no source was opened');
      return source;
    }

    it('bears the name it was given', async () => {
      expect((await open()).name).toBe('tea');
    });

    it('gives everything, and the same threads every time', async () => {
      const source = await open();
      const reading = source.read();
      expect(reading.covers).toBe('everything');
      const rows = await all(reading.rows);
      expect(await all(source.read().rows)).toEqual(rows);
      expect(threadIds(rows).length).toBeGreaterThan(1);
    });

    it('gives each thread an id of its own and each row a place', async () => {
      const rows = await all((await open()).read().rows);
      expect(new Set(threadIds(rows)).size).toBe(threadIds(rows).length);
      for (const { position } of rows) expect(position).toMatch(/\S+( line \d+)?$/);
    });

    it('marks at most one reply as accepted', async () => {
      for (const thread of await threads(await open())) {
        expect(thread.replies.filter(({ isAccepted }) => isAccepted).length).toBeLessThanOrEqual(1);
      }
    });

    it('gives times in UTC and https links, or null', async () => {
      for (const { replies, createdAt, url } of await threads(await open())) {
        for (const time of [createdAt, ...replies.flatMap((reply) => [reply.createdAt, reply.updatedAt])]) {
          if (time !== null) expect(new Date(time).toISOString()).toBe(time);
        }
        for (const link of [url, ...replies.map((reply) => reply.url)]) {
          if (link !== null) expect(link).toMatch(/^https:/);
        }
      }
    });

    it('finds question, accepted answer and author', async () => {
      const kettle = (await threads(await open())).find(({ id }) => id === kettleId);
      expect(kettle?.title).toContain('descale');
      const { isOfCommunity = true } = subject;
      if (isOfCommunity) expect(kettle?.tags).toContain('kettle');
      const accepted = kettle?.replies.find(({ isAccepted }) => isAccepted);
      expect(accepted?.body).toContain('vinegar');
      expect(accepted).toMatchObject({ author: { name: 'Tea Master' }, votes: isOfCommunity ? 7 : 0 });
    });

    it('names what it cannot read, and why, and reads the rest', async () => {
      const rows = await all((await open()).read().rows);
      const failed = rows.flatMap((row) => (row.kind === 'failed' ? [row] : []));
      expect(failed.map(({ threadId }) => threadId)).toContain(subject.failedId);
      for (const { detail } of failed) expect(detail).not.toBe('');
      expect(threadIds(rows)).toContain(kettleId);
    });

    it('says what is gone: by giving everything else, or by name', async () => {
      const source = await open();
      const first = source.read();
      const before = threadIds(await all(first.rows));
      const checkpoint = first.checkpoint?.();
      expect(checkpoint !== undefined).toBe(source.readSince !== undefined);
      subject.removeKettle(join(root, 'community'));
      const next = (checkpoint !== undefined && source.readSince?.(checkpoint)) || source.read();
      const rows = await all(next.rows);
      const gone =
        next.covers === 'changes' ? goneIds(rows) : before.filter((id) => !threadIds(rows).includes(id));
      expect(gone).toEqual([kettleId]);
    });

    it('gives no change twice, where it can tell changes', async () => {
      const source = await open();
      const first = source.read();
      await all(first.rows);
      const next = first.checkpoint && source.readSince?.(first.checkpoint());
      if (next?.covers === 'changes') expect(await all(next.rows)).toEqual([]);
      else expect(source.readSince).toBeUndefined();
    });

    it('sweeps exactly the ids of its threads and of those it cannot read, where it sweeps', async () => {
      const source = await open();
      const ids = source.ids ? await all(source.ids()) : null;
      const rows = await all(source.read().rows);
      const failed = rows.flatMap((row) => (row.kind === 'failed' ? [row.threadId] : []));
      const whole = threadIds(rows);
      expect((ids ?? whole).filter((id) => !failed.includes(id)).toSorted()).toEqual(whole.toSorted());
    });

    it('reads threads again by name, where it can, and says which of them are gone', async () => {
      const source = await open();
      if (!source.readAgain) return expect(source.ids).toBeUndefined();
      const [kettle] = (await threads(source)).filter(({ id }) => id === kettleId);
      const again = await all(source.readAgain([kettleId]));
      expect(again).toMatchObject([{ kind: 'thread', thread: kettle }]);
      subject.removeKettle(join(root, 'community'));
      expect(await all(source.readAgain([kettleId]))).toMatchObject([{ kind: 'gone', threadId: kettleId }]);
    });

    it('lets no secret out with what it reads or complains of', async () => {
      const source = await open();
      const reading = source.read();
      const said = JSON.stringify([await all(reading.rows), reading.checkpoint?.() ?? null]);
      expect(said).not.toContain(SECRET);
      rmSync(join(root, 'community'), { recursive: true });
      const complaint = await all(source.read().rows).catch((error: unknown) => error);
      expect(isCoded(complaint)).toBe(true);
      expect(inspect(complaint)).not.toContain(SECRET);
    });

    it('refuses an option it does not know', async () => {
      address = `${address.split('?')[0]}?unheardof=1`;
      await expect(open()).rejects.toMatchObject({ code: 'SOURCE_SETTING_INVALID' });
    });

    it('leaves nothing in its work folder, also when reading stops early', async () => {
      for await (const row of (await open()).read().rows) if (row.kind === 'thread') break;
      expect(readdirSync(join(root, 'work'))).toEqual([]);
    });
  });
}

async function all<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const given: Row[] = [];
  for await (const row of rows) given.push(row);
  return given;
}

async function threads(source: Source) {
  const rows = await all(source.read().rows);
  return rows.flatMap((row) => (row.kind === 'thread' ? [row.thread] : []));
}

function threadIds(rows: readonly (SourceRow | GoneRow)[]): string[] {
  return rows.flatMap((row) => (row.kind === 'thread' ? [row.thread.id] : []));
}

function goneIds(rows: readonly (SourceRow | GoneRow)[]): string[] {
  return rows.flatMap((row) => (row.kind === 'gone' ? [row.threadId] : []));
}
