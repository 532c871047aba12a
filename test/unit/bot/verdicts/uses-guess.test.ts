import { describe, expect, it } from 'vitest';
import { usesGuess } from '../../../../bot/verdicts/uses-guess.js';
import { parseAnswer } from '../../../../index/answers/parse-answer.js';

const SUGGESTION = parseAnswer(
  '1. Open de **instellingen** van je toestel.\n2. Kies [mobiel netwerk](https://example.com/netwerk) en zet het uit en weer aan.',
);

describe('a reply', () => {
  it.each([
    ['as it is', 'Open de instellingen van je toestel. Kies mobiel netwerk en zet het uit en weer aan.'],
    [
      'with words around it and the address of its source',
      'Dag Anna!\n\n1. Open de instellingen van je toestel.\n2. Kies mobiel netwerk (https://example.com/netwerk) en zet het uit en weer aan.\n\nAntwoord van Pieter: https://example.com/t/1',
    ],
    [
      'somewhat changed',
      'Open de instellingen van je telefoon. Kies mobiel netwerk en zet het uit en weer aan.',
    ],
  ])('passes on the suggestion: %s', (_, reply) => {
    expect(usesGuess(reply, SUGGESTION)).toBe(true);
  });

  it.each([
    ['with other words', 'Ik heb het voor je nagekeken: er is een storing in je straat tot vanavond.'],
    ['of which a part is in it', 'Open de instellingen van je toestel. Wat zie je daar staan?'],
    ['that is empty', ''],
  ])('does not pass it on: %s', (_, reply) => {
    expect(usesGuess(reply, SUGGESTION)).toBe(false);
  });

  it('passes on nothing where nothing was suggested', () => {
    expect(usesGuess('Dag Anna, hoe gaat het?', [])).toBe(false);
  });
});
