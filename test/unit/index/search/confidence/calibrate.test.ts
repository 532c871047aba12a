import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { EmbeddedLabel } from '../../../../../index/contracts/labels.js';
import type { BuildOptions, EmbeddedItem } from '../../../../../index/contracts/releases.js';
import { createReleaseStore } from '../../../../../index/releases/create-release-store.js';
import type { Calibration } from '../../../../../index/search/confidence/calibrate.js';
import { embeddedItem, embeddedItems, exampleItem } from '../../../../support/embedded-items.js';
import { createFakeEmbedder, fakeVector } from '../../../../support/embedding.js';
import { temporaryFolder } from '../../../../support/temporary-folder.js';

const ROWS: [string, string, string][] = [
  ['a:1', 'activate my new sim card', 'Switch it on.'],
  ['a:2', 'red light on the router', 'Pull the plug.'],
  ['a:3', 'invoice higher than expected', 'Look under Bills.'],
  ['a:4', 'television has no sound', 'Turn it up.'],
];
const ITEMS = embeddedItems(ROWS);

describe('the calibration of a release', () => {
  it('keeps the shipped curve without labels', async () => {
    const { calibration, manifest } = await built(ITEMS);
    expect(calibration.curve).toEqual({ slope: 1, bias: 0 });
    expect(calibration.expected.from).toBe('own questions');
    expect(manifest).toMatchObject({ labels: 0, wantedPrecision: 0.9, bands: calibration.bands });
    expect(calibration.bands.answer).toBeGreaterThanOrEqual(0.85);
  });

  it('loses confidence by labels that contradict it, and gains it by others', async () => {
    const asked = ROWS.flatMap(([, question]) => [
      `${question} please`,
      `${question} quickly`,
      `help ${question}`,
    ]);
    const right = asked.map((question, at) =>
      label(question, { right: [ROWS[Math.floor(at / 3)]?.[0] ?? ''] }),
    );
    const wrong = asked.map((question) => label(question, { right: [] }));
    const [shipped, better, worse] = [
      await built(ITEMS),
      await built(ITEMS, { labels: right }),
      await built(ITEMS, { labels: wrong }),
    ];
    const lift = ({ curve }: Calibration) => curve.bias + 2 * curve.slope;
    expect(lift(better.calibration)).toBeGreaterThan(lift(shipped.calibration));
    expect(lift(worse.calibration)).toBeLessThan(lift(shipped.calibration));
    expect(worse.manifest.labels).toBe(asked.length);
  });

  it('expects from labels once there are enough', async () => {
    const labels = Array.from({ length: 80 }, (_, at) =>
      label(`${ROWS[at % 4]?.[1]} ${at}`, { right: [ROWS[at % 4]?.[0] ?? ''] }),
    );
    const { manifest, calibration } = await built(ITEMS, { labels });
    expect(manifest.expected.from).toBe('labels');
    const fewer = await built(ITEMS, { labels: labels.slice(1) });
    expect(fewer.manifest.expected.from).toBe('own questions');
    expect(manifest.ownAnswered).toBe(calibration.own.answered);
    expect(manifest.expected.coverage).toBeGreaterThan(0);
    const { points } = calibration.expected;
    expect(points.map(({ coverage }) => coverage)).toEqual(
      points.map(({ coverage }) => coverage).sort((a, b) => b - a),
    );
  });

  it('takes no lesson from a wording that was learned from the same question', async () => {
    const item = exampleItem({
      id: 'b:1',
      question: 'Moving house',
      phrasings: ['walrus tulip'],
      answer: 'Tell us.',
    });
    const items = [...ITEMS, embeddedItem(item)];
    const { calibration } = await built(items, { labels: [label('Walrus tulip!', { right: ['b:1'] })] });
    // Without the wording nothing resembles the question, so the first answer is a wrong one, or an unsure one.
    expect(calibration.curve.bias).toBeLessThan(0.2);
  });

  it('leaves out labels that tell nothing of the first answer', async () => {
    const unknown = label('red light on the router', { right: [], wrong: ['a:1'], isComplete: false });
    expect((await built(ITEMS, { labels: [unknown] })).calibration.labels).toBe(0);
  });

  it('names the items that are taken for each other', async () => {
    const confusing: [string, string, string] = ['a:5', 'red light on my router', 'Wait a minute.'];
    const { calibration } = await built(embeddedItems([...ROWS, confusing]));
    const [worst] = calibration.confusions;
    expect([worst?.id, worst?.rivalId].sort()).toEqual(['a:2', 'a:5']);
    expect(worst?.question).toContain('red light');
  });

  it('follows the wanted precision', async () => {
    const strict = await built(ITEMS, { wantedPrecision: 0.98 });
    expect(strict.manifest.bands.answer).toBeCloseTo(0.97, 5);
    expect(strict.manifest.wantedPrecision).toBe(0.98);
  });

  it('is there for an empty release too', async () => {
    const { calibration } = await built([]);
    expect(calibration.bands).toEqual({ answer: 0.85, doubt: 0.55, askBack: 0.3 });
    expect(calibration.confusions).toEqual([]);
  });
});

function label(question: string, changes: Partial<EmbeddedLabel>): EmbeddedLabel {
  return {
    question,
    right: [],
    wrong: [],
    isComplete: true,
    weight: 1,
    vector: fakeVector(question),
    ...changes,
  };
}

async function built(items: readonly EmbeddedItem[], options: BuildOptions = {}) {
  const directory = temporaryFolder();
  const store = createReleaseStore({ directory, now: () => new Date(0) });
  const manifest = await store.build(items, createFakeEmbedder(), options);
  const file = join(directory, manifest.id, 'calibration.json');
  return { manifest, calibration: JSON.parse(readFileSync(file, 'utf8')) as Calibration };
}
