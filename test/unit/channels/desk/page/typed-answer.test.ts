import { describe, expect, it } from 'vitest';
import { typedAnswer } from '../../../../../channels/desk/page/typed-answer.js';
import { parseAnswer } from '../../../../../index/answers/parse-answer.js';

describe('an answer as a person would type it', () => {
  it.each([
    ['marks', 'Dit is **echt** *zo* met `code`.', 'Dit is echt zo met code.'],
    ['steps', '2. Eerst\n3. Dan', '2. Eerst\n3. Dan'],
    ['points', '- Een\n- Twee', '- Een\n- Twee'],
    ['links', 'Zie [de hulp](https://example.com/a).', 'Zie de hulp (https://example.com/a).'],
    ['bare links', 'Zie https://example.com/a', 'Zie https://example.com/a'],
    ['paragraphs', 'Een.\n\nTwee.', 'Een.\n\nTwee.'],
    ['HTML', '<b>x</b>', '<b>x</b>'],
  ])('keeps the sense of %s', (_, markdown, text) => {
    expect(typedAnswer(parseAnswer(markdown), 'nl')).toBe(text);
  });
});
