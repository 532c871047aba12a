import { describe, expect, it } from 'vitest';
import { isBodyTooLong, squeezeBody } from '../../../../ingest/steps/bound-body.js';
import { toItem } from '../../../../ingest/steps/to-item.js';
import { makeReply, makeThread } from '../make-thread.js';

const origin = { source: 'forum', fallbackLanguage: 'en', publicContacts: [] };

function item(body: string, format: 'html' | 'markdown' | 'text') {
  return toItem(makeThread({ format }), makeReply({ body }), origin);
}

describe('a body before it is cleaned', () => {
  it.each([
    ['blanks in a row', `a${' '.repeat(399_000)}b`, 60],
    ['empty lines in a row', `a${' \n'.repeat(100_000)}b`, 20],
    ['a picture written out', `<img src="data:image/png;base64,${'A'.repeat(300_000)}">x`, 60],
  ])('loses %s', (_title, body, most) => {
    const squeezed = squeezeBody(body);
    expect(squeezed.length).toBeLessThan(most);
    expect(squeezeBody(squeezed)).toBe(squeezed);
  });

  it('keeps what an answer is made of', () => {
    const body = 'Do:\n\n1. One\n\n       code  \n\n2. Two';
    expect(squeezeBody(body)).toBe(body);
  });

  it.each([
    ['html', '<p>'.repeat(130_000)],
    ['html', '<p>'.repeat(5_001)],
    ['html', 'x'.repeat(120_001)],
    ['markdown', '1. '.repeat(57_000)],
    ['text', 'x'.repeat(60_001)],
  ] as const)('is refused unread where it is too long: %s', (format, body) => {
    expect(isBodyTooLong(body, format)).toBe(true);
    expect(item(body, format)).toEqual({ kind: 'skipped', reason: 'answer-too-long' });
  });

  it.each([
    ['html', '<p>x</p>'.repeat(2_400)],
    ['html', 'x'.repeat(60_000)],
    ['markdown', `a${' x'.repeat(29_000)}`],
  ] as const)('is taken up to there: %s', (format, body) => {
    expect(isBodyTooLong(body, format)).toBe(false);
  });

  it('becomes an item in which the blanks are few', () => {
    expect(answerOf(`a${' '.repeat(399_000)}b`, 'markdown')).toMatch(/^a {1,40}b$/);
    expect(answerOf(`<p>a${'&nbsp;'.repeat(9_000)}b</p>`, 'html')).toMatch(/^a {1,40}b$/);
  });
});

function answerOf(body: string, format: 'html' | 'markdown'): string {
  const result = item(body, format);
  return result.kind === 'item' ? result.item.answer : result.reason;
}
