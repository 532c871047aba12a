import { describe, expect, it } from 'vitest';
import { quietSdk } from '../../../../channels/azure/connector/quiet-sdk.js';

describe('what the SDK prints', () => {
  it('of tokens that it refuses is left out, all else is printed', () => {
    const printed: unknown[] = [];
    const printer = { error: (...words: unknown[]) => void printed.push(words) };
    quietSdk(printer);
    quietSdk(printer);
    printer.error('Error finding key for token. Available keys: -----BEGIN RSA PUBLIC KEY-----');
    printer.error(Object.assign(new Error('jwt expired'), { name: 'TokenExpiredError' }));
    const failure = new Error('something else');
    printer.error(failure, 7);
    printer.error('a sentence');
    expect(printed).toEqual([[failure, 7], ['a sentence']]);
  });
});
