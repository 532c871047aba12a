import { describe, expect, it } from 'vitest';
import { introduceQuote } from '../../../../../../bot/turn/replies/answer/introduce-quote.js';
import { quoteAnswer } from '../../../../../../bot/turn/replies/answer/quote-answer.js';
import { sourceOf } from '../../../../../../bot/turn/replies/answer/source-of.js';
import type { Item, Statement } from '../../../../../../index/contracts/items.js';
import { shownOf } from '../../../../../support/hit-trees.js';
import { inWords } from '../../../../../support/in-words.js';
import { hit, item } from '../../made-up.js';

const earlier: Statement = {
  text: 'Een pasje kost € 5.',
  author: { name: 'Ina_[x]', rank: null },
  at: '2021-03-01T10:00:00Z',
  url: null,
};
const LONG =
  'Sinds dit jaar kost een pasje € 8. Je vraagt het aan in de app en krijgt het binnen een week thuisgestuurd.';

describe('the source of an answer', () => {
  const rule = { now: new Date('2026-03-10T10:00:00Z'), oldAfterMonths: 24 };

  it('never names the expert alone where the company wrote the words, and links to theirs', () => {
    const edited = { by: 'Zwaluw', at: '2026-03-05T10:00:00Z', original: 'Anders.' };
    const told = sourceOf(item('modem', { edited }), 'nl', rule);
    expect(told.line).toMatch(/^Antwoord van Pieter_K.* \(aangepast door Zwaluw, 5 maart 2026\)$/);
    expect(told).toMatchObject({ linkTitle: 'Naar het oorspronkelijke antwoord', isEdited: true });
    expect(sourceOf(item('modem'), 'nl', rule).line).not.toContain('aangepast');
  });

  it('calls an article of the company what it is, and nobody’s answer', () => {
    const told = (language: 'nl' | 'en') =>
      sourceOf(item('modem', { isOfficial: true, author: { name: 'Zwaluw', rank: null } }), language, rule);
    expect(told('nl')).toMatchObject({
      line: 'Hulppagina van Zwaluw, 3 maart 2026',
      linkTitle: 'Naar de hulppagina',
      isOfficial: true,
    });
    expect(told('en')).toMatchObject({
      line: 'Help page of Zwaluw, 3 March 2026',
      linkTitle: 'View help page',
    });
    expect(sourceOf(item('modem'), 'nl', rule).isOfficial).toBeUndefined();
  });

  it('tells in one sentence why an answer may not hold, in place of its year', () => {
    const old = { answeredAt: '2019-03-01T10:00:00Z' };
    const note = (stale: Item['stale'], language: 'nl' | 'en') =>
      sourceOf(item('modem', { ...old, ...(stale ? { stale } : {}) }), language, rule).ageNote;
    const ended = { because: 'product-ended', product: 'Box *1*' } as const;
    expect(note(undefined, 'nl')).toBe('Dit antwoord is uit 2019. Misschien klopt niet alles meer.');
    expect(note(ended, 'nl')).toBe('Dit antwoord gaat over Box *1*. Dat product is er niet meer.');
    expect(note(ended, 'en')).toBe('This answer is about Box *1*, which has been discontinued.');
    expect(note({ because: 'contradicted' }, 'en')).toBe(
      'Others wrote later that this answer may no longer be right.',
    );
    expect(note({ because: 'links-dead' }, 'nl')).toBe('Niet alle links in dit antwoord werken nog.');
    expect(note({ because: 'votes-fell' }, 'en')).toBe(
      'This answer is from 2019. Some of it may have changed.',
    );
    const marked = item('modem', { ...old, isOutdated: true, stale: ended });
    expect(sourceOf(marked, 'en', rule).ageNote).toBe('This answer may be out of date.');
  });

  it('warns of what the company marked as outdated, however new it is', () => {
    const told = (language: 'nl' | 'en') => sourceOf(item('modem', { isOutdated: true }), language, rule);
    expect(told('nl').ageNote).toBe('Dit antwoord is mogelijk verouderd.');
    expect(told('en').ageNote).toBe('This answer may be out of date.');
    expect(sourceOf(item('modem'), 'nl', rule).ageNote).toBeNull();
  });
});

