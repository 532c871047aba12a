import { describe, expect, it } from 'vitest';
import { looksUnfinished } from '../../../../../bot/turn/turn.js';

describe('looksUnfinished', () => {
  it.each([
    'hallo',
    'hoi ik heb een vraag',
    'mijn router',
    'ik wil graag weten of',
    'my phone is',
    'wifi traag',
    'dus...',
    'het gaat over mijn tv,',
  ])('waits after "%s"', (text) => {
    expect(looksUnfinished(text)).toBe(true);
  });

  it.each([
    'hoe zet ik mijn voicemail uit',
    'wifi?',
    'geen internet!',
    'ja',
    'nee dank je',
    '2',
    'bedankt',
    'doei',
    'medewerker',
    'talk to a human',
    'dat helpt niet',
    '👍',
    '',
    'My internet has been slow since yesterday evening',
  ])('does not wait after "%s"', (text) => {
    expect(looksUnfinished(text)).toBe(false);
  });
});
