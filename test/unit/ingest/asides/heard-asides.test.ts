import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AsideEar } from '../../../../index/contracts/asides.js';
import type { Item } from '../../../../index/contracts/items.js';
import { openDatabase } from '../../../../index/platform/database.js';
import { parseSettings } from '../../../../index/platform/settings.js';
import { indexSettings } from '../../../../index/settings.js';
import { answerSign } from '../../../../index/withdrawals/answer-sign.js';
import { openWithdrawals } from '../../../../index/withdrawals/open-withdrawals.js';
import { dropHeardAsides } from '../../../../ingest/asides/drop-heard-asides.js';
import { runIngest } from '../../../../ingest/run-ingest.js';
import { ingestSettings } from '../../../../ingest/settings.js';
import type { Thread } from '../../../../ingest/sources/contracts.js';
import { sentencesToJudge, withoutSentences } from '../../../../ingest/steps/asides/aside-sentences.js';
import { exampleItem } from '../../../support/embedded-items.js';
import { createFakeEmbedder } from '../../../support/embedding.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { answered, memorySource } from '../make-thread.js';
import { createMemoryReleases, type MemoryReleases } from '../memory-releases.js';

const asked = (markdown: string) => sentencesToJudge(markdown).map(({ text }) => text);

/** Hears what names a dragon, a "draak". */
function dragonEar(sign = 'dragons'): AsideEar {
  const isAside: AsideEar['isAside'] = ({ text }) => /drag|draak/.test(text);
  return { sign, embedder: 'fake', languages: ['nl', 'en'], isAside };
}

describe('what may be an aside', () => {
  it('is never an amount, a step, a condition, a warning, a correction, a verdict or an address', () => {
    const stays = [
      ['Succes is niet gegarandeerd als het dak van beton is.', 'Let op, de klep is heet.'],
      ['Een uur wachten helpt ook.', 'Dat kan.', 'Open het menu Groeten.', 'Je man moet ook tekenen.'],
      ['Good luck alone does not lower the fee.', 'Careful, the lid is hot.', 'Wait two more hours.'],
      ['Unfortunately not.', 'Hold Menu until it blinks.', 'Never mind the light if it is green.'],
      ['Mijn oude bericht is niet meer actueel.', 'What my friend wrote is outdated.'],
      ['Mail us at help@shop.example.', 'Refused?', 'Het is gratis.', 'See www.shop.example for the list.'],
    ].flat();
    for (const sentence of stays)
      expect(asked(`${sentence} The lamp is in the hall.\n\n${sentence}`)).not.toContain(sentence);
  });

  it('stands in running text, not in steps, quotations, tables, headings or code', () => {
    const markdown = [
      '# What a fine dragon',
      '- What a lovely dragon',
      '> Met vriendelijke groet',
      '| What a dragon | x |',
      '```\nWhat a dragon\n```',
      'Wat een mooie draak. The lamp is in the hall. Groetjes van de **draak**.',
    ].join('\n\n');
    expect(asked(markdown)).toEqual(['Wat een mooie draak.', 'The lamp is in the hall.']);
  });

  it('is never the only sentence', () => {
    expect(asked('What a fine dragon.')).toEqual([]);
    expect(withoutSentences('Fine dragon. Lovely tail.', new Set([0, 1]))).toBe('Fine dragon. Lovely tail.');
  });

  it('leaves the lines, breaks and paragraphs of the rest as they were', () => {
    const markdown =
      'What a dragon. Open the lid.  \nPull **twice**.\n\nFine dragon.\n\n1. Close it.\n2. Wait.';
    expect(withoutSentences(markdown, new Set([0, 3]))).toBe(
      'Open the lid.  \nPull **twice**.\n\n1. Close it.\n2. Wait.',
    );
  });
});

