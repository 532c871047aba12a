import { describe, expect, it } from 'vitest';
import { introduceQuote } from '../../../../bot/turn/replies/answer/introduce-quote.js';
import { toItem } from '../../../../ingest/steps/to-item.js';
import { makeReply, makeThread } from '../make-thread.js';

const ORIGIN = { source: 'forum', fallbackLanguage: 'en', publicContacts: [] };

function introduced(body: string): string {
  const reply = makeReply({ body, isAccepted: true, author: { name: 'Ann', rank: null } });
  const result = toItem(makeThread({ format: 'text', replies: [reply] }), reply, ORIGIN);
  return result.kind === 'item' ? introduceQuote(result.item, 'en') : result.reason;
}

describe('an answer of which sentences were left out', () => {
  it.each([
    'Your son is right! Turn the lid to the left and lift it.',
    'Turn the lid to the left and lift it. Or call me on 07911 128 443.',
  ])('says so beside the name of its author: %s', (body) => {
    expect(introduced(body)).toBe('This is how Ann helped another customer (shortened):');
  });

  it('says nothing of it where all stands', () => {
    expect(introduced('Turn the lid to the left and lift it.')).toBe(
      'This is how Ann helped another customer:',
    );
  });
});
