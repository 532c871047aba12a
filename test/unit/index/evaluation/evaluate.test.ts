import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluateCorpus } from '../../../../index/evaluation/evaluate.js';
import { formatEvaluation, jsonLine } from '../../../../index/evaluation/format-evaluation.js';
import { isPlaceholder, readCorpus, readQueries } from '../../../../index/evaluation/read-corpus.js';
import { createFakeEmbedder } from '../../../support/embedding.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const CORPUS = [
  {
    id: 'a',
    question: 'activate sim',
    answer: '<p>Switch it <b>on</b> &amp; wait</p>',
    lang: 'en',
    format: 'html',
  },
  { id: 'secret-label', question: 'find invoice', answer: '[set answer 001]', lang: 'en', intent: 'label' },
  { id: 'c', question: 'get invoice', answer: '[set answer 001]', lang: 'en', intent: 'label' },
];
const QUERIES = [
  { qid: '1', text: 'activate my sim', relevant: ['a'], split: 'fit' },
  { qid: '2', text: 'find my invoice', relevant: ['secret-label', 'c'], split: 'report' },
  { qid: '3', text: 'horse riding', relevant: [], split: 'report' },
];

describe('evaluateCorpus', () => {
  it('measures a corpus with its questions', async () => {
    const embedder = createFakeEmbedder();
    const evaluation = await evaluateCorpus(readCorpus(file(CORPUS)), readQueries(file(QUERIES)), embedder);
    expect(evaluation.measures).toMatchObject({
      hit1: 1,
      hit3: 1,
      mrr: 1,
      auroc: 1,
      answerable: 2,
      mustEscalate: 1,
    });
    expect(Object.keys(JSON.parse(jsonLine(evaluation.measures)))).toEqual([
      'hit1',
      'hit3',
      'mrr',
      'auroc',
      'cov90',
      'ece',
      'answerable',
      'mustEscalate',
    ]);
    expect(formatEvaluation(evaluation)).toContain('hit@1                1.000');
  });

  it('embeds neither labels nor marks that stand for an answer', async () => {
    const embedder = createFakeEmbedder();
    await evaluateCorpus(readCorpus(file(CORPUS)), [], embedder);
    // Then the release asks itself its own questions, shortened.
    expect(embedder.embedded.slice(0, 5)).toEqual([
      'activate sim',
      'activate sim Switch it on & wait',
      'activate sim Switch it on & wait',
      'find invoice',
      'get invoice',
    ]);
    expect(embedder.embedded.join(' ')).not.toMatch(/secret-label|\[/);
  });
});

describe('reading evaluation files', () => {
  it('takes one half when asked', () => {
    expect(readQueries(file(QUERIES), 'report').map(({ text }) => text)).toEqual([
      'find my invoice',
      'horse riding',
    ]);
  });

  it.each([
    ['no JSON', 'not json'],
    ['no object', '[1]'],
    ['a missing text', '{"relevant": []}'],
    ['ids that are no list', '{"text": "a", "relevant": "b"}'],
    ['ids that are no texts', '{"text": "a", "relevant": [1]}'],
  ])('names the line with %s', (_, line) => {
    const path = join(temporaryFolder(), 'queries.jsonl');
    writeFileSync(path, `{"text": "fine", "relevant": []}\n\n${line}\n`);
    expect(() => readQueries(path)).toThrow(
      expect.objectContaining({
        code: 'EVALUATION_FILE_INVALID',
        facts: expect.objectContaining({ path, line: 3 }),
      }),
    );
  });

  it('names a file that is not there', () => {
    expect(() => readQueries('no-such-file.jsonl')).toThrow(
      expect.objectContaining({ code: 'EVALUATION_FILE_INVALID' }),
    );
  });

  it('tells a mark from an answer', () => {
    expect(['[banking77 answer 025]', '[see] below', 'Yes.'].map(isPlaceholder)).toEqual([
      true,
      false,
      false,
    ]);
  });
});

function file(rows: readonly object[]): string {
  const path = join(temporaryFolder(), 'rows.jsonl');
  writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  return path;
}