describe('an ear', () => {
  const vectorOf = async () => new Float32Array(1);
  const hear = async (item: Partial<Item>) =>
    (await dropHeardAsides(exampleItem({ answer: TALK, language: 'en', ...item }), dragonEar(), vectorOf))
      .item;
  const TALK = 'What a fine dragon. The lamp is in the hall.';

  it('is not asked about articles, edited answers and languages it does not know', async () => {
    expect((await hear({})).answer).toBe('The lamp is in the hall.');
    expect((await hear({ language: 'de' })).answer).toBe(TALK);
    expect((await hear({ isOfficial: true })).answer).toBe(TALK);
    const edited = { by: 'Zwaluw', at: '2026-01-01T00:00:00Z', original: 'x' };
    expect((await hear({ edited })).answer).toBe(TALK);
  });

  it('takes nothing that says what changed, and asides out of what stands beside the answer', async () => {
    expect((await hear({ whatChanged: 'What a fine dragon.' })).answer).toBe(TALK);
    const addition = { text: TALK, author: { name: 'Wil', rank: null }, at: null, url: null };
    const told = await hear({ answer: 'The lamp is in the hall. It is green.', additions: [addition] });
    expect(told.additions?.map(({ text }) => text)).toEqual(['The lamp is in the hall.']);
    expect(told).not.toHaveProperty('sourceSign');
  });
});

describe('a run', () => {
  let folder: string;
  let releases: MemoryReleases;
  let embedder: ReturnType<typeof createFakeEmbedder>;
  beforeEach(() => {
    folder = temporaryFolder();
    releases = createMemoryReleases();
    embedder = createFakeEmbedder();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const NL = answered('nl', 'Hoe gaat de lamp aan?', 'Wat een mooie draak. De schakelaar zit in de hal.', {
    language: 'nl',
  });
  const EN = answered(
    'en',
    'Where is the switch?',
    'It is in the hall, by the stairs. Some dragon painted it green.',
  );

  function run(threads: readonly Thread[], ear: AsideEar | null = dragonEar()) {
    const own = { INGEST_JOIN_THREADS: 'off', INGEST_LABELS: ',' };
    const settings = parseSettings({ ...indexSettings, ...ingestSettings }, own);
    const sources = [memorySource('forum', threads)];
    return runIngest({
      ...{ runtimeDirectory: folder, settings, releases, embedder, sources },
      openAsideEar: () => ear,
    });
  }
  const live = () => releases.itemsOf(releases.currentId());

  it('shows, searches and embeds the answers without asides, and says that they are shorter', async () => {
    await run([NL, EN]);
    expect(live().map(({ item }) => [item.answer, item.isShortened])).toEqual([
      ['It is in the hall, by the stairs.', true],
      ['De schakelaar zit in de hal.', true],
    ]);
    expect(live().map(({ shown }) => shown?.answer)).toEqual(live().map(({ item }) => item.answer));
    const passages = embedder.embedded.filter((text) => text.startsWith('Hoe gaat de lamp aan? '));
    expect(passages).toEqual(['Hoe gaat de lamp aan? De schakelaar zit in de hal.']);
  });

  it('embeds no sentence a second time, and keeps what the source gave', async () => {
    await run([NL, EN]);
    const before = embedder.embedded.length;
    expect(await run([NL, EN])).toMatchObject({ embedded: 0, unchanged: 2, outcome: 'unchanged' });
    expect(embedder.embedded).toHaveLength(before);
    // Another ear asks anew, with the vectors that are there.
    expect(await run([NL, EN], dragonEar('others'))).toMatchObject({ embedded: 0 });
    const database = openDatabase(join(folder, 'ingest.sqlite'));
    const kept = database.prepare<[], string>("SELECT json FROM item WHERE id = 'forum:nl'").pluck().get();
    database.close();
    expect(kept).toContain('mooie draak');
  });

  it('leaves nothing behind when there is no ear any more', async () => {
    await run([NL, EN]);
    expect(await run([NL, EN], null)).toMatchObject({ unchanged: 2, outcome: 'published' });
    expect(live().map(({ item }) => item.isShortened)).toEqual([undefined, undefined]);
  });

  it('knows a withdrawn answer again by the words of its source', async () => {
    await run([NL]);
    const [held] = live().map(({ item }) => item);
    await run([NL], null);
    const [given] = live().map(({ item }) => item);
    if (!held || !given) throw new Error('nothing is live');
    expect(answerSign(held)).toBe(answerSign(given));
    const withdrawals = openWithdrawals(folder);
    withdrawals.withdraw([{ itemId: held.id, link: null }], new Date('2026-03-01T10:00:00Z'));
    expect(withdrawals.hides(held)).toBe(true);
    withdrawals.confirm([given]);
    expect(withdrawals.hides(held)).toBe(false);
    withdrawals.close();
  });
});
