import { describe, expect, it } from 'vitest';
import { speakToReader } from '../../../../../../bot/turn/replies/answer/speak-to-reader.js';
import { parseAnswer } from '../../../../../../index/answers/parse-answer.js';
import { writeAnswer } from '../../../../../../index/answers/write-answer.js';
import { item } from '../../made-up.js';

const tell = (answer: string, asked: readonly string[], question: string, language: 'nl' | 'en' = 'nl') =>
  writeAnswer(speakToReader(parseAnswer(answer), item('a', { asked, language }), question)).replaceAll(
    '\\',
    '',
  );

describe('an answer that was given to somebody else', () => {
  it("speaks of the asker's family in an editor's brackets", () => {
    expect(
      tell('1. Kies **het toestel van je zoon**.', ['Mijn zoon kan niet bellen.'], 'kan niet bellen'),
    ).toBe('1. Kies **het toestel van [wie het betreft]**.');
    expect(tell('Your mother must sign.', ['It is about my mother.'], 'who signs?', 'en')).toBe(
      '[The person concerned] must sign.',
    );
  });

  it.each([
    ['Je partner kan ook tekenen.', 'Wie mag er tekenen?', 'wie tekent er'],
    ['Kies het toestel van je zoon.', 'Mijn zoon kan niet bellen.', 'mijn zoon kan niet bellen'],
    ['Zet je telefoon uit.', 'Mijn telefoon doet het niet.', 'toestel kapot'],
  ])('stays as it is: "%s"', (answer, asked, question) => {
    expect(tell(answer, [asked], question)).toBe(answer);
  });
});
