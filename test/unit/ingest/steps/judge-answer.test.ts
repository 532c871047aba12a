import { describe, expect, it } from 'vitest';
import { judgeAnswer } from '../../../../ingest/steps/judge-answer.js';

describe('judging an answer', () => {
  it.each([
    ['', 'answer-empty'],
    ['!!! 🙂', 'answer-empty'],
    ['x'.repeat(60_001), 'answer-too-long'],
    ['Ik heb je een privébericht gestuurd. Kun je daar je geboortedatum bevestigen?', 'private-reply'],
    ['Vervelend! We hebben je een PB gestuurd.', 'private-reply'],
    ['I have sent you a private message so that we can look at it together.', 'private-reply'],
    ["I've hidden your details and sent you a private message.", 'private-reply'],
    ["We'll send you a DM.", 'private-reply'],
    ['Laat maar, hij doet het weer.', 'dead-end'],
    ['Never mind, works now', 'dead-end'],
    ['Is inmiddels opgelost!', 'dead-end'],
    ['same problem here', 'dead-end'],
  ])('%.40s: %s', (answer, reason) => {
    expect(judgeAnswer(answer)).toBe(reason);
  });

  it.each([
    ['Ja.'],
    ['[De handleiding](https://www.example/handleiding)'],
    ['Opgelost door de router te resetten.'],
    ['Send a private message to the moderators with your number, they can unlock it.'],
    ['Stuur de moderator een privébericht, dan wordt het geregeld.'],
    [
      `I have sent you a private message, but here is what helps everybody. ${'Restart the box. '.repeat(20)}`,
    ],
  ])('%.50s is an answer', (answer) => {
    expect(judgeAnswer(answer)).toBeNull();
  });
});
