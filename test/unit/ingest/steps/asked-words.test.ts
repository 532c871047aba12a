import { describe, expect, it } from 'vitest';
import { askedWords } from '../../../../ingest/steps/asked-words.js';
import { toAsked, toItem } from '../../../../ingest/steps/to-item.js';
import { withAsked } from '../../../../ingest/steps/with-phrasings.js';
import { exampleItem } from '../../../support/embedded-items.js';
import { makeReply, makeThread } from '../make-thread.js';

const RULES = { fallbackLanguage: 'nl', publicContacts: [] };

describe('what was asked', () => {
  it('is the text below the title, without greeting, thanks, quotations and code', () => {
    const body =
      '<p>Hallo allemaal,</p><p>Mijn kastje piept de hele nacht en het rode lampje knippert erbij.</p>' +
      '<pre><code>ERROR 17 at boot</code></pre><blockquote>Zet hem uit.</blockquote><p>Alvast bedankt!</p>';
    expect(askedWords(makeThread({ body }))).toEqual([
      'Mijn kastje piept de hele nacht en het rode lampje knippert erbij.',
    ]);
  });

  it('comes in parts of a few sentences, and a long one is cut off', () => {
    const sentence = 'Dit is een zin van precies tien woorden over mijn modem.';
    const parts = askedWords(makeThread({ format: 'text', body: Array(30).fill(sentence).join(' ') }));
    expect(parts).toHaveLength(3);
    for (const part of parts) expect(part.split(' ').length).toBeLessThanOrEqual(36);
  });

  it('is joined by others who have the same, not by answers or thanks', () => {
    const replies = [
      makeReply({ body: '<p>Same here, the lamp keeps blinking since the thunderstorm of Tuesday.</p>' }),
      makeReply({ body: '<p>Pull the plug and wait for five minutes before you put it back.</p>' }),
      makeReply({ body: '<p>Thank you so much for the help, great forum.</p>' }),
      makeReply({
        isAccepted: true,
        body: '<p>Same problem for everybody, restart the box twice in a row.</p>',
      }),
    ];
    expect(askedWords(makeThread({ replies }))).toEqual([
      'Same here, the lamp keeps blinking since the thunderstorm of Tuesday.',
    ]);
  });

  it('is redacted', () => {
    const thread = makeThread({
      format: 'text',
      language: 'nl',
      body: 'Bel mij op 06-12345678 of mail naar jan@example.com over mijn kapotte decoder.',
    });
    const asked = toAsked(thread, RULES).join(' ');
    expect(asked).toContain('kapotte decoder');
    expect(asked).not.toMatch(/12345678|jan@/);
  });

  it('goes with the item and is no part of what is shown', () => {
    const answer = makeReply({ isAccepted: true });
    const thread = makeThread({
      body: '<p>The upper lamp on my grey machine stays dark all day.</p>',
      replies: [answer],
    });
    const result = toItem(thread, answer, { ...RULES, source: 'forum' });
    if (result.kind === 'skipped') throw new Error(result.reason);
    const { asked, ...shown } = result.item;
    expect(asked).toEqual(['The upper lamp on my grey machine stays dark all day.']);
    expect(JSON.stringify(shown)).not.toContain('grey machine');
  });

  it('of duplicates joins it, each once and at most ten', () => {
    const item = exampleItem({ asked: ['The lamp is red.'] });
    const more = Array.from({ length: 20 }, (_, number) => `The lamp blinks ${number} times.`);
    const { asked = [] } = withAsked(item, ['the lamp is RED', ...more]);
    expect(asked).toHaveLength(10);
    expect(asked.filter((words) => /red/i.test(words))).toHaveLength(1);
    expect(withAsked(exampleItem(), [])).toEqual(exampleItem());
  });
});
