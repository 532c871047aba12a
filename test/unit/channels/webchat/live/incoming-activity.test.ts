import { describe, expect, test } from 'vitest';
import { incomingActivity } from '../../../../../channels/webchat/live/incoming-activity.js';
import { isCoded } from '../../../../../index/platform/errors.js';
import { fc } from '../../../../support/properties.js';

const arrival = {
  sender: { conversationId: 'c1', userId: 'dl_anna', userName: null },
  botAccount: { id: 'bot', name: 'Robin' },
  serviceUrl: 'https://chat.example',
};
const take = (body: unknown) => incomingActivity(body, arrival);

describe('incoming activity', () => {
  test('has the same id for the same post of a client, another for another', () => {
    const post = (clientActivityID: unknown) =>
      take({ type: 'message', channelData: { clientActivityID } }).id;
    expect(post('a')).toBe(post('a'));
    expect(post('a')).not.toBe(post('b'));
    expect(post('')).not.toBe(post(''));
    expect(post({ a: 1 })).not.toBe(post({ a: 1 }));
    expect(post('a')).toMatch(/^c1\|[\w-]{24}$/);
  });

  test('has the name that the company vouched for, else the one the client gives', () => {
    const from = { id: 'x', name: 'Bob' };
    expect(take({ type: 'message', from }).from).toEqual({ id: 'dl_anna', role: 'user', name: 'Bob' });
    const sender = { ...arrival.sender, userName: 'Anna' };
    expect(incomingActivity({ type: 'message', from }, { ...arrival, sender }).from?.name).toBe('Anna');
    expect(take({ type: 'message' }).from).toEqual({ id: 'dl_anna', role: 'user' });
  });

  test.each(['https://x.example/a.png', 'http://x.example/a', 'data:image/png;base64,AAAA'])(
    'keeps the attachment %s',
    (contentUrl) => {
      const attachments = [{ contentType: 'image/png', contentUrl, name: 'a.png' }];
      expect(take({ type: 'message', attachments }).attachments).toEqual(attachments);
    },
  );

  test.each([
    'file:///etc/passwd',
    'data:text/html,<script>',
    'data:image/svg+xml;base64,AAAA',
    ' https://x',
    7,
  ])('refuses the attachment %s', (contentUrl) => {
    const attachments = [{ contentType: 'image/png', contentUrl }];
    expect(() => take({ type: 'message', attachments })).toThrow(/"contentUrl" must be/);
  });

  test('is ours in every field that matters, whatever is posted', () => {
    const hostile = fc.oneof(
      fc.anything(),
      fc.record(
        {
          type: fc.constantFrom('message', 'event', 'typing', 'conversationUpdate'),
          text: fc.oneof(fc.string(), fc.anything()),
          from: fc.anything(),
          conversation: fc.anything(),
          recipient: fc.anything(),
          channelData: fc.anything(),
          attachments: fc.anything(),
          membersAdded: fc.anything(),
        },
        { requiredKeys: ['type'] },
      ),
    );
    fc.assert(
      fc.property(hostile, (body) => {
        let activity: ReturnType<typeof take>;
        try {
          activity = take(body);
        } catch (error) {
          return isCoded(error, 'BAD_ARGUMENT') || isCoded(error, 'MESSAGE_TOO_LONG');
        }
        return (
          activity.from?.id === 'dl_anna' &&
          activity.from.role === 'user' &&
          activity.conversation?.id === 'c1' &&
          activity.recipient?.id === 'bot' &&
          activity.channelId === 'directline' &&
          activity.id.startsWith('c1|') &&
          !('membersAdded' in activity)
        );
      }),
    );
  });
});
