import { describe, expect, it } from 'vitest';
import { plainToMarkdown } from '../../../../bot/handoff/plain-to-markdown.js';

describe('plain text as Markdown', () => {
  it.each([
    ['gewone woorden', 'gewone woorden'],
    ['# geen kop', '\\# geen kop'],
    ['*niet* _schuin_', '\\*niet\\* \\_schuin\\_'],
    ['[klik](javascript:x)', '\\[klik\\]\\(javascript:x\\)'],
    ['<script>', '\\<script\\>'],
    ['een\ntwee', 'een  \ntwee'],
    ['1. eerst', '1\\. eerst'],
    ['kijk op https://a.example/b_c_d?x=1', 'kijk op https://a.example/b_c_d?x=1'],
    ['https://a.example/<b>', 'https://a.example/\\<b\\>'],
  ])('%j becomes %j', (plain, markdown) => {
    expect(plainToMarkdown(plain)).toBe(markdown);
  });
});
