import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createReviewedList } from '../../../../bot/composition/reviewed-list.js';
import type { PairLists } from '../../../../bot/contracts/content/desk-pairs.js';
import type { ContentEdits } from '../../../../index/contracts/content-edits.js';
import type { OpposedPair } from '../../../../index/contracts/pair-decisions.js';
import { openContentEdits } from '../../../../index/edits/open-content-edits.js';
import { silentLog } from '../../../../index/platform/log.js';
import { parseSettings } from '../../../../index/platform/settings.js';
import { indexSettings } from '../../../../index/settings.js';
import { reviewPairs } from '../../../../ingest/joining/review-pairs.js';
import { formatPairs } from '../../../../ingest/reports/format-pairs.js';
import { runIngest } from '../../../../ingest/run-ingest.js';
import { ingestSettings } from '../../../../ingest/settings.js';
import { type BotDeskServer, startBotDeskServer } from '../../../support/bot-desk-server.js';
import { createDeskClient, type DeskClient } from '../../../support/desk-client.js';
import { colleagueOf, firstAtDesk } from '../../../support/desk-people.js';
import { createFakeEmbedder } from '../../../support/embedding.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { makeTwoReleases, type TwoReleases } from '../../../support/two-releases.js';
import { SetClock } from '../../bot/support/set-clock.js';
import { makeReply, makeThread, memorySource } from '../../ingest/make-thread.js';
import { createMemoryReleases, type MemoryReleases } from '../../ingest/memory-releases.js';

const OLD = ['forum:tow', 'What does towing my car cost?', 'Towing your car costs 150 euros, day and night.'];
const NEW = [
  'forum:towed',
  'What does towing my car cost?',
  'Towing your car costs 90 euros, day and night.',
];

let folder: string;
let made: TwoReleases;
let community: MemoryReleases;
let edits: ContentEdits;
let clock: SetClock;
let server: BotDeskServer;
let noor: DeskClient;

beforeEach(async () => {
  folder = temporaryFolder();
  made = await makeTwoReleases(join(folder, 'served'));
  community = createMemoryReleases();
  edits = openContentEdits(folder);
  clock = new SetClock(new Date().toISOString());
  const review = async () => JSON.stringify(reviewPairs(folder, joining(), true));
  const pairs = createReviewedList<OpposedPair>({ review, complaint: 'No look.', log: silentLog, clock });
  server = await startBotDeskServer({ clock, edits, releases: { ...made.room, pairs } });
  noor = await firstAtDesk(server, 'noor');
  await ingest();
});
afterEach(async () => {
  await server.stop();
  await made.close();
  edits.close();
  rmSync(folder, { recursive: true });
});

const joining = () => ({ mode: 'join', rulesFile: join(folder, 'joins.jsonl'), staffRanks: [] }) as const;

/** A night's run over a forum whose two threads name two prices; what it then tells. */
async function ingest(older = OLD[2] ?? '', newer = NEW[2] ?? ''): Promise<string[]> {
  const environment = { INGEST_JOIN_RULES: joining().rulesFile, INGEST_LABELS: ',' };
  const settings = parseSettings({ ...indexSettings, ...ingestSettings }, environment);
  const threads = [
    thread('tow', older, 2020),
    thread('towed', newer, 2024),
    thread('sim', 'Restart it.', 2023),
  ];
  await runIngest({
    ...{ runtimeDirectory: folder, settings, releases: community, embedder: createFakeEmbedder() },
    sources: [memorySource('forum', threads)],
    isEmptyAllowed: true,
  });
  return community.itemsOf(community.currentId()).map(({ item }) => item.id);
}

function thread(id: string, body: string, year: number) {
  const reply = makeReply({
    ...{ id: `${id}-1`, isAccepted: true, body: `<p>${body}</p>`, votes: 3 },
    ...{ author: { name: `author of ${id}`, rank: null }, createdAt: `${year}-03-01T00:00:00Z` },
  });
  const title = id === 'sim' ? 'How do I activate my SIM?' : (OLD[1] ?? '');
  return makeThread({ id, title, replies: [reply], url: `https://forum.example.com/t/${id}` });
}

const colleague = (role: 'agent' | 'content', name: string) => colleagueOf(server, noor, role, name);

type Answer = Awaited<ReturnType<DeskClient['post']>>;
const lists = (answer: Answer) => answer.body as unknown as PairLists;
const code = (answer: Answer) => [answer.status, answer.body?.error?.code];
const look = (client = noor) => client.get('/content/pairs');
const itemIds = [OLD[0], NEW[0]];

async function decide(counts: string | null | undefined, client = noor): Promise<Answer> {
  const seen = lists(await look(client)).entries[0]?.seen;
  return client.post('/content/pairs/decide', { itemIds, counts, seen });
}

