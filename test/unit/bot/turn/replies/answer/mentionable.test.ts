import { describe, expect, it } from 'vitest';
import { mentionable } from '../../../../../../bot/turn/replies/answer/mentionable.js';
import { hit } from '../../made-up.js';

const named = (unmentioned: readonly string[], language: 'nl' | 'en' = 'nl') =>
  mentionable({ ...hit('a', 0.9), unmentioned }, language);

describe('what is said of words that an answer does not mention', () => {
  it.each([
    'NL91ABNA0417164300',
    'NL91 ABNA 0417 1643 00',
    '06-12345678',
    'j.jansen@voorbeeld.nl',
    '1234 AB',
    'SW1A 1AA',
  ])('leaves out "%s", which is somebody\'s own', (name) => {
    expect(named([name, 'Spain'])).toEqual(['Spain']);
  });

  it.each(['anders', 'without', 'zonder', 'someone else'])('leaves out "%s", which names nothing', (name) => {
    expect(named([name])).toEqual([]);
  });

  it.each(['TV-204', 'Galaxy S23', '500 Mbit', 'eSIM', '2024', 'iPhone 15', 'South Africa'])(
    'names "%s"',
    (name) => {
      expect(named([name])).toEqual([name]);
    },
  );

  it.each(['Hoe haal', 'can switch', 'Welke bundel'])(
    'leaves out "%s", with which a question begins',
    (name) => {
      expect(named([name])).toEqual([]);
    },
  );

  it('names only names and numbers of an answer in another language', () => {
    expect(named(['factory', 'Box 5', 'Spain'], 'en')).toEqual(['Box 5', 'Spain']);
  });
});
