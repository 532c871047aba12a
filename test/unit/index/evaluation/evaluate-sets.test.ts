import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  askSet,
  findSets,
  measureSets,
  readSet,
  type SetOutcomes,
} from '../../../../index/evaluation/evaluate-sets.js';
import { fitShipped } from '../../../../index/evaluation/fit-shipped.js';
import { formatSets } from '../../../../index/evaluation/format-sets.js';
import { measureWithLabels } from '../../../../index/evaluation/label-draws.js';
import type { ScoredOutcome } from '../../../../index/evaluation/run-queries.js';
import { logitOf } from '../../../../index/search/confidence/confidence.js';
import { createFakeEmbedder } from '../../../support/embedding.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const TOPICS = ['activate sim card', 'red light on router', 'invoice too high', 'television without sound'];

describe('evaluating every set of a folder', () => {
  it('finds sets up to two folders deep', () => {
    const directory = temporaryFolder();
    for (const set of ['one', 'two/nl']) writeSet(directory, set);
    mkdirSync(join(directory, 'no-set'));
    writeFileSync(join(directory, 'no-set', 'queries.jsonl'), '');
    expect(findSets(directory)).toEqual(['one', 'two/nl']);
  });

  it('measures all questions, and the half that nothing was chosen on', async () => {
    const directory = temporaryFolder();
    writeSet(directory, 'one');
    writeSet(directory, 'two/nl');
    const embedder = createFakeEmbedder();
    const asked: SetOutcomes[] = [];
    for (const set of findSets(directory)) asked.push(await askSet(readSet(directory, set), embedder, 0.9));
    const measured = measureSets(asked, 0.9);
    const [measures] = measured;
    expect(measures).toMatchObject({ set: 'one', items: 4 });
    expect(measures?.all).toMatchObject({ hit1: 1, answerable: 4, mustEscalate: 4 });
    expect(measures?.report).toMatchObject({ answerable: 2, mustEscalate: 2 });
    expect(measures?.unseen.map(({ labels }) => labels)).toEqual([0]);
    const table = formatSets(measured, 0.9);
    expect(table).toMatch(/^one +4 +8 +1\.000/m);
    expect(table).toMatch(/^mean/m);
  });
});

describe('fitShipped', () => {
  it('finds the constants that outcomes were made with', () => {
    const truth = { bias: -4, dense: 6, lead: 3 };
    const outcomes = Array.from({ length: 4_000 }, (_, at): ScoredOutcome => {
      const dense = (at % 50) / 50;
      const lead = (Math.floor(at / 50) % 20) / 40;
      const isRight = (at * 0.618_034) % 1 < 1 / (1 + Math.exp(-logitOf(dense, lead, truth)));
      return { logit: 0, dense, lead, isAnswerable: true, rank: isRight ? 1 : null, probability: 0.5 };
    });
    const { bias, dense, lead } = fitShipped([outcomes]);
    expect(Math.abs(bias - truth.bias)).toBeLessThan(0.3);
    expect(Math.abs(dense - truth.dense)).toBeLessThan(0.5);
    expect(Math.abs(lead - truth.lead)).toBeLessThan(0.3);
  });
});

describe('measureWithLabels', () => {
  /** A corpus on which the shipped curve promises too much. */
  const outcomes = Array.from({ length: 400 }, (_, at): ScoredOutcome => {
    const logit = -2 + (6 * (at % 40)) / 39;
    const isRight = (at * 0.618_034) % 1 < 1 / (1 + Math.exp(-(logit - 2)));
    return {
      logit,
      dense: 0,
      lead: 0,
      isAnswerable: true,
      rank: isRight ? 1 : 2,
      probability: 1 / (1 + Math.exp(-logit)),
    };
  });

  it('brings promise and truth together as labels grow', () => {
    const errors = [0, 30, 200].map((labels) => measureWithLabels(outcomes, labels, 0.9, -5).ece);
    expect(errors[1]).toBeLessThan(errors[0] ?? 0);
    expect(errors[2]).toBeLessThan(errors[1] ?? 0);
  });

  it('answers less and rightly where the shipped curve was too sure', () => {
    const none = measureWithLabels(outcomes, 0, 0.9, -5);
    const many = measureWithLabels(outcomes, 200, 0.9, -5);
    expect(many.coverage).toBeLessThan(none.coverage);
    expect(many.precision ?? 0).toBeGreaterThan(none.precision ?? 1);
  });

  it('says the same every time', () => {
    const measured = () => measureWithLabels(outcomes, 30, 0.9, -5);
    expect(measured()).toEqual(measured());
  });
});

function writeSet(directory: string, set: string): void {
  const folder = join(directory, set);
  mkdirSync(folder, { recursive: true });
  const corpus = TOPICS.map((question, at) => ({
    id: `i${at}`,
    question,
    answer: `Answer ${at}.`,
    lang: 'en',
  }));
  const queries = TOPICS.flatMap((text, at) => [
    { text, relevant: [`i${at}`] },
    { text, relevant: [`i${at}`] },
    { text: `walrus ${at}`, relevant: [] },
    { text: `tulip ${at}`, relevant: [] },
  ]).filter((_, at) => at < 8);
  writeFileSync(join(folder, 'corpus.jsonl'), corpus.map((row) => JSON.stringify(row)).join('\n'));
  writeFileSync(join(folder, 'queries.jsonl'), queries.map((row) => JSON.stringify(row)).join('\n'));
}
