import { describe, expect, it } from 'vitest';
import type { SpokenLanguage } from '../../../../../bot/contracts/messages.js';
import type { Wish } from '../../../../../bot/turn/contracts.js';
import { startState, understand } from '../../../../../bot/turn/turn.js';
import { replyIn } from '../../../../bench/understanding/measure-wishes.js';
import { ears } from '../../../../support/ears.js';
import { readExamples, scoreOf } from './read-examples.js';

interface Example {
  readonly text: string;
  readonly language: SpokenLanguage;
}

function wishIn({ text, language }: Example, question: string | null = null): Wish {
  const state = { ...startState(language), question };
  return understand({ text, value: null, hasAttachments: false, locale: language }, state, 'with-bot', ears)
    .wish;
}

describe('a request for a person', () => {
  const rows = readExamples<Example & { asks: boolean }>('person');

  it('is understood in nearly any wording and taken from none else', () => {
    const score = scoreOf(
      rows,
      (row) => row.asks,
      (row) => wishIn(row).kind === 'person',
    );
    expect(rows.length).toBeGreaterThan(600);
    expect(score.precision, score.mistakes.join('\n')).toBeGreaterThanOrEqual(0.99);
    expect(score.recall, score.mistakes.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it.each(['nl', 'en'])('is understood in %s', (language) => {
    const own = rows.filter((row) => row.language === language);
    const score = scoreOf(
      own,
      (row) => row.asks,
      (row) => wishIn(row).kind === 'person',
    );
    expect(score.precision).toBeGreaterThanOrEqual(0.98);
    expect(score.recall).toBeGreaterThanOrEqual(0.94);
  });

  it('keeps what the customer wants to talk about', () => {
    expect(wishIn({ text: 'Kan ik iemand spreken over mijn factuur?', language: 'nl' })).toEqual({
      kind: 'person',
      topic: 'mijn factuur',
    });
    expect(wishIn({ text: 'My tv is dead. Agent please!', language: 'en' })).toEqual({
      kind: 'person',
      topic: 'My tv is dead',
    });
    expect(wishIn({ text: 'medewerker', language: 'nl' })).toEqual({ kind: 'person', topic: null });
  });
});

describe('a company matter', () => {
  const rows = readExamples<Example & { reason: string | null }>('company');
  const reasonIn = (row: Example) => {
    const wish = wishIn(row);
    if (wish.kind !== 'company-matter') return null;
    // Customers hear the same of both.
    return wish.reason === 'abuse' ? 'complaint' : wish.reason;
  };

  it('is told from questions that the community can answer', () => {
    const score = scoreOf(
      rows,
      (row) => row.reason !== null,
      (row) => reasonIn(row) !== null,
    );
    expect(rows.length).toBeGreaterThan(400);
    expect(score.precision, score.mistakes.join('\n')).toBeGreaterThanOrEqual(0.98);
    expect(score.recall, score.mistakes.join('\n')).toBeGreaterThanOrEqual(0.9);
  });

  // By words alone, as everywhere here: a vector hears more complaints.
  it.each([
    ['account', 0.88],
    ['order', 0.88],
    ['complaint', 0.84],
  ])('has the reason "%s"', (reason, recall) => {
    const score = scoreOf(
      rows,
      (row) => row.reason === reason,
      (row) => reasonIn(row) === reason,
    );
    expect(score.precision, score.mistakes.join('\n')).toBeGreaterThanOrEqual(0.95);
    expect(score.recall, score.mistakes.join('\n')).toBeGreaterThanOrEqual(recall);
  });

  it('is never clear for a question the community can answer', () => {
    const wrong = rows.filter((row) => {
      const wish = wishIn(row);
      return row.reason === null && wish.kind === 'company-matter' && wish.isClear;
    });
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });
});

describe('danger', () => {
  const rows = readExamples<Example & { danger: string | null }>('danger');
  const dangerIn = (row: Example) => {
    const wish = wishIn(row);
    return wish.kind === 'danger' ? wish.danger : null;
  };

  it('is heard in plain wordings and taken from no ordinary question', () => {
    const score = scoreOf(
      rows,
      (row) => row.danger !== null,
      (row) => dangerIn(row) !== null,
    );
    expect(rows.length).toBeGreaterThan(400);
    expect(score.precision, score.mistakes.join('\n')).toBeGreaterThanOrEqual(0.99);
    expect(score.recall, score.mistakes.join('\n')).toBeGreaterThanOrEqual(0.97);
  });

  it('is of the kind that is told', () => {
    const wrong = rows.filter((row) => dangerIn(row) !== null && dangerIn(row) !== row.danger);
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });
});

describe('a mood', () => {
  const rows = readExamples<Example & { mood: string }>('mood');

  it('is annoyed where several kinds of evidence say so', () => {
    const score = scoreOf(
      rows,
      (row) => row.mood === 'annoyed',
      (row) => ears.hear(row.text, null).isAnnoyed,
    );
    expect(rows.length).toBeGreaterThan(140);
    expect(score.precision, score.mistakes.join('\n')).toBeGreaterThanOrEqual(0.98);
    expect(score.recall, score.mistakes.join('\n')).toBeGreaterThanOrEqual(0.94);
  });

  it('comes with whatever the customer wants', () => {
    const state = startState('en');
    const heard = (text: string) =>
      understand({ text, value: null, hasAttachments: false, locale: 'en' }, state, 'with-bot', ears).mood;
    expect(heard('WHY IS MY INTERNET STILL DOWN')).toBe('annoyed');
    expect(heard('why is my internet down')).toBe('calm');
  });
});

describe('a reply to the bot', () => {
  const rows = readExamples<Example & { after: string; reply: string }>('replies');

  it.each(['yes', 'no', 'helped', 'did-not-help', 'leave'])('is understood as "%s"', (reply) => {
    const score = scoreOf(
      rows,
      (row) => row.reply === reply,
      (row) => replyIn(row) === reply,
    );
    expect(score.precision, score.mistakes.join('\n')).toBe(1);
    expect(score.recall, score.mistakes.join('\n')).toBeGreaterThanOrEqual(0.9);
  });
});

describe('small talk', () => {
  it('is met as a whole utterance only', () => {
    const rows = readExamples<Example & { talk: string | null }>('small-talk');
    const wrong = rows.filter((row) => {
      const wish = wishIn(row);
      return (wish.kind === 'small-talk' ? wish.talk : null) !== row.talk;
    });
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });
});

describe('a follow-up', () => {
  const rows = readExamples<Example & { isFollowUp: boolean }>('follow-up');
  const isFollowUp = (row: Example, before: string | null) => {
    const wish = wishIn(row, before);
    // "And then?" asks for what comes next.
    return wish.kind === 'act' || (wish.kind === 'question' && wish.isFollowUp);
  };

  it('is told from a new question', () => {
    const score = scoreOf(
      rows,
      (row) => row.isFollowUp,
      (row) => isFollowUp(row, 'Hoe zet ik roaming aan?'),
    );
    expect(score.precision, score.mistakes.join('\n')).toBeGreaterThanOrEqual(0.95);
    expect(score.recall, score.mistakes.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it('needs a question before it', () => {
    expect(rows.filter((row) => isFollowUp(row, null))).toEqual([]);
  });
});
