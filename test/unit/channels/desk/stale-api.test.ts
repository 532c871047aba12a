import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createReviewedList } from '../../../../bot/composition/reviewed-list.js';
import type { StaleLists } from '../../../../bot/contracts/content/desk-stale.js';
import type { DeskRole } from '../../../../bot/contracts/desk.js';
import type { StaleFinding } from '../../../../index/contracts/confirmations.js';
import type { ContentEdits } from '../../../../index/contracts/content-edits.js';
import { openContentEdits } from '../../../../index/edits/open-content-edits.js';
import { silentLog } from '../../../../index/platform/log.js';
import { type BotDeskServer, startBotDeskServer } from '../../../support/bot-desk-server.js';
import { createDeskClient, type DeskClient } from '../../../support/desk-client.js';
import { colleagueOf, firstAtDesk } from '../../../support/desk-people.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { makeTwoReleases, type TwoReleases } from '../../../support/two-releases.js';
import { customerSays } from '../../bot/support/samples.js';
import { SetClock } from '../../bot/support/set-clock.js';

const PLAIN = {
  ...{ seen: null, answer: null, phrasings: [] as string[] },
  ...{ isHidden: false, isOutdated: false, isPinned: false },
};
const finding = (name: string, more: Partial<StaleFinding> = {}): StaleFinding => ({
  ...{ itemId: `test:${name}`, question: `Hoe werkt ${name}?`, language: 'nl', url: null },
  ...{ writtenAt: '2019-01-01T00:00:00.000Z', staleness: 0.4, signs: ['contradicted'], product: null },
  ...{ laterDoubts: 1, answerHash: name, grounds: ['contradicted 1'] },
  ...more,
});

let folder: string;
let made: TwoReleases;
let edits: ContentEdits;
let clock: SetClock;
let server: BotDeskServer;
let noor: DeskClient;
/** What the command prints next; null where it fails. */
let printed: string | null;
let looks: number;

beforeEach(async () => {
  folder = temporaryFolder();
  made = await makeTwoReleases(folder);
  edits = openContentEdits(folder);
  clock = new SetClock(new Date().toISOString());
  looks = 0;
  found(finding('wifi', { staleness: 0.8 }), finding('esim'));
  const review = async () => {
    looks += 1;
    return printed;
  };
  const stale = createReviewedList<StaleFinding>({
    review,
    complaint: 'Not looked up.',
    log: silentLog,
    clock,
  });
  server = await startBotDeskServer({ clock, edits, releases: { ...made.room, stale } });
  noor = await firstAtDesk(server, 'noor');
});
afterEach(async () => {
  await server.stop();
  await made.close();
  edits.close();
  rmSync(folder, { recursive: true });
});

function found(...first: StaleFinding[]): void {
  printed = JSON.stringify({ count: first.length, first });
}

const colleague = (role: DeskRole, name: string) => colleagueOf(server, noor, role, name);

type Answer = Awaited<ReturnType<DeskClient['post']>>;
const lists = (answer: Answer) => answer.body as unknown as StaleLists;
const code = (answer: Answer) => [answer.status, answer.body?.error?.code];
const ids = (answer: Answer) => lists(answer).entries.map(({ item }) => item.itemId);
const look = () => noor.get('/content/stale');

