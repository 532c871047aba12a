import { describe, expect, it } from 'vitest';
import { mentionable } from '../../../../../../bot/turn/replies/answer/mentionable.js';

describe('what is said of words that an answer does not mention', () => {
  it.each([
    'NL91ABNA0417164300',
    'NL91 ABNA 0417 1643 00',
    '06-12345678',
    'j.jansen@voorbeeld.nl',
    '1234 AB',
    'SW1A 1AA',
  ])('leaves out "%s", which is somebody\'s own', (name) => {
    expect(mentionable({ unmentioned: [name, 'Spain'] })).toEqual(['Spain']);
  });

  it.each(['anders', 'without', 'zonder', 'someone else'])('leaves out "%s", which names nothing', (name) => {
    expect(mentionable({ unmentioned: [name] })).toEqual([]);
  });

  it.each(['TV-204', 'Galaxy S23', '500 Mbit', 'eSIM', '2024', 'iPhone 15', 'South Africa'])(
    'names "%s"',
    (name) => {
      expect(mentionable({ unmentioned: [name] })).toEqual([name]);
    },
  );
});