describe('a quotation is introduced', () => {
  it.each([
    [{}, 'Zo hielp Pieter_K een andere klant:', 'This is how Pieter_K helped another customer:'],
    [
      { isShortened: true, edited: { by: 'Zwaluw $& Co', at: '2026-03-05T10:00:00Z', original: 'Anders.' } },
      'Zo hielp Pieter_K een andere klant (aangepast door Zwaluw $& Co, 5 maart 2026):',
      'This is how Pieter_K helped another customer (edited by Zwaluw $& Co, 5 March 2026):',
    ],
    [{ isOfficial: true }, 'Van de hulppagina van Pieter_K:', "From Pieter_K's help page:"],
    [{ isByAsker: true }, 'Zo loste Pieter_K het zelf op:', 'This is how Pieter_K solved it:'],
    [
      { author: { name: 'anonymous', rank: null } },
      'Dit antwoord heb ik gevonden:',
      'This is the answer I found:',
    ],
    [
      { earlier: [earlier] },
      'Let op: het eerste antwoord is later verbeterd. Pieter_K schreef op 3 maart 2026:',
      'Please note: the first answer was corrected later. Pieter_K wrote on 3 March 2026:',
    ],
    [
      { earlier: [earlier], answeredAt: null },
      'Let op: het eerste antwoord is later verbeterd. Pieter_K schreef:',
      'Please note: the first answer was corrected later. Pieter_K wrote:',
    ],
    [
      { earlier: [{ ...earlier, author: { name: 'Pieter_K', rank: null } }] },
      'Let op: Pieter_K heeft dit antwoord later verbeterd (3 maart 2026):',
      'Please note: Pieter_K corrected this answer later (3 March 2026):',
    ],
    [
      { earlier: [earlier], answeredIn: 'Nieuwe vraag?' },
      'Let op: het eerste antwoord is niet meer van deze tijd. Pieter_K schreef op 3 maart 2026 bij een nieuwere vraag:',
      'Please note: the first answer is out of date. Pieter_K wrote on 3 March 2026, under a newer question:',
    ],
  ])('as what it is: %j', (changes, nl, en) => {
    expect(introduceQuote(item('pas', changes), 'nl')).toBe(nl);
    expect(introduceQuote(item('pas', changes), 'en')).toBe(en);
  });
});

describe('the words of an answer', () => {
  it('are the passage alone where nobody corrected or added anything', () => {
    expect(quoteAnswer(hit('mesh', 0.9), 'nl')).toEqual({
      ...inWords('Antwoord over mesh.'),
      more: { title: 'Lees verder', ...inWords('Antwoord over mesh. En nog meer daarover.') },
    });
  });

  it('leave what was corrected behind the button', () => {
    const quoted = quoteAnswer(
      { item: item('pas', { answer: LONG, earlier: [earlier] }), ...shownOf(LONG) },
      'nl',
    );
    expect(quoted).toEqual({
      ...inWords(LONG),
      more: {
        title: 'Lees verder',
        ...inWords(`${LONG}\n\n_Het eerdere antwoord, van Ina\\_[x] (1 maart 2021):_\n\nEen pasje kost € 5.`),
      },
    });
  });

  it('begin with the sentence that says what changed, whatever part is shown', () => {
    const whatChanged = 'Sinds dit jaar kost een pasje € 8.';
    const quote = (passage: string) =>
      quoteAnswer(
        { item: item('pas', { answer: LONG, whatChanged, earlier: [earlier] }), ...shownOf(LONG, passage) },
        'nl',
      ).text;
    expect(quote('Je vraagt het aan in de app.')).toBe(`${whatChanged}\n\n…\n\nJe vraagt het aan in de app.`);
    expect(quote(LONG)).toBe(LONG);
  });

  it('say what was corrected at once where the correction cannot stand alone', () => {
    const answer = 'Het is nu € 8.';
    const quoted = quoteAnswer(
      { item: item('pas', { answer, earlier: [earlier] }), ...shownOf(answer) },
      'en',
    );
    expect(quoted).toEqual({
      ...inWords(
        'Het is nu € 8.\n\n_The earlier answer, by Ina\\_[x] (1 March 2021):_\n\nEen pasje kost € 5.',
      ),
      more: null,
    });
  });

  it('are followed by what others added, under their name', () => {
    const addition = { ...earlier, text: 'Neem een foto mee.', author: { name: 'Wim', rank: null } };
    const quoted = quoteAnswer(
      { item: item('pas', { answer: LONG, additions: [addition] }), ...shownOf(LONG) },
      'nl',
    );
    expect(quoted).toEqual({
      ...inWords(`${LONG}\n\n_Wim voegde hier later aan toe (1 maart 2021):_\n\nNeem een foto mee.`),
      more: null,
    });
  });
});
