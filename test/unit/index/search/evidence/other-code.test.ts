import { describe, expect, it } from 'vitest';
import { namesOtherCode } from '../../../../../index/search/evidence/other-code.js';

const TV_203 =
  'TV-203 on screen every evening\nTV-203 means that the box receives no multicast. Restart the router.';
const WASHER = 'Machine stopt met foutcode 14 of E18\nMaak het filter schoon; bij E18 is de afvoer verstopt.';

describe('a code in a question', () => {
  it.each([
    ['TV-302 on screen', TV_203],
    ['my tv says tv 204 again', TV_203],
    ['fout 302', 'Fout-203 op de televisie'],
    ['geen beeld, melding 302', TV_203],
    ['TV203 was gone, now it is tv417', TV_203.replaceAll('TV-203', 'TV-999')],
    ['de wasmachine geeft code 15', WASHER],
    ['Error 15 in beeld', WASHER],
    ['e20 knippert', WASHER],
  ])('"%s" is another one than the item is about', (question, answered) => {
    expect(namesOtherCode(question, answered)).toBe(true);
  });

  it.each([
    ['TV-203', TV_203],
    ['melding 203 op mijn tv', TV_203],
    ['tv203 and then tv-302', TV_203],
    ['foutcode 14', WASHER],
    ['storingscode 14 op mijn machine', WASHER],
    ['e18!', WASHER],
    ['my TV has no picture', TV_203],
    ['ticket 302 for my tv', TV_203],
    ['the gate closes at 8', 'NOTE: the gate opens AT 7'],
    ['zet de ketel op 3,4 bar', 'OP 1,5 bar zetten'],
    ['I was charged eur 50', 'That costs EUR 75 a month'],
    ['stap 2 lukt niet', 'STAP 1: zet hem uit'],
    ['S21 doet het niet', 'Bellen via wifi op je telefoon'],
  ])('"%s" is none that speaks against the item', (question, answered) => {
    expect(namesOtherCode(question, answered)).toBe(false);
  });
});
