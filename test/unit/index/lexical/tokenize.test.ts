import { describe, expect, it } from 'vitest';
import { termsOf, trigramsOf } from '../../../../index/lexical/tokenize.js';

describe('wordsOf', () => {
  it.each([
    ['Hoe activeer ik m’n eSIM?', ['hoe', 'activeer', 'ik', 'm', 'n', 'esim']],
    ['CAFÉ cafe\u0301', ['café', 'café']],
    ['4G/5G @ 192.168.1.1', ['4g', '5g', '192', '168', '1', '1']],
    ['snake_case', ['snake_case']],
    ['?! … 🙂', []],
    ['', []],
  ])('reads %j', (text, words) => {
    expect(termsOf(text)).toEqual(words);
  });
});

describe('trigramsOf', () => {
  it.each([
    ['de eSIM', ['_de', 'de_', '_es', 'esi', 'sim', 'im_']],
    ['x', ['_x_']],
    ['𝒜', ['_a_']],
    ['', []],
  ])('cuts %j', (text, trigrams) => {
    expect(trigramsOf(text)).toEqual(trigrams);
  });
});
