import { describe, expect, it } from 'vitest';
import { splitText } from '../../../../channels/text/split-text.js';
import { anyMarkdown } from '../../../support/outgoing-messages.js';
import { fc, runs } from '../../../support/properties.js';

const FAMILY = '👩‍👩‍👧‍👦';

describe('a split text', () => {
  it.each<readonly [title: string, text: string, units: number, parts: readonly string[]]>([
    ['stays whole where it fits', ' een twee \n', 8, ['een twee']],
    ['is cut between paragraphs first', 'een. twee\n\ndrie vier', 15, ['een. twee', 'drie vier']],
    ['is cut between lines next', 'een. twee\ndrie vier', 15, ['een. twee', 'drie vier']],
    ['keeps the indent of a line', '• een\n  • twee', 10, ['• een', '  • twee']],
    ['is cut between sentences next', 'Ja? “Nee.” Soms wel', 14, ['Ja? “Nee.”', 'Soms wel']],
    ['is cut between words next', 'een twee   drie', 10, ['een twee', 'drie']],
    ['is cut inside a word last', 'hottentotten', 5, ['hotte', 'ntott', 'en']],
    ['fills a part before it is cut early', 'a\n\nbbbb cccc dddd', 12, ['a\n\nbbbb cccc', 'dddd']],
    ['keeps a cluster whole', `a${FAMILY}${FAMILY}b`, 12, [`a${FAMILY}`, `${FAMILY}b`]],
    ['cuts a cluster only if it must', `e${'\u0301'.repeat(5)}`, 4, ['e\u0301\u0301\u0301', '\u0301\u0301']],
    ['keeps a pair whole', '👍👍', 3, ['👍', '👍']],
    ['has no part of white space', ' \n \n ', 2, []],
  ])('%s', (_title, text, units, parts) => {
    expect(splitText(text, units)).toEqual(parts);
  });

  it('keeps within the limit and says all, in whole characters', () => {
    fc.assert(
      fc.property(anyMarkdown(), fc.integer({ min: 60, max: 2_000 }), (text, units) => {
        const parts = splitText(text, units);
        expect(withoutSpace(parts.join(''))).toBe(withoutSpace(text));
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(units);
          expect(part.trim()).not.toBe('');
        }
        const pairs = text.match(/[\ud800-\udbff][\udc00-\udfff]/g) ?? [];
        expect(parts.join(' ').match(/[\ud800-\udbff][\udc00-\udfff]/g) ?? []).toEqual(pairs);
      }),
      { numRuns: runs(300) },
    );
  });

  it('keeps families of emoji together at any limit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 11, max: 90 }), (times, units) => {
        for (const part of splitText(FAMILY.repeat(times), units)) {
          expect(part.replaceAll(FAMILY, '')).toBe('');
        }
      }),
    );
  });
});

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}
