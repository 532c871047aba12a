import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readQuestionSet } from '../../../bench/peers/question-set.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const CORPUS = [
  { id: 'label-a-0', question: 'Hoe zeg ik op?', answer: '[set answer 001]', lang: 'nl', intent: 'label-a' },
  { id: 'label-a-1', question: 'Opzeggen', answer: '[set answer 001]', lang: 'nl', kind: 'label-a' },
  {
    id: 'label-b-0',
    question: 'Invoice?',
    answer: '<p>In your <b>account</b></p>',
    format: 'html',
    lang: 'en',
  },
];
const QUERIES = [
  { text: 'stoppen', relevant: ['label-a-0', 'label-a-1'] },
  { text: 'weather', relevant: [] },
];

it('lets only question and answer through', () => {
  const { items } = read();
  expect(items).toEqual([
    { question: 'Hoe zeg ik op?', answer: '', answerNumber: 0 },
    { question: 'Opzeggen', answer: '', answerNumber: 0 },
    { question: 'Invoice?', answer: expect.stringMatching(/^In your +account$/), answerNumber: 1 },
  ]);
  expect(JSON.stringify(items)).not.toContain('label');
});

it('names the right answers of each question', () => {
  const rightAnswers = read().questions.map((question) => [...question.rightAnswers]);
  expect(rightAnswers).toEqual([[0], []]);
});

it('takes the language of most items', () => {
  expect(read().language).toBe('nl');
});

function read() {
  const folder = temporaryFolder();
  write(join(folder, 'corpus.jsonl'), CORPUS);
  write(join(folder, 'queries.jsonl'), QUERIES);
  return readQuestionSet(folder);
}

function write(path: string, rows: readonly object[]): void {
  writeFileSync(path, rows.map((row) => JSON.stringify(row)).join('\n'));
}
