import { beforeEach, describe, expect, it } from 'vitest';
import type { Verdict } from '../../../../index/contracts/labels.js';
import { erasedWording, openErasureLedger } from '../../../../index/learning/erasure-ledger.js';
import { openVerdictStore } from '../../../../index/learning/open-verdict-store.js';
import { parseSettings } from '../../../../index/platform/settings.js';
import { indexSettings } from '../../../../index/settings.js';
import type { LearningOptions } from '../../../../ingest/learning/open-learning.js';
import { review } from '../../../../ingest/learning/review.js';
import { publishRelease, rollbackRelease } from '../../../../ingest/releasing/switch-release.js';
import { type IngestOptions, runIngest } from '../../../../ingest/run-ingest.js';
import { ingestSettings } from '../../../../ingest/settings.js';
import { createFakeEmbedder } from '../../../support/embedding.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { verdict, verdictsOf } from '../../../support/verdicts.js';
import { answered, memorySource } from '../make-thread.js';
import { createMemoryReleases, type MemoryReleases } from '../memory-releases.js';

const PORTING = {
  ...answered('porting', 'Hoe neem ik mijn nummer mee?', 'Vraag het aan uw nieuwe aanbieder.'),
  language: 'nl',
};
const BILL = answered('bill', 'When is the bill sent?', 'Around the fifth.');
const OWN = 'kan ik mijn nummer houden bij een overstap';

let folder: string;
let releases: MemoryReleases;
let embedder: ReturnType<typeof createFakeEmbedder>;

beforeEach(() => {
  folder = temporaryFolder();
  releases = createMemoryReleases();
  embedder = createFakeEmbedder();
});

const settingsOf = (environment: Record<string, string>) =>
  parseSettings({ ...indexSettings, ...ingestSettings }, { INGEST_LABELS: ',', ...environment });

function run(options: Partial<IngestOptions> = {}, environment: Record<string, string> = {}) {
  const sources = [memorySource('forum', [PORTING, BILL])];
  const settings = settingsOf(environment);
  return runIngest({ runtimeDirectory: folder, settings, releases, embedder, sources, ...options });
}

/** What customers and agents said since. */
async function say(...verdicts: readonly Verdict[]): Promise<void> {
  const store = await openVerdictStore(folder);
  for (const said of verdicts) await store.record(said);
  await store.close();
}

function reviewed(...words: string[]): Promise<string> {
  const options: LearningOptions = {
    runtimeDirectory: folder,
    settings: settingsOf({}),
    now: new Date('2026-03-03T09:00:00.000Z'),
  };
  return review(words, options);
}

const live = () => releases.itemsOf(releases.currentId());
const phrasings = (id = 'forum:porting') => live().find(({ item }) => item.id === id)?.item.phrasings;
const idIn = (listed: string) => /^[\da-f]{10}/m.exec(listed)?.[0] ?? 'no id';

describe('a run after somebody was erased', () => {
  it('leaves out what was learned in their words, also when others say it again, and other wordings stay', async () => {
    await say(...verdictsOf(3), ...verdictsOf(3, { question: 'gaat mijn oude nummer ook over' }));
    await run();
    expect(phrasings()).toHaveLength(2);
    openErasureLedger(folder).add(
      [erasedWording('forum:porting', OWN.toUpperCase())],
      '2026-05-01T00:00:00.000Z',
    );
    expect(await run()).toMatchObject({ outcome: 'published' });
    expect(phrasings()).toEqual(['gaat mijn oude nummer ook over']);
    const store = await openVerdictStore(folder);
    expect((await store.wordings()).map(({ wording }) => wording)).toEqual([
      'gaat mijn oude nummer ook over',
    ]);
    await store.close();
  });
});

