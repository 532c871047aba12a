import { describe, expect, it } from 'vitest';
import { termsOf } from '../../../../index/lexical/tokenize.js';
import { type LabelledAnswer, readLabelledAnswers } from '../../../bench/passages.js';

const rows = readLabelledAnswers();
const asked = rows.flatMap((row) => row.asked.map((question) => ({ row, question })));

describe('the labelled passages', () => {
  it('are at least 60 long answers with 200 questions', () => {
    expect(rows.length).toBeGreaterThanOrEqual(60);
    expect(asked.length).toBeGreaterThanOrEqual(200);
    const lengths = rows.map(({ answer }) => termsOf(answer).length);
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(120);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(400);
  });

  it('have every span exactly once in their answer', () => {
    const wrong = asked.filter(({ row, question }) =>
      question.spans.some((span) => row.answer.split(span).length !== 2),
    );
    expect(wrong.map(({ row, question }) => `${row.id}: ${question.text}`)).toEqual([]);
    expect(asked.every(({ question }) => question.spans.length > 0)).toBe(true);
  });

  it('have unique ids and no question twice', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(new Set(asked.map(({ question }) => question.text)).size).toBe(asked.length);
  });

  it('alternate between fit and report in each language', () => {
    for (const language of ['nl', 'en']) {
      const splits = rows
        .filter((row: LabelledAnswer) => row.language === language)
        .map(({ split }) => split);
      expect(splits).toEqual(splits.map((_, at) => (at % 2 === 0 ? 'fit' : 'report')));
    }
  });

  it('are asked in the other language about a quarter of the time', () => {
    const other = asked.filter(({ row, question }) => row.language !== question.language);
    expect(other.length / asked.length).toBeGreaterThan(0.2);
    expect(other.length / asked.length).toBeLessThan(0.3);
  });
});