describe('answers that contradict each other about money, at the desk', () => {
  it('are shown with both sides: who said what, when and where, and that the bot gives neither', async () => {
    const { entries, count, decided } = lists(await look());
    expect([count, decided]).toEqual([1, []]);
    expect(entries).toMatchObject([
      {
        ...{ about: 'money', isHeldBack: true },
        older: {
          ...{ itemId: OLD[0], question: OLD[1], answer: OLD[2], author: 'author of tow', votes: 3 },
          ...{ answeredAt: '2020-03-01T00:00:00Z', url: expect.stringContaining('/t/tow') },
        },
        newer: { itemId: NEW[0], answer: NEW[2], author: 'author of towed' },
      },
    ]);
  });

  it('are settled by the one that a content editor says counts, in every run from the next one on', async () => {
    expect(await ingest()).toEqual(['forum:sim']);
    const tijs = await colleague('content', 'tijs');
    const after = lists(await decide(NEW[0], tijs));
    const at = clock.now().toISOString();
    expect(after).toMatchObject({ entries: [], count: 0 });
    expect(after.decided).toMatchObject([
      { itemIds, questions: [OLD[1], NEW[1]], counts: NEW[0], by: 'tijs', at },
    ]);
    expect(await ingest()).toEqual(['forum:sim', 'forum:towed']);
    expect(await ingest()).toEqual(['forum:sim', 'forum:towed']);
    const audit = (await noor.post('/audit', { area: 'content' })).body as unknown as {
      lines: { action: string; subjectId: string; details: unknown }[];
    };
    expect(audit.lines).toMatchObject([
      { action: 'content.pair-decided', subjectId: OLD[0], details: { other: NEW[0], counts: NEW[0] } },
    ]);
  });

  it('are both told where somebody says that both are right', async () => {
    await decide(null);
    expect(await ingest()).toEqual(['forum:sim', 'forum:tow', 'forum:towed']);
  });

  it('wait again when the decision is taken back', async () => {
    const { decided } = lists(await decide(OLD[0]));
    expect(await ingest()).toEqual(['forum:sim', 'forum:tow']);
    const undone = await noor.post('/content/pairs/undecide', { itemIds, at: decided[0]?.at });
    expect(lists(undone)).toMatchObject({ count: 1, decided: [] });
    expect(await ingest()).toEqual(['forum:sim']);
    expect(code(await noor.post('/content/pairs/undecide', { itemIds, at: decided[0]?.at }))).toEqual([
      409,
      'DeskItemChanged',
    ]);
  });

  it('are asked about again when the answer that counts says something else, not when the other does', async () => {
    await decide(NEW[0]);
    const other = 'Towing your car costs 140 euros, day and night.';
    expect(await ingest(other)).toEqual(['forum:sim', 'forum:towed']);
    clock.forward({ minutes: 6 });
    expect(lists(await look())).toMatchObject({ count: 0, decided: [{ counts: NEW[0] }] });
    expect(await ingest(other, 'Towing your car costs 95 euros, day and night.')).toEqual(['forum:sim']);
    clock.forward({ minutes: 6 });
    expect(lists(await look())).toMatchObject({ count: 1, decided: [] });
  });

  it('are not decided about words that nobody saw', async () => {
    const seen = lists(await look()).entries[0]?.seen;
    await ingest(OLD[2], 'Towing your car costs 95 euros, day and night.');
    clock.forward({ minutes: 6 });
    await look();
    const late = await noor.post('/content/pairs/decide', { itemIds, counts: NEW[0], seen });
    expect(code(late)).toEqual([409, 'DeskItemChanged']);
    expect(edits.decisions()).toEqual([]);
  });

  it('are listed on the terminal too, until they are decided', async () => {
    const told = (language: 'nl' | 'en') =>
      formatPairs(reviewPairs(folder, joining(), false), 'joins.jsonl', language);
    expect(told('en')).toContain('an amount of money; neither is given until you decide');
    expect(told('nl')).toContain('    ouder (2020-03-01): What does towing my car cost?');
    expect(told('nl')).toContain('      Towing your car costs 90 euros, day and night.');
    await decide(NEW[0]);
    expect(told('nl')).toBe('Geen antwoorden die elkaar tegenspreken.');
  });

  it('are for content editors and administrators alone', async () => {
    const sam = await colleague('agent', 'sam');
    expect(code(await look(sam))).toEqual([403, 'DeskContentOnly']);
    const wish = { itemIds, counts: null, seen: '' };
    expect(code(await sam.post('/content/pairs/decide', wish))).toEqual([403, 'DeskContentOnly']);
    expect((await createDeskClient(server.url).get('/content/pairs')).status).toBe(401);
    const third = { ...wish, counts: 'forum:sim' };
    expect(code(await noor.post('/content/pairs/decide', third))).toEqual([404, 'DeskItemUnknown']);
    const alone = { ...wish, itemIds: [OLD[0]] };
    expect((await noor.post('/content/pairs/decide', alone)).status).toBe(400);
  });
});
