import { describe, expect, it } from 'vitest';
import { answerBlocks } from '../../../../channels/page/answer-blocks.js';
import { blocksMarkdown } from '../../../../channels/text/blocks-markdown.js';
import { blockParts, linePart, packParts } from '../../../../channels/text/markdown-parts.js';
import { parseAnswer } from '../../../../index/answers/parse-answer.js';
import { anyMarkdown, firstLost, lettersOf } from '../../../support/outgoing-messages.js';
import { fc, runs } from '../../../support/properties.js';

const LINES = Array.from({ length: 12 }, (_, index) => `regel ${String(index).padStart(2, '0')}`);
const blocksOf = (markdown: string) => answerBlocks(parseAnswer(markdown), 'nl');

function split(markdown: string, units: number, isQuote = false): string[] {
  return packParts(blockParts(blocksOf(markdown), isQuote, units), units);
}

describe('Markdown in parts', () => {
  it('stays as it is where it fits', () => {
    expect(split('**een**\n\n- twee', 100)).toEqual(['**een**\n\n- twee']);
    expect(split('een\n\ntwee', 100, true)).toEqual(['> een\n> \n> twee']);
    expect(split(' \n', 100)).toEqual([]);
  });

  it('is cut between sentences, and emphasis and links go on behind the cut', () => {
    expect(split('_Een zin van zes woorden hier. Nog zo een [met link](https://a.nl/)._', 40)).toEqual([
      '_Een zin van zes woorden hier._',
      '_Nog zo een [met link](https://a.nl/)._',
    ]);
  });

  it('is cut between lines of code and between items, whose numbers go on', () => {
    expect(split(`\`\`\`\n${LINES.join('\n')}\n\`\`\``, 70)).toEqual(
      [LINES.slice(0, 6), LINES.slice(6)].map((lines) => `\`\`\`\n${lines.join('\n')}\n\`\`\``),
    );
    expect(split('1. een\n2. twee\n3. drie', 16)).toEqual(['1. een\n2. twee', '3. drie']);
  });

  it('is cut in a quotation as well, which every part is', () => {
    const parts = split(`> ${LINES.join(' ')}`, 60, true);
    expect(parts.length).toBeGreaterThan(1);
    for (const line of parts.join('\n').split('\n')) expect(line).toMatch(/^> >/);
  });

  it('cuts a line of the bot that is too long by itself', () => {
    const parts = packParts(linePart(LINES.join(' / ')), 50);
    expect(parts.length).toBeGreaterThan(1);
    expect(lettersOf(...parts)).toBe(lettersOf(...LINES));
  });

  it('keeps within the limit and says all', () => {
    fc.assert(
      fc.property(
        anyMarkdown(),
        fc.integer({ min: 120, max: 4_000 }),
        fc.boolean(),
        (markdown, units, isQuote) => {
          const parts = split(markdown, units, isQuote);
          const whole = blocksMarkdown(blocksOf(markdown));
          expect(firstLost(lettersOf(whole), lettersOf(...parts))).toBeNull();
          for (const part of parts) expect(part.length).toBeLessThanOrEqual(units);
        },
      ),
      { numRuns: runs(200) },
    );
  });
});
