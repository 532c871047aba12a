import { describe, expect, it } from 'vitest';
import type { TokenVectors } from '../../../../../index/contracts/embedder.js';
import type { LearnedWords, NetCommittee } from '../../../../../index/contracts/learned-ranking.js';
import { learnWords, type WordsOfQuestion } from '../../../../../index/evaluation/learn-words.js';
import { ask } from '../../../../../index/search/committee.js';
import { storedQuestionTokens } from '../../../../../index/search/evidence/stored-question-tokens.js';
import { readTitle } from '../../../../../index/search/evidence/title-evidence.js';
import {
  createTokenEvidence,
  createTokenWeights,
} from '../../../../../index/search/evidence/token-evidence.js';
import { createFindUnmentioned } from '../../../../../index/search/evidence/unmentioned.js';
import { readWords, WORD_EVIDENCE } from '../../../../../index/search/evidence/word-evidence.js';
import { FAKE_DIMENSIONS, fakeTokens } from '../../../../support/embedding.js';
import { storedTokens } from '../../../../support/stored-tokens.js';

const ITEM = 'Can I call for free in Spain? Yes, calls in Spain are part of the bundle.';
const ITEMS = [ITEM, 'Reset the box', 'Pay the bill'].map((text) => [text, text] as const);

describe('the words of a question beside an item', () => {
  it('say whether each stands in the item, is like a word of it, or is nowhere', () => {
    const words = wordsIn('free calling in Turkey');
    expect(words.map(({ text, stands }) => [text, stands])).toEqual([
      ['free', 1],
      ['calling', 0],
      ['in', 1],
      ['Turkey', 0],
    ]);
    expect(words[1]?.likeness).toBeGreaterThan(0.3);
    expect(words[3]).toMatchObject({ isName: 1, hasDigit: 0 });
    expect(words[3]?.likeness).toBeLessThan(0.2);
    expect(words[3]?.missing).toBeGreaterThan(words[0]?.missing ?? 1);
  });

  it('say whether one stands in the place of a word of the title, or is a detail more', () => {
    const title = tokensAt([0, 90]);
    const read = (degrees: number[]) =>
      readTitle(tokensAt(degrees), title, new Float64Array(degrees.length), () => 1, 2).at(-1);
    const exchanged = read([0, 60]);
    expect(exchanged).toMatchObject({ meetsTitle: 1, replacedWeight: 1 });
    expect(exchanged?.replaces).toBeCloseTo(1 - Math.cos(Math.PI / 6), 1);
    expect(exchanged?.titleOfOthers).toBeCloseTo(1, 2);
    const detail = read([0, 90, 180]);
    expect(detail).toMatchObject({ meetsTitle: 0, replaces: 0, replacedCosine: 1 });
    expect(detail?.title).toBeCloseTo(1, 2);
    expect(read([180, 200])?.title).toBeLessThan(0);
  });

  it('are bare of the marks around them, and know numbers', () => {
    expect(wordsIn('(5G)?')).toMatchObject([{ text: '5G', hasDigit: 1 }]);
  });

  it('are not read where the model cuts them otherwise than spaces do', () => {
    const tokens = fakeTokens('one two');
    const { tokenCosines } = compare(tokens)(0);
    expect(
      readWords('one  two three', tokens, { ...beside(), tokenCosines }, () => 1, FAKE_DIMENSIONS),
    ).toBeNull();
  });
});

