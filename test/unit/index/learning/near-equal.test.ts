import { describe, expect, it } from 'vitest';
import { groupNearEqual } from '../../../../index/learning/near-equal.js';
import { fc } from '../../../support/properties.js';

describe('grouping of wordings', () => {
  it('agrees with comparing each with each', () => {
    const key = fc.array(fc.constantFrom('sim', 'wifi', 'nummer', 'numer', 'kaart'), {
      minLength: 1,
      maxLength: 9,
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(
          key.map((words) => words.join(' ')),
          { maxLength: 30 },
        ),
        (keys) => {
          expect(groupNearEqual(keys)).toEqual(groupNaively(keys));
        },
      ),
    );
  });

  it('keeps apart what turns a question around', () => {
    expect(groupNearEqual(['hoe zet ik wifi aan', 'hoe zet ik wifi uit'])).toHaveLength(2);
  });
});

function groupNaively(keys: readonly string[]): string[][] {
  const groups: string[][] = [];
  for (const key of keys) {
    const group = groups.find(([first = '']) => likeness(first, key) >= 0.8);
    if (group) group.push(key);
    else groups.push([key]);
  }
  return groups;
}

function likeness(a: string, b: string): number {
  const [left, right] = [trigrams(a), trigrams(b)];
  const both = [...left].filter((trigram) => right.has(trigram)).length;
  return both / (left.size + right.size - both);
}

function trigrams(key: string): Set<string> {
  const text = `  ${key} `;
  return new Set([...text.slice(2)].map((_, at) => text.slice(at, at + 3)));
}
