import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ReleaseManifest } from '../../../../index/contracts/releases.js';
import { createReleaseStore } from '../../../../index/releases/create-release-store.js';
import { readCalibration } from '../../../../index/releases/read-calibration.js';
import type { Calibration } from '../../../../index/search/confidence/calibrate.js';
import { formatRelease } from '../../../../ingest/reports/format-release.js';
import { reportRelease } from '../../../../ingest/reports/report-release.js';
import { embeddedItems } from '../../../support/embedded-items.js';
import { createFakeEmbedder } from '../../../support/embedding.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const SETTINGS = { WANTED_PRECISION: 0.9, ANSWER_THRESHOLD: undefined };
const NAMES = ['router', 'phone', 'tablet', 'watch', 'sensor', 'camera', 'doorbell'];

let directory: string;
let manifest: ReleaseManifest;
let calibration: Calibration;

/** A real release of a few items that are much alike. */
beforeEach(async () => {
  directory = join(temporaryFolder(), 'releases');
  const items = embeddedItems(
    NAMES.map((name, at) => [`forum:${at}`, `How do I restart my ${name}?`, `Hold the ${name} for ${at} s.`]),
  );
  const store = createReleaseStore({ directory, now: () => new Date('2026-03-02T09:30:00Z') });
  const { id } = await store.build(items, createFakeEmbedder());
  ({ manifest, calibration } = await readCalibration(directory, id));
});

const screen = (changes: Partial<Calibration> = {}, settings = {}, isLive = true) =>
  formatRelease({ manifest, calibration: { ...calibration, ...changes } }, isLive, {
    ...SETTINGS,
    ...settings,
  });

