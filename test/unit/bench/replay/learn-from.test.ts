import { expect, it } from 'vitest';
import { type AskedBefore, learnFrom } from '../../../bench/replay/learn-from.js';
import { LIARS, type Liars } from '../../../bench/replay/liars.js';
import type { Said } from '../../../bench/replay/verdicts-of-turn.js';
import { exampleItem } from '../../../support/embedded-items.js';
import { createFakeEmbedder } from '../../../support/embedding.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const ITEMS = [
  exampleItem({ id: 'sim', question: 'How do I activate my SIM card?' }),
  exampleItem({ id: 'bill', question: 'Where do I find my bill?' }),
];

it('learns the wording of a confirmed answer', async () => {
  const { items, wordings } = await learn([turn('switch on the new card', says('sim', true))]);
  expect(items.map(({ phrasings }) => phrasings)).toEqual([['switch on the new card'], []]);
  expect(wordings).toBe(1);
});

it('learns no wording from a rejected answer', async () => {
  const { items, wordings } = await learn([turn('switch on the new card', says('bill', false))]);
  expect(items.flatMap(({ phrasings }) => phrasings)).toEqual([]);
  expect(wordings).toBe(0);
});

it('makes labels that weigh as three customers do', async () => {
  const { labels } = await learn([
    turn('switch on the new card', says('sim', true)),
    turn('pay for the new card', says('sim', false), says('bill', false)),
  ]);
  expect(labels).toMatchObject([
    { question: 'pay for the new card', right: [], wrong: ['bill', 'sim'], weight: 0.5, isComplete: false },
    { question: 'switch on the new card', right: ['sim'], wrong: [], weight: 0.5, isComplete: false },
  ]);
  expect(labels.map(({ vector }) => vector)).toEqual([expect.any(Float32Array), expect.any(Float32Array)]);
});

it.each(LIARS)('learns no wording of an answer that only liars call right: %s', async (liars) => {
  const { wordings } = await learn([turn('switch on the new card', says('bill', false))], liars);
  expect(wordings).toBe(0);
});

it.each(LIARS.filter((liars) => liars !== 'three in ten'))(
  'still learns what three honest customers confirmed: %s',
  async (liars) => {
    const { wordings } = await learn([turn('switch on the new card', says('sim', true))], liars);
    expect(wordings).toBe(1);
  },
);

it('learns nothing where nothing was said', async () => {
  const { labels, wordings } = await learn([turn('is it going to rain')]);
  expect([labels, wordings]).toEqual([[], 0]);
});

function learn(turns: readonly AskedBefore[], liars: Liars | null = null) {
  const release = { languages: ['en'] };
  return learnFrom(turns, ITEMS, temporaryFolder(), createFakeEmbedder(), release, liars);
}

function turn(question: string, ...said: readonly Said[]): AskedBefore {
  return {
    question,
    treatment: 'answered',
    said,
    lied: said.map((each) => ({ ...each, isRight: !each.isRight })),
  };
}

function says(itemId: string, isRight: boolean): Said {
  return { itemId, isRight, by: 'customer' };
}
