import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../../../bot/contracts/activities.js';
import type { OutgoingMessage } from '../../../../../bot/contracts/messages.js';
import { renderMessage } from '../../../../../channels/webchat/render-message.js';
import { readActivity } from '../../../../../channels/webchat/widget/read-activity.js';
import { ANSWER } from '../../../../support/widget-messages.js';

const messageIn = (activity: Activity): Partial<OutgoingMessage> => {
  const incoming = readActivity(activity, 'customer', 'https://chat.example');
  return incoming.kind === 'message' ? incoming.message : {};
};

describe('a message on the widget', () => {
  it('comes as the bot said it, with its trees', () => {
    const [activity] = renderMessage(ANSWER);
    expect(messageIn(JSON.parse(JSON.stringify(activity)))).toEqual(ANSWER);
  });

  it('of an agent has their picture where our own server serves it, and nowhere else', () => {
    const from = (picture: unknown) =>
      messageIn({
        type: 'message',
        channelData: { message: { speaker: { kind: 'agent', name: 'Noor', picture }, text: 'Hallo' } },
      }).speaker;
    expect(from('/api/agent-pictures/abc_-1')).toEqual({
      kind: 'agent',
      name: 'Noor',
      picture: 'https://chat.example/api/agent-pictures/abc_-1',
    });
    for (const other of ['https://evil.example/x.png', '//evil.example/x', '/api/agent-pictures/../x', 7]) {
      expect(from(other)).toEqual({ kind: 'agent', name: 'Noor' });
    }
  });

  it.each([
    ['of another bot', { type: 'message', text: 'Kies **A**.', from: { id: 'b', name: 'B' } }],
    [
      'that says less than it should',
      {
        type: 'message',
        channelData: { message: { speaker: { name: 'B' }, text: 'Kies **A**.', tree: 'x' } },
      },
    ],
  ] as const)('%s has no tree, so that its words are shown as they stand', (_, activity) => {
    expect(messageIn(activity)).toMatchObject({ text: 'Kies **A**.', tree: [], more: null });
  });

  it('unfolds as it stands where the whole comes without a tree', () => {
    const more = { title: 'Meer', text: 'Alles.' };
    const message = { speaker: { name: 'B' }, text: 'Iets.', more };
    expect(messageIn({ type: 'message', channelData: { message } }).more).toEqual({ ...more, tree: [] });
  });
});
