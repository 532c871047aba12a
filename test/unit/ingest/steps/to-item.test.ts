import { describe, expect, it } from 'vitest';
import { toItem, toPhrasing } from '../../../../ingest/steps/to-item.js';
import { makeReply, makeThread } from '../make-thread.js';

const origin = { source: 'samples', fallbackLanguage: 'nl', publicContacts: [] };

describe('an item of a thread', () => {
  it('carries everything a source tells of question and answer', () => {
    const answer = makeReply({
      url: 'https://community.example/t/1/3',
      author: { name: 'Priya &amp; Co', rank: 'Expert' },
      createdAt: '2024-01-02T00:00:00.000Z',
      updatedAt: '2024-03-04T00:00:00.000Z',
      votes: 14,
      body: '<p>Hi Tomasz, restart the box. Mail me at priya@example.com.</p>',
    });
    const thread = makeThread({
      id: '1',
      url: 'https://community.example/t/1',
      title: 'Box &amp; light, call 06-12345678',
      tags: ['box'],
      createdAt: '2024-01-01T00:00:00.000Z',
      licence: 'CC BY-SA 4.0',
    });
    expect(toItem(thread, answer, origin)).toEqual({
      kind: 'item',
      item: {
        id: 'samples:1',
        source: 'samples',
        question: 'Box & light, call [phone number]',
        phrasings: [],
        answer: 'Restart the box. Mail me at [e-mail address].',
        isShortened: true,
        language: 'en',
        author: { name: 'Priya & Co', rank: 'Expert' },
        votes: 14,
        askedAt: '2024-01-01T00:00:00.000Z',
        answeredAt: '2024-03-04T00:00:00.000Z',
        tags: ['box'],
        licence: 'CC BY-SA 4.0',
        url: 'https://community.example/t/1/3',
      },
      redacted: ['phone', 'email'],
    });
  });

  it('takes the time of writing for an answer never edited', () => {
    const answer = makeReply({ createdAt: '2019-01-02T00:00:00.000Z' });
    expect(toItem(makeThread(), answer, origin)).toMatchObject({
      item: { answeredAt: '2019-01-02T00:00:00.000Z' },
    });
  });

  it('links to the thread where the reply has no link', () => {
    const thread = makeThread({ url: 'https://community.example/t/1' });
    expect(toItem(thread, makeReply(), origin)).toMatchObject({
      item: { url: 'https://community.example/t/1' },
    });
  });

  it('recognises the language where the source does not tell', () => {
    const thread = makeThread({ language: null, title: 'Hoe kan ik mijn wachtwoord wijzigen?' });
    const answer = makeReply({ body: '<p>Dat doe je in de app bij je instellingen.</p>' });
    expect(toItem(thread, answer, { ...origin, fallbackLanguage: 'en' })).toMatchObject({
      item: { language: 'nl' },
    });
  });

  it.each([
    ['a title without words', { title: ' ?!' }, {}, 'no-question'],
    ['an answer of pictures only', {}, { body: '<p><img src="x"></p>' }, 'answer-empty'],
    ['an answer that is a log', {}, { body: 'x'.repeat(400_001) }, 'answer-too-long'],
    ['an answer given in private', {}, { body: '<p>I sent you a private message.</p>' }, 'private-reply'],
  ])('is not made of %s', (_title, thread, answer, reason) => {
    expect(toItem(makeThread(thread), makeReply(answer), origin)).toEqual({ kind: 'skipped', reason });
  });

  it('lends its title without personal data', () => {
    expect(toPhrasing(makeThread({ title: 'Bel 06-12345678 &amp; vraag', language: 'nl' }), origin)).toBe(
      'Bel [telefoonnummer] & vraag',
    );
    expect(toPhrasing(makeThread({ title: '???' }), origin)).toBeNull();
  });
});
