import { describe, expect, it } from 'vitest';
import { fragmentOf, placeOfFragment } from '../../../../../channels/desk/page/state/place.js';
import { fc } from '../../../../support/properties.js';

describe('the address', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'of a conversation named %s, as every object has one, leads to the queue',
    (id) => {
      expect(placeOfFragment(`#/conversation/${id}`)).toEqual({ kind: 'queue' });
    },
  );

  it('leads back to every conversation', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (conversationId) => {
        const place = { kind: 'conversation', conversationId } as const;
        expect(placeOfFragment(fragmentOf(place))).toEqual(place);
      }),
    );
  });

  it.each([
    ['', 'queue'],
    ['#/', 'queue'],
    ['#/team', 'team'],
    ['#/nowhere', 'queue'],
    ['#/conversation/', 'queue'],
    ['#/conversation/%zz', 'queue'],
  ])('%j leads to the %s', (fragment, kind) => {
    expect(placeOfFragment(fragment).kind).toBe(kind);
  });
});
