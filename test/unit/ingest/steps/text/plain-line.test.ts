import { describe, expect, it } from 'vitest';
import { plainLine } from '../../../../../ingest/steps/text/plain-line.js';

describe('a title as one plain line', () => {
  it.each([
    ['entities are decoded once', 'a &amp;lt; b &amp; c&#39;s', "a &lt; b & c's"],
    ['tags in a title are words', 'How do I use <br> here', 'How do I use <br> here'],
    ['spaces and line ends become one space', '  a \t b\r\n c\u00a0d ', 'a b c d'],
    ['hidden characters go', 'pass\u200bword\ufeff', 'password'],
    ['letters are composed', 'cafe\u0301', 'café'],
    ['emoji stay whole', 'hi 👩🏽‍💻', 'hi 👩🏽‍💻'],
  ])('%s', (_title, text, line) => {
    expect(plainLine(text)).toBe(line);
  });

  it('is cut between words when it is a story', () => {
    const line = plainLine('word '.repeat(300));
    expect(line.length).toBeLessThanOrEqual(502);
    expect(line.endsWith('word …')).toBe(true);
  });
});
