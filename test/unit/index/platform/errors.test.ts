import { describe, expect, it } from 'vitest';
import { CodedError, defineErrors, isCoded, messageOf } from '../../../../index/platform/errors.js';

const errors = defineErrors({
  FILE_BROKEN: (facts: { path: string; line: number }) =>
    `Line ${facts.line} of ${facts.path} is broken. Mend it.`,
});

describe('coded errors', () => {
  it('carry code, facts, message and cause', () => {
    const cause = new Error('disk');
    const error = errors.FILE_BROKEN({ path: 'a.xml', line: 3 }, cause);
    expect(error).toBeInstanceOf(CodedError);
    expect(error).toMatchObject({
      name: 'FILE_BROKEN',
      code: 'FILE_BROKEN',
      facts: { path: 'a.xml', line: 3 },
      message: 'Line 3 of a.xml is broken. Mend it.',
      cause,
    });
  });

  it('are told apart by code', () => {
    const error: unknown = errors.FILE_BROKEN({ path: 'a.xml', line: 3 });
    expect(isCoded(error, 'FILE_BROKEN')).toBe(true);
    expect(isCoded(error, 'OTHER')).toBe(false);
    expect(isCoded(new Error('x'))).toBe(false);
  });

  it('say something whatever was thrown', () => {
    expect(messageOf('just text')).toBe('just text');
    expect(messageOf(new Error('an error'))).toBe('an error');
  });
});