describe('a run after customers confirmed an answer', () => {
  it('adds their wording to the item, though the sources did not change', async () => {
    await run();
    await say(...verdictsOf(3));
    const report = await run();
    expect(report).toMatchObject({
      ...{ unchanged: 2, embedded: 1, outcome: 'published' },
      learning: { wordings: 1, open: 0 },
    });
    expect(phrasings()).toEqual([OWN]);
    const entry = live().find(({ item }) => item.id === 'forum:porting');
    expect(entry?.questionVectors.at(-1)).toEqual(await embedder.embedQuestion(OWN));
  });

  it('changes nothing for one customer, whatever they click', async () => {
    const before = (await run()).releaseId;
    const clicks = Array.from({ length: 1_000 }, (_, at) =>
      verdict({ question: at % 2 ? OWN : `nummer houden ${at}`, isRight: at % 3 > 0 }),
    );
    await say(...clicks);
    expect(await run()).toMatchObject({
      ...{ outcome: 'unchanged', releaseId: before },
      learning: { wordings: 0, open: 0, labelsOfVerdicts: 0 },
    });
  });

  it('leaves out a wording that others rejected', async () => {
    await say(...verdictsOf(4), ...verdictsOf(3, { isRight: false }));
    await run();
    expect(phrasings()).toEqual([]);
  });

  it('keeps what was learned when the verdicts are past their date', async () => {
    await say(...verdictsOf(3));
    await run();
    const store = await openVerdictStore(folder);
    await store.forgetBefore(new Date('2030-01-01'));
    await store.close();
    await run({ isRebuild: true });
    expect(phrasings()).toEqual([OWN]);
  });

  it('drops what was learned when customers reject it', async () => {
    await say(...verdictsOf(3));
    await run();
    await say(...verdictsOf(2, { isRight: false, at: '2026-04-02T09:00:00.000Z' }));
    await run();
    expect(phrasings()).toEqual([]);
  });

  it('teaches items of a source that is not part of the run', async () => {
    await run();
    await say(...verdictsOf(3));
    await run({ sources: [memorySource('other', [answered('a', 'Is there fiber?', 'Yes.')])] });
    expect(phrasings()).toEqual([OWN]);
  });

  it('keeps what was learned to itself when it only plans', async () => {
    await run();
    await say(...verdictsOf(3));
    expect(await run({ mode: 'plan' })).toMatchObject({ learning: { wordings: 1 } });
    expect(phrasings()).toEqual([]);
    expect(await reviewed('list', 'learned')).toContain('Wordings in use: 1');
  });

  it('adds at most twenty phrasings, those of the community first', async () => {
    const asked = Array.from({ length: 15 }, (_, at) => ({
      ...answered(`d${at}`, `Community wording ${at}`, 'Yes.'),
      duplicateOf: 'porting',
    }));
    const wordings = ['amber', 'birch', 'cedar', 'dahlia', 'elder', 'fern', 'ginger', 'hazel'];
    await say(
      ...wordings.flatMap((word) =>
        verdictsOf(3, { question: `kan ik mijn ${word} nummer houden met ${word}` }),
      ),
    );
    await run({ sources: [memorySource('forum', [PORTING, ...asked])] });
    expect(phrasings()).toHaveLength(20);
    expect(
      phrasings()
        ?.slice(0, 15)
        .every((wording) => wording.startsWith('Community')),
    ).toBe(true);
  });
});

describe('people whom the company does not know', () => {
  /** Verdicts of `count` users, all from one address, as anybody can make them in a minute. */
  const byNobody = (count: number, changes: Partial<Verdict> = {}) =>
    verdictsOf(count, { isIdentified: false, address: 'one', ...changes });

  it.each(['2', '3', '1000', '0'])(
    'teach no wording by themselves: LEARN_CONFIRMATIONS=%s',
    async (wanted) => {
      await run();
      for (let day = 1; day <= 9; day += 1) {
        const many = Array.from({ length: 30 }, (_, at) =>
          verdict({
            ...{ isIdentified: false, visitor: `v${day}.${at}`, address: `a${day}.${at}` },
            at: `2026-03-0${day}T09:00:00.000Z`,
          }),
        );
        await say(...many);
      }
      await run({}, { LEARN_CONFIRMATIONS: wanted });
      expect(phrasings()).toEqual([]);
      expect(await reviewed()).toContain(OWN);
      await reviewed('accept', idIn(await reviewed()));
      await run({}, { LEARN_CONFIRMATIONS: wanted });
      expect(phrasings()).toEqual([OWN]);
    },
  );

  it('count as one for an address, however many they say they are', async () => {
    await run();
    await say(...byNobody(200));
    expect(await reviewed()).toMatch(/ \+1 −0 /);
  });

  it('add to what an agent confirmed', async () => {
    await say(verdict({ by: 'agent', visitor: 'agent-1' }), ...byNobody(5));
    await run();
    expect(phrasings()).toEqual([OWN]);
  });

  it('drop nothing that others confirmed', async () => {
    await say(...verdictsOf(3));
    await run();
    const rejections = Array.from({ length: 30 }, (_, at) =>
      verdict({ isIdentified: false, isRight: false, visitor: `v${at}`, address: `a${at}` }),
    );
    await say(...rejections);
    await run();
    expect(phrasings()).toEqual([OWN]);
  });

  it('taught an earlier version what waits for a review now, also without the verdicts', async () => {
    const store = await openVerdictStore(folder);
    const before = { id: '0123456789', itemId: 'forum:porting', wording: OWN, standing: 'learned' } as const;
    const votes = { confirmations: 3, rejections: 0, knownConfirmations: 0 };
    await store.keepLearned([{ ...before, ...votes, at: '2026-03-02T09:00:00.000Z' }], () => true);
    await store.close();
    await run();
    await run();
    expect(phrasings()).toEqual([]);
    expect(await reviewed()).toContain(OWN);
    await reviewed('accept', '0123456789');
    await run();
    expect(phrasings()).toEqual([OWN]);
  });

  it('make no label before they came from enough days and addresses', async () => {
    const from = (days: number, addresses: number) =>
      Array.from({ length: addresses }, (_, at) =>
        verdict({
          ...{ isIdentified: false, isRight: false, visitor: `v${at}`, address: `a${at}` },
          at: `2026-03-0${1 + (at % days)}T09:00:00.000Z`,
        }),
      );
    await say(...from(6, 40));
    expect((await run()).learning).toMatchObject({
      labelsOfVerdicts: 0,
      anonymous: { labels: 1, days: 6, addresses: 40, isEnough: false },
    });
    expect(releases.labelsOf(releases.currentId())).toEqual([]);
    await say(verdict({ isIdentified: false, isRight: false, visitor: 'w', at: '2026-03-09T09:00:00.000Z' }));
    expect((await run()).learning).toMatchObject({ labelsOfVerdicts: 1, anonymous: { isEnough: true } });
    expect(releases.labelsOf(releases.currentId())).toMatchObject([{ isAnonymous: true }]);
  });
});