describe('what an answer does not mention', () => {
  const find = createFindUnmentioned(
    { tokens: storedTokens(ITEMS), items: ITEMS.length },
    namesThatAreMissing(),
  );

  it.each([
    ['free calls in Turkey', ['Turkey']],
    ['free calls in South Africa', ['South Africa']],
    ['free calls in Spain', []],
    ['turkey', []],
  ])('of "%s" is %j', (question, names) => {
    const tokens = fakeTokens(question);
    const item = { number: 0, text: ITEM, tokenCosines: compare(tokens)(0).tokenCosines };
    expect(find(question, tokens, item)).toEqual(names);
  });

  it('is nothing where nothing was learned, and where no tokens were read', () => {
    const item = { number: 0, text: ITEM, tokenCosines: new Float64Array() };
    const unlearned = createFindUnmentioned({ tokens: storedTokens(ITEMS), items: 3 }, null);
    expect(unlearned('in Turkey', fakeTokens('in Turkey'), item)).toEqual([]);
    expect(find('in Turkey', null, item)).toEqual([]);
  });

  it('is nothing where it was learned from other evidence', () => {
    const { committee, threshold } = namesThatAreMissing();
    const older = { committee: { ...committee, means: committee.means.slice(1) }, threshold };
    const findByOlder = createFindUnmentioned({ tokens: storedTokens(ITEMS), items: 3 }, older);
    const tokens = fakeTokens('in Turkey');
    const item = { number: 0, text: ITEM, tokenCosines: compare(tokens)(0).tokenCosines };
    expect(findByOlder('in Turkey', tokens, item)).toEqual([]);
  });

  it('has no name longer than a line takes', () => {
    const question = `in ${'T'.repeat(80)}`;
    const tokens = fakeTokens(question);
    const item = { number: 0, text: ITEM, tokenCosines: compare(tokens)(0).tokenCosines };
    expect(find(question, tokens, item)).toEqual([]);
  });
});

describe('learning which words are named', () => {
  it('tells words that change a question from details, with a threshold from fields it did not learn from', () => {
    const fields = new Map(['fit/a', 'choose/b', 'choose/c'].map((name) => [name, questions()]));
    const { committee, threshold } = learnWords(fields);
    expect(ask(committee, [0, 1])).toBeGreaterThan(threshold);
    expect(ask(committee, [1, 0])).toBeLessThan(ask(committee, [0, 1]) - 1);
    expect(learnWords(fields)).toEqual({ committee, threshold });
  });
});

/** A changed word has the second feature, the detail of a control has none. */
function questions(): WordsOfQuestion[] {
  const word = (isMissing: number, isChanged: boolean) => ({
    evidence: Float64Array.from([1 - isMissing, isMissing]),
    isChanged,
  });
  return Array.from({ length: 20 }, (_, at) => [
    { kind: 'pair', words: [word(0, false), word(1, true)] },
    { kind: 'control', words: [word(0, false), word(at % 20 === 0 ? 1 : 0, false)] },
  ]).flat();
}

/** Names every capital word that is not in the item. */
function namesThatAreMissing(): LearnedWords {
  const straight = WORD_EVIDENCE.map((name) => (name === 'isName' ? 1 : name === 'stands' ? -1 : 0));
  const committee: NetCommittee = {
    means: straight.map(() => 0),
    deviations: straight.map(() => 1),
    nets: [{ hidden: [], bias: [], out: [], straight, last: 0 }],
  };
  return { committee, threshold: 0.5 };
}

/** A word a token, at angles in a plane. */
function tokensAt(degrees: readonly number[]): TokenVectors {
  const rows = degrees.flatMap((angle) => {
    const radians = (angle * Math.PI) / 180;
    return [Math.round(127 * Math.cos(radians)), Math.round(127 * Math.sin(radians))];
  });
  const numbers = Uint32Array.from(degrees.keys());
  return { ids: numbers, rows: Int8Array.from(rows), wordOfToken: numbers };
}

function wordsIn(question: string) {
  const tokens = fakeTokens(question);
  const { tokenCosines } = compare(tokens)(0);
  const weightOf = createTokenWeights(storedTokens(ITEMS).itemsWith, ITEMS.length);
  const item = { ...beside(), tokenCosines };
  const words = readWords(question, tokens, item, weightOf, FAKE_DIMENSIONS) ?? [];
  return words.map(({ text, evidence }) => ({
    text,
    ...(Object.fromEntries(WORD_EVIDENCE.map((name, at) => [name, evidence[at]])) as Record<
      (typeof WORD_EVIDENCE)[number],
      number
    >),
  }));
}

/** The item as words are read beside it. */
function beside(): {
  readonly text: string;
  readonly title: TokenVectors;
} {
  const title = storedQuestionTokens(storedTokens(ITEMS), 0);
  if (!title) throw new Error('The item has no tokens.');
  return { text: ITEM, title };
}

function compare(tokens: ReturnType<typeof fakeTokens>) {
  return createTokenEvidence(storedTokens(ITEMS), ITEMS.length)(tokens);
}
