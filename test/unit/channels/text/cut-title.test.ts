import { describe, expect, it } from 'vitest';
import { cutTitle } from '../../../../channels/text/cut-title.js';
import { anyLine } from '../../../support/outgoing-messages.js';
import { fc, runs } from '../../../support/properties.js';

describe('a cut title', () => {
  it.each([
    ['stays whole where it fits', 'Geen van deze vragen', 'Geen van deze vragen'],
    ['ends after a whole word', 'Hoe zet ik wifi-bellen aan?', 'Hoe zet ik…'],
    ['ends after a word that ends right there', 'Bekijk het antwoorde hier', 'Bekijk het…'],
    ['loses the comma before the cut', 'Praat, liever nu, met iemand', 'Praat, liever nu…'],
    ['cuts one long word', 'Hottentottententententoonstelling', 'Hottentottententent…'],
    ['cuts a long word after a short one', 'De arbeidsongeschiktheid', 'De arbeidsongeschik…'],
    ['keeps an emoji whole', 'Praat met iemand 👩‍👩‍👧‍👦', 'Praat met iemand…'],
  ])('%s', (_title, title, cut) => {
    expect(cutTitle(title, 20)).toBe(cut);
  });

  it('never is longer than the limit, and is the start of the title', () => {
    fc.assert(
      fc.property(anyLine(), fc.integer({ min: 2, max: 80 }), (title, units) => {
        const cut = cutTitle(title, units);
        expect(cut.length).toBeLessThanOrEqual(units);
        if (cut === title) return;
        expect(cut.endsWith('…')).toBe(true);
        expect(title.startsWith(cut.slice(0, -1))).toBe(true);
      }),
      { numRuns: runs(500) },
    );
  });
});
