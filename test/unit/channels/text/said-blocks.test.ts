import { describe, expect, it } from 'vitest';
import type { OutgoingMessage } from '../../../../bot/contracts/messages.js';
import { renderPlain } from '../../../../channels/azure/render-plain.js';
import { renderMessage as renderMessenger } from '../../../../channels/messenger/rendering/render-message.js';
import { createRenderer } from '../../../../channels/teams/render-message.js';
import { renderMessage as renderWebchat } from '../../../../channels/webchat/render-message.js';
import { parseAnswer } from '../../../../index/answers/parse-answer.js';

const RENDERERS = [
  ['the web chat', renderWebchat],
  ['Messenger', renderMessenger],
  ['Teams', createRenderer({ hasAiLabel: true })],
  ['every other channel', renderPlain],
] as const;

/** An answer whose Markdown is not to be read: what is shown comes from its tree. */
function answer(markdown: string, whole?: string): OutgoingMessage {
  return {
    speaker: { kind: 'bot', name: 'Bot' },
    text: 'unread',
    tree: parseAnswer(markdown),
    isQuote: true,
    language: 'nl',
    more: whole === undefined ? null : { title: 'Lees verder', text: 'unread', tree: parseAnswer(whole) },
    source: null,
    choices: [],
    feedback: null,
    status: null,
  };
}

describe.each(RENDERERS)('an answer in %s', (_, render) => {
  const shown = (message: OutgoingMessage) =>
    JSON.stringify(render(message).map(({ channelData: _ours, ...activity }) => activity));

  it('is made from its tree', () => {
    const text = shown(answer('Toets `*21*06#` en **bel**.\n\n1. Open de app\n2. Kies eSIM'));
    for (const words of ['*21*06#', 'bel', 'Open de app', 'Kies eSIM']) expect(text).toContain(words);
    expect(text).not.toContain('unread');
  });

  it('is the whole where nothing unfolds', () => {
    expect(shown(answer('Een deel.', 'Een deel. En de rest.'))).not.toContain('unread');
  });

  it('says a picture as a picture, and keeps what it shows', () => {
    const nameless = shown(answer('Hier: ![enter image description here](https://x.example/a.png)'));
    expect(nameless).toContain('afbeelding');
    expect(nameless).toContain('https://x.example/a.png');
    expect(nameless).not.toContain('enter image');
    expect(shown(answer('Hier: ![rood lampje](https://x.example/a.png)'))).toContain('rood lampje');
  });

  it('keeps the rows of a table, and no link that may not be followed', () => {
    const text = shown(answer('| Land | Prijs |\n|---|---|\n| Turkije | € 5 |\n\n[klik](javascript:alert)'));
    expect(text).toContain('Land | Prijs');
    expect(text).toContain('Turkije | € 5');
    expect(text).toContain('klik');
    expect(text).not.toContain('javascript');
  });
});
