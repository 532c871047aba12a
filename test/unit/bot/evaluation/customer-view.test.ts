import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSafetyTexts } from '../../../../bot/company/safety-texts.js';
import { viewSet } from '../../../../bot/evaluation/customer-view.js';
import { formatViews } from '../../../../bot/evaluation/format-views.js';
import { openHearing } from '../../../../index/classifiers/open-hearing.js';
import { readFields } from '../../../../index/evaluation/read-fields.js';
import {
  type SearchedQuestion,
  type SearchedSet,
  searchSet,
} from '../../../../index/evaluation/search-set.js';
import { exampleItem } from '../../../support/embedded-items.js';
import { createFakeEmbedder } from '../../../support/embedding.js';
import { shownOf } from '../../../support/hit-trees.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const BANDS = { answer: 0.85, doubt: 0.5, askBack: 0.25 };

describe('what customers see', () => {
  it('is told by the decisions of the bot, by kind of question', () => {
    const set = setOf([
      question('own', 'right', [0.9]),
      question('own', 'right', [0.75]),
      question('own', 'second', [0.48, 0.3]),
      question('own', 'second', [0.9, 0.1]),
      question('near', null, [0.7]),
      question('near', null, [0.1]),
    ]);
    expect(viewSet(set, 0, readSafetyTexts(), openHearing())).toMatchObject({
      own: { asked: 4, first: 0.5, right: 0.5, choices: 0.25, wrong: 0.25, person: 0 },
      near: { asked: 2, first: 0, right: 0, choices: 0, wrong: 0.5, person: 0.5 },
    });
  });

  it('learns from labels, which are left out of the count', () => {
    const sure = [...Array(40).keys()].map(() => question('own', null, [0.95]));
    const none = viewSet(setOf(sure), 0, readSafetyTexts(), openHearing());
    const some = viewSet(setOf(sure), 30, readSafetyTexts(), openHearing());
    expect(none.all).toMatchObject({ asked: 40, wrong: 1 });
    expect(some.all?.asked).toBe(10);
    expect(some.all?.wrong).toBeLessThan(0.5);
  });

  it('stands in a table with a line a kind and the means', () => {
    const byKind = viewSet(setOf([question('own', 'right', [0.9])]), 0, readSafetyTexts(), openHearing());
    const table = formatViews([{ set: 'bank', items: 2, byLabels: [{ labels: 0, byKind }] }]);
    expect(table).toMatch(/^bank +0 +own +1 +1\.000 +1\.000 +0\.000/m);
    expect(table).toMatch(/^mean +0 +own/m);
  });
});

describe('a line on what an answer does not mention', () => {
  it('counts where it is shown, and where it names the word that was changed', () => {
    const named = (kind: string, unmentioned: string[], changed: string[]): SearchedQuestion => {
      const asked = question(kind, null, [0.9]);
      const hits = asked.found.hits.map((hit) => ({ ...hit, unmentioned }));
      return { ...asked, query: { ...asked.query, changed }, found: { ...asked.found, hits } };
    };
    const set = setOf([
      named('pair', ['Spain'], ['in Spain']),
      named('pair', ['the kitchen'], ['Spain']),
      named('pair', [], ['Spain']),
      named('control', ['Samsung'], []),
    ]);
    const { pair, control } = viewSet(set, 0, readSafetyTexts(), openHearing());
    expect(pair).toMatchObject({ line: 2 / 3, named: 1 / 3 });
    expect(control).toMatchObject({ line: 1, named: 0 });
  });
});

describe('searching a set', () => {
  it('tells which hits are right, also those with the same answer as the labelled one', async () => {
    const items = [
      exampleItem({ id: 'a', question: 'Where is my invoice?', answer: 'In the app.' }),
      exampleItem({ id: 'b', question: 'How do I find my invoice?', answer: 'In the app.' }),
      exampleItem({ id: 'c', question: 'Is the shop open on Sunday?', answer: 'No.' }),
    ];
    const queries = [
      { text: 'find my invoice', relevant: ['a'], split: null, kind: 'own' },
      { text: 'shop open sunday', relevant: [], split: null, kind: 'near' },
    ];
    const { questions } = await searchSet({ name: 'set', items, queries }, createFakeEmbedder(), 0.9);
    expect(questions.map(({ found, isRight }) => isRight(found.hits[0]?.item.id ?? ''))).toEqual([
      true,
      false,
    ]);
    expect(questions[0]?.found.hits[0]?.passage).toBe('In the app.');
  });
});

describe('communities written for the product', () => {
  it('are read with their kinds of questions', () => {
    const folder = temporaryFolder();
    const item = {
      ...{
        id: 'b-1',
        domain: 'bank',
        split: 'report',
        lang: 'en',
        title: 'Block my card',
        answer: 'In the app.',
      },
      queries: [{ t: 'lost plastic', l: 'en', k: 'own' }],
      near: [{ t: 'block my account', l: 'en' }],
    };
    const pair = { text: 'Unblock my card', domain: 'bank', base: 'b-1', kind: 'pair', split: 'report' };
    const control = { ...pair, text: 'Block my blue card', kind: 'control' };
    writeFileSync(join(folder, 'items.jsonl'), JSON.stringify(item));
    writeFileSync(join(folder, 'pairs.jsonl'), [pair, control].map((row) => JSON.stringify(row)).join('\n'));
    const [set] = readFields(folder, 'report');
    expect(set).toMatchObject({ name: 'report/bank', items: [{ id: 'b-1', question: 'Block my card' }] });
    expect(set?.queries.map(({ kind, relevant }) => [kind, relevant.length])).toEqual([
      ['own', 1],
      ['near', 0],
      ['pair', 0],
      ['control', 1],
    ]);
    expect(readFields(folder, 'choose')).toEqual([]);
  });
});

function setOf(questions: SearchedQuestion[]): SearchedSet {
  return { name: 'bank', items: 2, questions, wantedPrecision: 0.9, hiddenProbability: 0.2 };
}

/** A question for which answers were found with these probabilities, best first. */
function question(kind: string, right: 'right' | 'second' | null, probabilities: number[]): SearchedQuestion {
  const hits = probabilities.map((probability, place) => ({
    item: exampleItem({ id: place === 0 ? 'right' : 'second', question: `Question ${place}` }),
    confidence: { probability, reason: 'clear' as const },
    ...shownOf('Do this.'),
  }));
  return {
    query: { text: 'Hoe zet ik de wekker?', relevant: right ? [right] : [], split: null, kind },
    vectors: { vector: new Float32Array() },
    found: { hits, bands: BANDS, releaseId: 'release' },
    isRight: (id) => id === right,
  };
}
