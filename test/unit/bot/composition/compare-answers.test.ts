import { describe, expect, it } from 'vitest';
import { collectQuestions } from '../../../../bot/composition/shadow/collect-questions.js';
import { countVerdicts, rankChanges } from '../../../../bot/composition/shadow/compare-answers.js';
import { readDays } from '../../../../bot/composition/shadow/shadow-days.js';
import type { PreviewSide } from '../../../../bot/contracts/content/desk-releases.js';
import type { SpokenLanguage } from '../../../../bot/contracts/messages.js';

type Verdict = PreviewSide['verdict'];

function side(verdict: Verdict, ...titles: string[]): PreviewSide {
  const hits = titles.map((title, place) => ({
    ...{ title, author: 'Mia', url: null, probability: 0.5 },
    passage: place === 0 && (verdict === 'answer' || verdict === 'doubt') ? `About ${title}.` : null,
  }));
  return { releaseId: 'r', verdict, hits };
}

function asked(text: string, times: number, before: PreviewSide | null, after: PreviewSide) {
  return { question: { text, language: 'nl' as const, times }, before, after };
}

describe('questions that change', () => {
  it('come by how much changes times how often they were asked', () => {
    const ranked = rankChanges([
      asked('gains a choice', 2, side('person'), side('choices', 'a')),
      asked('loses its answer', 2, side('answer', 'a'), side('person')),
      asked('gets another answer', 4, side('answer', 'a'), side('answer', 'b')),
      asked('gains an answer', 2, side('person', 'a'), side('answer', 'a')),
    ]);
    expect(ranked.map(({ question, kind }) => [question, kind])).toEqual([
      ['gets another answer', 'other'],
      ['loses its answer', 'lost'],
      ['gains an answer', 'gained'],
      ['gains a choice', 'gained'],
    ]);
  });

  it('are those of which a customer notices something', () => {
    const same = [
      asked('the same answer', 1, side('answer', 'a'), side('answer', 'a', 'b')),
      asked('the same choices', 1, side('choices', 'a', 'b'), side('choices', 'a', 'b')),
      asked('a person, whatever is nearest', 1, side('person', 'a'), side('person', 'b')),
      asked('nothing to compare with', 1, null, side('answer', 'a')),
    ];
    expect(rankChanges(same)).toEqual([]);
    const other = asked('other choices', 1, side('choices', 'a', 'b'), side('choices', 'a', 'c'));
    expect(rankChanges([other]).map(({ kind }) => kind)).toEqual(['other']);
    const doubt = asked('a doubt', 1, side('answer', 'a'), side('doubt', 'a'));
    expect(rankChanges([doubt]).map(({ kind }) => kind)).toEqual(['lost']);
  });

  it('are counted by how often they were asked', () => {
    const sides = [
      { times: 3, side: side('answer', 'a') },
      { times: 2, side: side('answer', 'b') },
      { times: 1, side: side('person') },
    ];
    expect(countVerdicts(sides)).toEqual({ answer: 5, doubt: 0, choices: 0, person: 1 });
  });
});

describe('collected questions', () => {
  const asIs = async (text: string) => text;
  const of = (text: string, language: SpokenLanguage = 'nl') => ({
    ...{ text, language, customerName: '' },
  });

  it('are bounded, and tell how often the others were asked', async () => {
    const many = [of('een'), of('twee'), of('drie'), of('Een!'), of('drie'), of('drie', 'en')];
    expect(await collectQuestions(many, asIs, 2)).toEqual({
      questions: [
        { text: 'een', language: 'nl', times: 2 },
        { text: 'twee', language: 'nl', times: 1 },
      ],
      leftOut: 3,
    });
  });

  it('leave out what has no words left', async () => {
    const hide = async () => ' … ';
    expect(await collectQuestions([of('0612345678')], hide, 5)).toEqual({ questions: [], leftOut: 0 });
  });
});

describe('the days that are looked back', () => {
  it.each(['0', '31', '1.5', 'week', ''])('are 1 to 30, not "%s"', (days) => {
    expect(() => readDays(days)).toThrow(/--days/);
  });
});