describe('answers that may not hold any more, at the desk', () => {
  it('are listed with why, how old they are and where they were given, the worst first', async () => {
    await server.test.bot.receive(customerSays('Mijn wifi valt weg'), server.test.transport);
    const { entries, count, confirmed } = lists(await look());
    expect([count, confirmed]).toEqual([2, []]);
    expect(entries).toMatchObject([
      {
        signs: ['contradicted'],
        writtenAt: '2019-01-01T00:00:00.000Z',
        item: { itemId: 'test:wifi', author: 'Pieter', uses: { answers: 1, conversations: 1 } },
      },
      { item: { itemId: 'test:esim', uses: { answers: 0 } } },
    ]);
  });

  it('leave the list when somebody says that they still hold, by name, and come back when that is undone', async () => {
    const tijs = await colleague('content', 'tijs');
    const { entries } = lists(await tijs.get('/content/stale'));
    const wish = { itemId: 'test:wifi', seen: entries[0]?.seen };
    const after = await tijs.post('/content/stale/confirm', wish);
    expect(ids(after)).toEqual(['test:esim']);
    const at = clock.now().toISOString();
    expect(lists(after)).toMatchObject({ count: 1, confirmed: [{ itemId: 'test:wifi', by: 'tijs', at }] });
    expect(edits.confirmed()).toMatchObject([{ answerHash: 'wifi', grounds: ['contradicted 1'] }]);
    const audit = (await noor.post('/audit', { area: 'content' })).body as unknown as {
      lines: { action: string; subjectId: string }[];
    };
    expect(audit.lines).toMatchObject([{ action: 'content.still-right', subjectId: 'test:wifi' }]);
    const undone = await noor.post('/content/stale/unconfirm', { itemId: 'test:wifi', at });
    expect(ids(undone)).toEqual(['test:wifi', 'test:esim']);
    const again = await noor.post('/content/stale/unconfirm', { itemId: 'test:wifi', at });
    expect(code(again)).toEqual([409, 'DeskItemChanged']);
  });

  it('come back when something else speaks against what was said to hold', async () => {
    const { entries } = lists(await look());
    await noor.post('/content/stale/confirm', { itemId: 'test:wifi', seen: entries[0]?.seen });
    found(
      finding('wifi', { signs: ['contradicted', 'votes-fell'], grounds: ['contradicted 1', 'votes-fell '] }),
    );
    clock.forward({ minutes: 6 });
    expect(ids(await look())).toEqual(['test:wifi']);
    const late = { itemId: 'test:wifi', seen: entries[0]?.seen };
    expect(code(await noor.post('/content/stale/confirm', late))).toEqual([409, 'DeskItemChanged']);
  });

  it.each([
    ['hidden', { isHidden: true }],
    ['called outdated', { isOutdated: true }],
    ['written anew', { answer: 'Anders.' }],
  ])('leave the list once they were %s', async (_what, change) => {
    await look();
    await noor.post('/content/keep', { itemId: 'test:wifi', ...PLAIN, ...change });
    expect(ids(await look())).toEqual(['test:esim']);
    expect(lists(await look()).count).toBe(1);
  });

  it('stay where only a wording was added', async () => {
    await noor.post('/content/keep', { itemId: 'test:wifi', ...PLAIN, phrasings: ['wifi weg'] });
    expect(ids(await look())).toEqual(['test:wifi', 'test:esim']);
  });

  it('are looked up once in five minutes, however many ask at once', async () => {
    await Promise.all([look(), look(), look()]);
    await look();
    expect(looks).toBe(1);
    clock.forward({ minutes: 6 });
    await look();
    expect(looks).toBe(2);
  });

  it.each([null, '', 'Segmentation fault', '{"count":1}'])('say so where the look gives %j', async (bad) => {
    printed = bad;
    expect(code(await look())).toEqual([503, 'DeskKnowledgeNotReady']);
  });

  it('are what the command itself finds', async () => {
    expect(await made.room.stale()).toMatchObject({ count: 0, first: [] });
  });

  it('are for content editors and administrators alone', async () => {
    const sam = await colleague('agent', 'sam');
    expect(code(await sam.get('/content/stale'))).toEqual([403, 'DeskContentOnly']);
    const wish = { itemId: 'test:wifi', seen: '' };
    expect(code(await sam.post('/content/stale/confirm', wish))).toEqual([403, 'DeskContentOnly']);
    expect((await createDeskClient(server.url).get('/content/stale')).status).toBe(401);
    const unknown = { itemId: 'test:none', seen: '' };
    expect(code(await noor.post('/content/stale/confirm', unknown))).toEqual([404, 'DeskItemUnknown']);
    expect((await noor.post('/content/stale/confirm', { ...wish, seen: 'x'.repeat(65) })).status).toBe(400);
    expect(edits.confirmed()).toEqual([]);
  });
});