describe('the report of a release', () => {
  it('says how much of what anonymous people said counted', () => {
    const anonymous = { labels: 76, days: 1, addresses: 18, isEnough: false, counted: 0 };
    expect(screen({ anonymous })).toContain(
      [
        'Anonymous   76 labels of unknown customers, from 1 day and 18 addresses,',
        '            do not count: 7 days and 20 addresses are needed',
      ].join('\n'),
    );
    const enough = { ...anonymous, days: 9, addresses: 300, isEnough: true, counted: 12.34 };
    expect(screen({ anonymous: enough })).toContain('            count as 12.3; together never more');
    expect(screen()).not.toContain('Anonymous');
  });

  it('says what was built, of what, and whether it is live', async () => {
    const [release, items] = (await reportRelease(directory, null, manifest.id, SETTINGS)).split('\n');
    expect(release).toBe(`Release     ${manifest.id}, live, built 2026-03-02 09:30 UTC`);
    expect(items).toBe('Items       7 (forum 7) in en');
    expect(await reportRelease(directory, manifest.id, null, SETTINGS)).not.toContain('live');
  });

  it.each([
    [0, 'as shipped: there are no labels', 'there are none.'],
    [1, 'fitted on 1 label: questions whose right answers are known', 'there is 1.'],
    [79.9, 'fitted on 79 labels: questions whose right answers are known', 'there are 79.'],
  ])('guesses nothing from %d labels, and says how many it takes', (labels, fitted, there) => {
    const text = screen({ labels });
    expect(text).toContain(`Confidence  ${fitted}`);
    expect(text.replaceAll('\n', ' ')).toContain(`is not known yet. That takes 80 labels, and ${there}`);
    expect(text).toContain('INGEST_LABELS');
    expect(text).toContain('feedback');
    expect(text).not.toMatch(/about \d+ %|^ {2}(answered|right) |…$/m);
    expect(text).toContain('this is no estimate of what they will get');
  });

  it('says how many labels it was fitted on', () => {
    const text = screen({ labels: 80.2 });
    expect(text).toContain('Confidence  fitted on 80 labels');
    expect(text).not.toContain('not known');
  });

  it('tells how much is answered and right, by threshold', () => {
    const points = [
      { threshold: 0.5, coverage: 1, precision: 0.7 },
      { threshold: 0.873, coverage: 0.62, precision: 0.934 },
      { threshold: 0.95, coverage: 0, precision: 1 },
    ];
    const bands = { answer: 0.873, doubt: 0.5, askBack: 0.2 };
    const text = screen({ labels: 96, bands, expected: { from: 'labels', points } });
    expect(text).toContain('Precision   90 % wanted, so the bot answers from .873 on');
    expect(text).toContain(
      'At this precision the bot will answer about 62 % of such questions,\nof which about 93 % are right.',
    );
    expect(text.split('\n').filter((line) => /^(Answer from| {2}(answered|right) )/.test(line))).toEqual([
      'Answer from    .50   .873*   .95',
      '  answered    100 %   62 %    0 %',
      '  right        70 %   93 %      -',
    ]);
  });

  it('says so when it would answer nothing', () => {
    const points = [{ threshold: calibration.bands.answer, coverage: 0, precision: 1 }];
    expect(screen({ labels: 96, expected: { from: 'labels', points } })).toContain(
      'At this precision the bot will answer none of such questions.',
    );
  });

  it('tells what it answers with the answer hidden', () => {
    const own = { asked: 200, right: 0.9, answered: 0.5, answeredWhileHidden: 0.004, hiddenProbability: 0.3 };
    const text = screen({ own });
    expect(text).toContain('Of 200 of its own questions with words left out it finds 90 %, answers 50 %.');
    expect(text).toContain('With their answer hidden it still answers <1 %, all wrong');
  });

  it('names the items it confuses, and which comes first', () => {
    const pair = {
      id: 'a',
      question: 'Where is my bill?',
      rivalId: 'b',
      rivalQuestion: 'Where is my invoice?',
    };
    const lines = screen({
      confusions: [
        { ...pair, lead: -0.2 },
        { ...pair, lead: 0.123 },
      ],
    }).split('\n');
    expect(lines.slice(-4)).toEqual([
      ' 1  Where is my bill?',
      `    ${'Where is my invoice?'.padEnd(63)}  comes first`,
      ' 2  Where is my bill?',
      `    ${'Where is my invoice?'.padEnd(60)}  behind by 0.12`,
    ]);
    expect(screen({ confusions: [] })).not.toContain('Confused');
  });

  it('says when the settings by now are others', () => {
    expect(screen()).not.toMatch(/WANTED_PRECISION|ANSWER_THRESHOLD/);
    const text = screen({}, { WANTED_PRECISION: 0.95, ANSWER_THRESHOLD: 0.4 });
    expect(text).toContain('WANTED_PRECISION is 95 % by now');
    expect(text).toContain('servers answer from .40 on instead');
  });

  it('fits 80 columns and one screen, whatever the questions', () => {
    const question = '👩‍🔧 Waarom doet mijn internet het niet '.repeat(9);
    const confusions = Array.from({ length: 10 }, () => ({
      ...{ id: 'a', question, rivalId: 'b', rivalQuestion: question, lead: -1 },
    }));
    const sources = Object.fromEntries(NAMES.map((name) => [`the-${name}-community`, 100_000]));
    manifest = { ...manifest, sources, items: 700_000 };
    const lines = screen({ confusions }, { WANTED_PRECISION: 0.5, ANSWER_THRESHOLD: 0.5 }).split('\n');
    expect(lines.filter((line) => [...line].length > 80)).toEqual([]);
    expect(lines.length).toBeLessThan(45);
    expect(lines.join('')).not.toMatch(/\p{Surrogate}/u);
  });
});

describe('a report that cannot be made', () => {
  it('says that no release is live', async () => {
    await expect(reportRelease(directory, null, null, SETTINGS)).rejects.toMatchObject({
      code: 'NOTHING_TO_REPORT',
      facts: { directory },
    });
  });

  it.each(['20260101T000000000-00000000', '../..', ''])('says that there is no release "%s"', async (id) => {
    await expect(reportRelease(directory, id, null, SETTINGS)).rejects.toMatchObject({
      code: 'RELEASE_NOT_FOUND',
    });
  });

  it('says that the release is of another version', async () => {
    const path = join(directory, manifest.id, 'manifest.json');
    writeFileSync(path, JSON.stringify({ ...manifest, format: 1 }));
    await expect(reportRelease(directory, manifest.id, null, SETTINGS)).rejects.toMatchObject({
      code: 'RELEASE_OUTDATED',
    });
  });

  it('says that its calibration was changed', async () => {
    const path = join(directory, manifest.id, 'calibration.json');
    writeFileSync(path, `${readFileSync(path, 'utf8')} `);
    await expect(reportRelease(directory, manifest.id, null, SETTINGS)).rejects.toMatchObject({
      code: 'RELEASE_DAMAGED',
      facts: { reason: 'calibration.json does not match its checksum' },
    });
  });
});
