import { describe, expect, it } from 'vitest';
import { likeliestLanguage } from '../../../../index/language/language-scores.js';

describe('likeliestLanguage', () => {
  it.each([
    ['How do I move my eSIM to another phone?', 'en'],
    ['Hoe zet ik mijn eSIM over naar een andere telefoon?', 'nl'],
    ['Wie kann ich meine Nummer mitnehmen?', 'de'],
    ['Comment puis-je garder mon numéro ?', 'fr'],
  ])('tells that "%s" is %s', (text, language) => {
    expect(likeliestLanguage(text)).toBe(language);
  });

  it('tells nothing of signs', () => {
    expect(likeliestLanguage('?! 123')).toBeNull();
  });
});
