import { describe, expect, it } from 'vitest';
import { redactQuestion } from '../../../../ingest/learning/redact-question.js';

describe('a question that is kept', () => {
  it('is one line without personal data', () => {
    const text =
      'Hallo,\n\nik ben bereikbaar op 06-12345678\tof jan@example.com.\u202e Wanneer komt de monteur?';
    expect(redactQuestion(text, 'nl', [])).toBe(
      'Hallo, ik ben bereikbaar op [telefoonnummer] of [e-mailadres]. Wanneer komt de monteur?',
    );
  });

  it("leaves the company's own contacts", () => {
    expect(redactQuestion('is help@example.com still open?', 'en', ['help@example.com'])).toBe(
      'is help@example.com still open?',
    );
  });

  it('is cut behind redaction, so that no half of a number stays', () => {
    const text = `${'woord '.repeat(82)}bel 06 12 34 56 78 vandaag`;
    const kept = redactQuestion(text, 'nl', []);
    expect(kept.length).toBeLessThanOrEqual(500);
    expect(kept).not.toMatch(/\d/);
  });

  it.each([
    ['kan het abonnement van Sanne van der Velde worden gestopt', 'Sanne', 'Velde'],
    ['Pieter Jansen krijgt geen rekening meer', 'Pieter', 'Jansen'],
    ['waarom staat mijn nummer op naam van truus bakker', 'truus', 'bakker'],
    ['het modem van mijn buurman henk knippert', 'henk'],
    ['does the plan include Fatima too', 'Fatima'],
  ])('names nobody in running text: "%s"', (text, ...names) => {
    const kept = redactQuestion(text, 'nl', []);
    for (const name of names) expect(kept).not.toContain(name);
    expect(kept).toContain('[naam]');
  });

  it.each([
    'Will my number stay the same',
    'hoe verbind ik mijn Samsung Galaxy met Google Home',
    'mijn modem van Ziggo knippert rood',
    'mijn zoon kan niet bellen',
  ])('keeps words that name no person: "%s"', (text) => {
    expect(redactQuestion(text, 'nl', [])).toBe(text);
  });
});
