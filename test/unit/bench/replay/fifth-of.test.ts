import { expect, it } from 'vitest';
import { fifthOf, PARTS } from '../../../bench/replay/fifth-of.js';

const QUESTIONS = Array.from({ length: 1_000 }, (_, at) => `question ${at}`);

it('puts about as many questions into each fifth', () => {
  const sizes = Array.from(
    { length: PARTS },
    (_, part) => QUESTIONS.filter((text) => fifthOf(text) === part).length,
  );
  expect(Math.min(...sizes)).toBeGreaterThan(150);
  expect(Math.max(...sizes)).toBeLessThan(250);
});

it('puts a question into the same fifth in every run', () => {
  expect(fifthOf('Where do I find my bill?')).toBe(0);
});
