import { describe, expect, it } from 'vitest';
import { parseActivity, parseGuess, parseMessage } from '../../../../../bot/store/messages/stored-words.js';
import { inWords } from '../../../../support/in-words.js';
import { botSays } from '../../support/samples.js';

const MORE = { title: 'Lees verder', ...inWords('Kies **eSIM**. Dan bent u klaar.') };
const MESSAGE = botSays('Kies **eSIM**.', { more: MORE });

/** As an earlier version stored it. */
const untreed = (value: unknown) =>
  JSON.stringify(value, (key, inner: unknown) => (key === 'tree' ? undefined : inner));

describe('words that an earlier version stored without a tree', () => {
  it('are read where a message is', () => {
    expect(parseMessage(untreed(MESSAGE))).toEqual(MESSAGE);
    expect(parseMessage(JSON.stringify(MESSAGE))).toEqual(MESSAGE);
  });

  it('are read where the best guess is', () => {
    const guess = { question: 'Hoe?', tree: MESSAGE.tree, probability: 0.6, source: { itemId: 'a' } };
    expect(parseGuess(JSON.stringify(guess))).toEqual(guess);
    expect(parseGuess(untreed({ ...guess, answer: MESSAGE.text }))).toEqual(guess);
  });

  it('are read where the web chat replays them, and nothing else is touched', () => {
    const activity = { type: 'message', channelData: { message: MESSAGE, other: 1 } };
    expect(parseActivity(untreed(activity))).toEqual(activity);
    for (const foreign of [{ type: 'typing' }, { type: 'message', channelData: { message: 'Hallo' } }])
      expect(parseActivity(JSON.stringify(foreign))).toEqual(foreign);
  });
});
