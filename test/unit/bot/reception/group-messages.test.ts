import { describe, expect, it } from 'vitest';
import type { ChoiceValue } from '../../../../bot/contracts/messages.js';
import { groupMessages, toInput } from '../../../../bot/reception/group-messages.js';
import type { PendingMessage } from '../../../../bot/store/messages/inbox.js';

const TAP: ChoiceValue = { action: 'request-person' };
const unfinished = (text: string) => text.endsWith('…');

describe('waiting messages', () => {
  it.each<[string, string[], string[]]>([
    ['stay apart when each is whole', ['a', 'b'], ['a', 'b']],
    ['belong together until one is whole', ['a…', 'b…', 'c', 'd'], ['a… b… c', 'd']],
    ['stay together at the end, whole or not', ['a', 'b…', 'c…'], ['a', 'b… c…']],
    ['do not swallow a tap', ['a…', '!tap', 'b'], ['a…', '!tap', 'b']],
    ['make a group of ten at most', Array(12).fill('a…'), [Array(10).fill('a…').join(' '), 'a… a…']],
  ])('%s', (_, texts, groups) => {
    const result = groupMessages(texts.map(message), unfinished);
    expect(result.map((group) => group.map(({ text }) => text).join(' '))).toEqual(groups);
  });

  it('become one text, with the value and language of the last', () => {
    const input = toInput([message('mijn '), message(''), message('wifi'), message('!tap')]);
    expect(input).toEqual({ text: 'mijn\nwifi\n!tap', value: TAP, hasAttachments: false, locale: 'nl' });
  });

  it('tell of files in any of them', () => {
    const withFile = {
      ...message('kijk'),
      details: { value: null, files: [{ name: 'a', contentType: 'b', url: null }], locale: null },
    };
    expect(toInput([withFile, message('hier')]).hasAttachments).toBe(true);
  });
});

function message(text: string, index = 0): PendingMessage {
  const details = { value: text === '!tap' ? TAP : null, files: [], locale: 'nl' };
  return { id: `m${index}`, sequence: index + 1, activityId: null, text, details, attempts: 0 };
}
