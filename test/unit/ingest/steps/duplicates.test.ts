import { describe, expect, it } from 'vitest';
import { resolveDuplicate } from '../../../../ingest/steps/resolve-duplicate.js';
import { withPhrasings } from '../../../../ingest/steps/with-phrasings.js';
import { exampleItem } from '../../../support/embedded-items.js';
import { fc } from '../../../support/properties.js';

function graph(marks: Record<string, string>, answered: string) {
  const answers = new Set(answered.split(''));
  return {
    duplicateOf: (id: string) => marks[id] ?? null,
    hasAnswer: (id: string) => answers.has(id),
  };
}

describe('the item that takes the wording of a duplicate', () => {
  it.each([
    ['the one it points to', 'a', { a: 'b' }, 'b', 'b'],
    ['the end of a chain', 'a', { a: 'b', b: 'c' }, 'c', 'c'],
    ['the end of a chain, though the middle answers', 'a', { a: 'b', b: 'c' }, 'bc', 'c'],
    ['the last one with an answer', 'a', { a: 'b', b: 'c' }, 'b', 'b'],
    ['the one it points to, though it has an answer itself', 'a', { a: 'b' }, 'ab', 'b'],
    ['nobody, when the original has no answer', 'a', { a: 'b' }, 'a', null],
    ['nobody, when the original is gone', 'a', { a: 'z' }, '', null],
    ['the smallest id of a circle', 'b', { a: 'b', b: 'a' }, 'ab', 'a'],
    ['nobody, for the smallest id of a circle', 'a', { a: 'b', b: 'a' }, 'ab', null],
    ['the answered one of a circle', 'a', { a: 'b', b: 'a' }, 'b', 'b'],
    ['the circle at the end of a chain', 'a', { a: 'c', c: 'b', b: 'c' }, 'abc', 'b'],
    ['nobody, for a mark on itself', 'a', { a: 'a' }, 'a', null],
  ])('is %s', (_title, id, marks, answered, target) => {
    expect(resolveDuplicate(id, graph(marks, answered))).toBe(target);
  });

  it('always has an answer and stands for itself', () => {
    const id = fc.constantFrom(...'abcdef');
    fc.assert(
      fc.property(fc.dictionary(id, id), fc.subarray('abcdef'.split('')), (marks, answered) => {
        const marked = graph(marks, answered.join(''));
        for (const each of 'abcdef') {
          const target = resolveDuplicate(each, marked);
          if (target === null) continue;
          expect(marked.hasAnswer(target)).toBe(true);
          expect(resolveDuplicate(target, marked)).toBeNull();
        }
      }),
    );
  });

  it('leaves every group of duplicates with an answer one item', () => {
    const id = fc.constantFrom(...'abcdef');
    fc.assert(
      fc.property(
        fc.dictionary(id, id),
        fc.subarray('abcdef'.split(''), { minLength: 1 }),
        (marks, answered) => {
          const marked = graph(marks, answered.join(''));
          const items = answered.filter((each) => resolveDuplicate(each, marked) === null);
          expect(items.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe('an item with phrasings', () => {
  it('takes each wording once and none like its question', () => {
    const item = exampleItem({ question: 'Is it on?' });
    const { phrasings } = withPhrasings(item, ['is it ON', 'Does it run?', 'does it run', 'Is it alive?']);
    expect(phrasings).toEqual(['Does it run?', 'Is it alive?']);
  });

  it('takes at most twenty', () => {
    const wordings = Array.from({ length: 30 }, (_, index) => `wording ${index}`);
    expect(withPhrasings(exampleItem(), wordings).phrasings).toHaveLength(20);
  });
});
