import { describe, expect, it } from 'vitest';
import type { AnswerOutcome, AskedTwice } from '../../../../../ingest/releasing/questions/contracts.js';
import { guardQuestions } from '../../../../../ingest/releasing/questions/guard-questions.js';
import { tellEffect } from '../../../../../ingest/releasing/questions/tell-effect.js';

interface Changes {
  readonly mustPass?: boolean;
  readonly from?: 'file' | 'verdict';
  /** Whether what is told is told without doubt; so where not given. */
  readonly isSure?: boolean;
}

/** So many questions that had one outcome and get another. */
function asked(
  count: number,
  before: AnswerOutcome,
  after: AnswerOutcome,
  { mustPass = false, from = 'file', isSure = true }: Changes = {},
): AskedTwice[] {
  const given = (outcome: AnswerOutcome) => ({
    outcome,
    isSure: isSure && (outcome === 'right' || outcome === 'wrong'),
    itemId: 'forum:1',
    title: 'A thread',
    probability: 0.9,
  });
  return Array.from({ length: count }, (_, at) => ({
    known: {
      name: `q-${before}-${after}-${at}`,
      question: `Question ${at}?`,
      right: ['forum:1'],
      wrong: [],
      isComplete: true,
      mustPass,
      from,
    },
    before: given(before),
    after: given(after),
  }));
}

const against = (...questions: AskedTwice[][]) => guardQuestions(tellEffect(questions.flat()), 0.9);
const kinds = (...questions: AskedTwice[][]) => against(...questions).map(({ kind }) => kind);

describe('what a release does to known questions', () => {
  it('tells which get better and which worse, by name', () => {
    const effect = tellEffect([
      ...asked(50, 'right', 'right'),
      ...asked(1, 'wrong', 'person'),
      ...asked(1, 'person', 'offered'),
      ...asked(2, 'right', 'wrong'),
    ]);
    expect(effect.better.map(({ known }) => known.name)).toEqual(['q-wrong-person-0', 'q-person-offered-0']);
    expect(effect.worse.map(({ known }) => known.name)).toEqual(['q-right-wrong-0', 'q-right-wrong-1']);
    expect(effect).toMatchObject({ asked: 54, before: { right: 52 }, after: { right: 50, wrong: 2 } });
  });

  it('names what customers and agents said, and counts it nowhere', () => {
    const effect = tellEffect([
      ...asked(1, 'right', 'right'),
      ...asked(9, 'right', 'wrong', { from: 'verdict' }),
    ]);
    expect(effect).toMatchObject({ asked: 1, verdicts: 9, after: { right: 1, wrong: 0 } });
    expect(effect.worse).toHaveLength(9);
  });

  it('gives the change of right answers with its interval', () => {
    const { change } = tellEffect([
      ...asked(180, 'right', 'right'),
      ...asked(4, 'person', 'right'),
      ...asked(16, 'right', 'person'),
    ]);
    // (5 - 17) / 202, and 1.96 √((22 - 144 / 202) / 202²) on both sides
    expect(change?.share).toBeCloseTo(-0.06, 10);
    expect(change?.low).toBeCloseTo(-0.1042, 3);
    expect(change?.high).toBeCloseTo(-0.0147, 3);
  });

  it('says how many questions it takes where those there are do not tell', () => {
    expect(tellEffect(asked(20, 'right', 'right')).needed).toBe(137);
    expect(tellEffect(asked(137, 'right', 'right')).needed).toBeNull();
    // A tenth of them changed: 1.96² · .1 / .02²
    const many = tellEffect([
      ...asked(180, 'right', 'right'),
      ...asked(10, 'right', 'person'),
      ...asked(10, 'person', 'right'),
    ]);
    expect(many.needed).toBe(961);
  });

  it('names what must pass and does not, neither before nor after', () => {
    const effect = tellEffect(asked(1, 'person', 'wrong', { mustPass: true }));
    expect(effect.failing.map(({ name }) => name)).toEqual(['q-person-wrong-0']);
  });
});

describe('a candidate is held back', () => {
  it('that surely gives fewer right answers', () => {
    expect(against(asked(170, 'right', 'right'), asked(30, 'right', 'person'))).toMatchObject([
      { kind: 'fewer-right', asked: 200, change: { share: -0.15 } },
    ]);
  });

  it('that loses a question which must pass, however many others it wins', () => {
    expect(against(asked(200, 'person', 'right'), asked(1, 'right', 'offered', { mustPass: true }))).toEqual([
      { kind: 'must-pass-lost', names: ['q-right-offered-0'] },
    ]);
  });

  it('that is right less often than is wanted and than the live one', () => {
    expect(kinds(asked(88, 'right', 'right'), asked(12, 'person', 'wrong'))).toEqual(['less-precise']);
  });
});

describe('a candidate goes live', () => {
  it.each([
    ['that changes nothing', [asked(200, 'right', 'right')]],
    ['of which few questions cannot tell', [asked(20, 'right', 'right'), asked(2, 'right', 'person')]],
    ['that lost what a forged click calls right', [asked(90, 'right', 'person', { from: 'verdict' })]],
    [
      'that is more precise than the live one, though less than is wanted',
      [asked(80, 'right', 'right'), asked(15, 'wrong', 'wrong'), asked(5, 'wrong', 'person')],
    ],
    [
      'that is less precise than the live one, and still as precise as is wanted',
      [asked(95, 'right', 'right'), asked(5, 'person', 'wrong')],
    ],
    [
      'whose precision rests on a handful of answers',
      [asked(3, 'person', 'wrong'), asked(3, 'right', 'right')],
    ],
    ['in which a question that must pass failed before', [asked(1, 'wrong', 'person', { mustPass: true })]],
  ])('%s', (_, questions) => {
    expect(against(...questions)).toEqual([]);
  });
});
