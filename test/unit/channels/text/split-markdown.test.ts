import { describe, expect, it } from 'vitest';
import { splitMarkdown } from '../../../../channels/text/split-markdown.js';
import { anyMarkdown, lettersOf } from '../../../support/outgoing-messages.js';
import { fc } from '../../../support/properties.js';

const LINES = Array.from({ length: 12 }, (_, index) => `regel ${String(index).padStart(2, '0')}`);

describe('split Markdown', () => {
  it('stays as it is where it fits', () => {
    expect(splitMarkdown('**een**\n\n- twee', 100)).toEqual(['**een**\n\n- twee']);
    expect(splitMarkdown(' \n', 100)).toEqual([]);
  });

  it('closes code at a cut and opens it again', () => {
    const parts = splitMarkdown(`Doe:\n\n\`\`\`sh\n${LINES.join('\n')}\n\`\`\`\n\nKlaar.`, 120);
    expect(parts).toEqual([
      `Doe:\n\n\`\`\`sh\n${LINES.slice(0, 6).join('\n')}\n\`\`\``,
      `\`\`\`\n${LINES.slice(6).join('\n')}\n\`\`\`\n\nKlaar.`,
    ]);
  });

  it('does the same in a quotation', () => {
    const parts = splitMarkdown(`> ~~~\n> ${LINES.join('\n> ')}\n> ~~~`, 120);
    expect(parts[0]).toMatch(/\n> ~~~$/);
    expect(parts[1]).toMatch(/^> ~~~\n> regel/);
  });

  it('keeps within the limit and says all', () => {
    fc.assert(
      fc.property(anyMarkdown(), fc.integer({ min: 120, max: 4_000 }), (markdown, units) => {
        const parts = splitMarkdown(markdown, units);
        expect(lettersOf(...parts)).toBe(lettersOf(markdown));
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(units);
      }),
      { numRuns: 200 },
    );
  });
});
