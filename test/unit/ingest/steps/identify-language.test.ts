import { describe, expect, it } from 'vitest';
import { identifyLanguage } from '../../../../ingest/steps/identify-language.js';

describe('detecting a language', () => {
  it.each([
    ['nl', 'Mijn internet doet het niet meer sinds gisteren'],
    ['nl', 'hoe zet ik mijn esim over naar een nieuwe telefoon'],
    ['en', 'How do I move my eSIM to another phone?'],
    ['en', 'the router keeps restarting'],
    ['de', 'Wie kann ich meinen Vertrag kündigen?'],
    ['fr', 'Comment puis-je changer mon mot de passe ?'],
  ])('%s: %s', (language, text) => {
    expect(identifyLanguage(text, 'xx')).toBe(language);
  });

  it('falls back where nothing can be told', () => {
    expect(identifyLanguage('12345', 'nl')).toBe('nl');
    expect(identifyLanguage('', 'en')).toBe('en');
  });
});
