import { describe, expect, it } from 'vitest';
import { readGraphError } from '../../../../channels/messenger/graph/read-graph-error.js';
import { fc } from '../../../support/properties.js';

describe('the error in an answer', () => {
  it('has code, subcode and words', () => {
    const error = {
      message: '(#10) Outside of the window',
      type: 'OAuthException',
      code: 10,
      error_subcode: 2018278,
    };
    expect(readGraphError(400, { error })).toEqual({
      status: 400,
      code: 10,
      subcode: 2018278,
      isTransient: false,
      message: '(#10) Outside of the window',
    });
  });

  it('has its status alone where the answer is none of the Graph API', () => {
    for (const body of [undefined, null, [], 'x', {}, { error: 'x' }]) {
      expect(readGraphError(502, body)).toMatchObject({ status: 502, code: null, message: '' });
    }
  });

  it('is read whatever the body is', () => {
    fc.assert(fc.property(fc.jsonValue(), (body) => readGraphError(400, body).status === 400));
    fc.assert(fc.property(fc.jsonValue(), (error) => readGraphError(400, { error }).status === 400));
  });
});

describe('the words of an error', () => {
  const told = (message: string) => readGraphError(400, { error: { message } }).message;

  it.each([
    ['Param text: "mijn adres is Dorpsstraat 1" is bad', 'Param text: "…" is bad'],
    ["Invalid 'secret words", 'Invalid "…"'],
    ['Malformed access token EAABsbCS1iHgBAKZC', 'Malformed access token EAABsbCS1iHgBAKZC'],
    ['Malformed access token EAABsbCS1iHgBAKZCxyz0123', 'Malformed access token …'],
    ['No user 7100000000000001 here', 'No user … here'],
    ['See https://example.com/x?y=1 now', 'See … now'],
    ['Mail jan@example.nl now', 'Mail … now'],
    ['One\nTwo\u0000Three', 'One Two Three'],
    ['(#200) Requires pages_messaging permission', '(#200) Requires pages_messaging permission'],
  ])('%j are told as %j', (message, words) => {
    expect(told(message)).toBe(words);
  });

  it('never repeat a quotation, however it is written', () => {
    const quoted = fc.stringMatching(/^[a-z ]{3,40}$/).map((words) => `zq${words}`);
    fc.assert(
      fc.property(quoted, fc.constantFrom('"', "'", '“', '`'), (words, mark) => {
        expect(told(`Bad value ${mark}${words}${mark} given`)).not.toContain('zq');
      }),
    );
  });

  it('are never long', () => {
    fc.assert(fc.property(fc.string({ maxLength: 3_000 }), (text) => told(text).length <= 200));
  });
});