describe('a release that was gone back from', () => {
  it('does not come back because somebody clicked', async () => {
    await run({ sources: [memorySource('forum', [PORTING])] });
    const first = releases.currentId();
    await run();
    rollbackRelease(folder, releases);
    await say(verdict());
    const report = await run();
    expect(report.outcome).toBe('held-back');
    expect(releases.currentId()).toBe(first);
    publishRelease(report.releaseId ?? '', folder, releases);
    await say(verdict({ visitor: 'visitor-2' }));
    expect((await run()).outcome).toBe('published');
  });
});

describe('labels', () => {
  it('reach the release with the vectors of their questions', async () => {
    await say(verdict(), verdict({ itemId: 'forum:gone', question: 'about nothing that is left' }));
    expect(await run()).toMatchObject({ learning: { labelsOfVerdicts: 1 } });
    expect(releases.labelsOf(releases.currentId())).toEqual([
      {
        ...{ question: OWN, right: ['forum:porting'], wrong: [], isComplete: false, weight: 0.25 },
        vector: await embedder.embedQuestion(OWN),
        tokens: null,
      },
    ]);
  });

  it('that did not change lead to no other release', async () => {
    await say(verdict());
    const { releaseId } = await run();
    expect(await run()).toMatchObject({ outcome: 'unchanged', embedded: 0, releaseId });
  });
});

describe('a review', () => {
  it('has nothing to show before anybody said anything', async () => {
    expect(await reviewed()).toBe('Wordings that wait for a review: none.');
  });

  it('lists what waits, with its item and votes', async () => {
    await run();
    await say(...verdictsOf(2));
    const listed = await reviewed();
    expect(listed).toContain('Wordings that wait for a review: 1');
    expect(listed).toMatch(new RegExp(`^[\\da-f]{10} {2}\\+2 −0 +${OWN}$`, 'm'));
    expect(listed).toContain('→ Hoe neem ik mijn nummer mee? (forum:porting)');
  });

  it('accepts a wording for the next release, whatever is said of it later', async () => {
    await run();
    await say(verdict());
    expect(await reviewed('accept', idIn(await reviewed()))).toContain('1 wording accepted.');
    expect(await reviewed()).toBe('Wordings that wait for a review: none.');
    await say(...verdictsOf(9, { isRight: false }));
    await run();
    expect(phrasings()).toEqual([OWN]);
    expect(await reviewed('list', 'learned')).toMatch(/accepted +→ Hoe neem ik mijn/);
  });

  it('refuses a wording that was learned, for good', async () => {
    await say(...verdictsOf(5));
    await run();
    await reviewed('refuse', idIn(await reviewed('list', 'learned')));
    await run();
    expect(phrasings()).toEqual([]);
    expect(await reviewed('list', 'refused')).toContain(OWN);
    await reviewed('accept', idIn(await reviewed('list', 'refused')));
    await run();
    expect(phrasings()).toEqual([OWN]);
  });

  it('is what every wording waits for where nothing is learned by itself', async () => {
    await say(...verdictsOf(50));
    await run({}, { LEARN_CONFIRMATIONS: '0' });
    expect(phrasings()).toEqual([]);
  });

  it('decides about nothing when one id is unknown', async () => {
    await run();
    await say(verdict());
    await expect(reviewed('accept', idIn(await reviewed()), '0123456789')).rejects.toThrow(
      /no wording "0123456789"/,
    );
    expect(await reviewed()).toContain('review: 1');
  });

  it.each([[['accept']], [['list', 'everything']], [['burn']]])(
    'does not take the words %j',
    async (words) => {
      await expect(reviewed(...words)).rejects.toThrow(/cannot be carried out/);
    },
  );

  it('shows no character that would steer a terminal', async () => {
    await run();
    await say(verdict({ question: 'mijn nummer \u001b[31mhouden\u001b[0m bij een overstap' }));
    expect(await reviewed()).not.toContain('\u001b');
  });
});
