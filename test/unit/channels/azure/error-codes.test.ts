import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../../channels/azure/error-codes.js';
import { failureOf } from '../../../../channels/azure/send-outcome.js';
import { fc } from '../../../support/properties.js';

function outcomeOf(status: number, body: unknown) {
  return failureOf({ kind: 'answered', status, body, retryAfterMs: null, isTokenNew: false }, false);
}

describe('the codes in an error of Azure', () => {
  it.each([
    [
      { error: { code: 'ConversationNotFound', message: 'Conversation not found.' } },
      ['ConversationNotFound'],
    ],
    [{ errorCode: 209, message: '{ "subCode": "MessageWritesBlocked" }' }, ['209', 'MessageWritesBlocked']],
    [
      { error: { code: 'ServiceError', message: '{"error":{"code":10,"error_subcode":2018278}}' } },
      ['ServiceError', '10', '2018278'],
    ],
    ['<html>Bad gateway</html>', []],
    [null, []],
    [{ code: 'Words of a customer, not a code' }, []],
  ])('are found in %o', (body, codes) => {
    expect(errorCodes(body)).toEqual(codes);
  });

  it('are short words in whatever comes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        for (const code of errorCodes(body)) expect(code).toMatch(/^[\w.+-]{1,60}$/);
      }),
    );
  });
});

describe('what an answer means', () => {
  it('is one of the three for every status and body', () => {
    fc.assert(
      fc.property(fc.integer({ min: 300, max: 599 }), fc.jsonValue(), (status, body) => {
        expect(['later', 'refused']).toContain(outcomeOf(status, body).kind);
      }),
    );
  });

  it('is a closed window where Meta says so', () => {
    const message = '{"error":{"code":10,"error_subcode":2018278}}';
    expect(outcomeOf(400, { error: { code: 'ServiceError', message } })).toMatchObject({
      kind: 'refused',
      problem: 'window-closed',
      reason: '400 ServiceError 10 2018278',
    });
  });
});
