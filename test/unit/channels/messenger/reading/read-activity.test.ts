import { describe, expect, test } from 'vitest';
import type { Activity } from '../../../../../bot/contracts/activities.js';
import { readActivity } from '../../../../../channels/messenger/reading/read-activity.js';
import { echo, event, PAGE, PSID } from '../../../../support/messenger-server.js';
import { fc } from '../../../../support/properties.js';

/** As Azure Bot Service passes on an event of Messenger. */
function fromAzure(channelData: unknown, rest: Partial<Activity> = {}): Activity {
  return {
    type: 'message',
    id: 'az1',
    channelId: 'facebook',
    serviceUrl: 'https://facebook.botframework.com/',
    from: { id: PSID, name: 'Anna Visser' },
    recipient: { id: PAGE, name: 'Zwaluw' },
    conversation: { id: `${PSID}-${PAGE}` },
    channelData,
    ...rest,
  };
}

describe('an activity of Messenger through Azure', () => {
  const choice = { action: 'request-person' };
  const payload = JSON.stringify(choice);

  test('keeps its words, sender and way back', () => {
    const activity = fromAzure(event({ message: { mid: 'm_1', text: 'Hallo' } }), { text: 'Hallo' });
    expect(readActivity(activity)).toEqual([{ kind: 'activity', activity }]);
  });

  test('has a quick reply as choice with its words', () => {
    const message = { mid: 'm_1', text: 'Praat met iemand', quick_reply: { payload } };
    expect(readActivity(fromAzure(event({ message }), { text: message.text }))).toMatchObject([
      { kind: 'activity', activity: { id: 'az1', text: 'Praat met iemand', value: choice } },
    ]);
  });

  test('has a button as choice with the words on it', () => {
    const postback = { mid: 'm_1', title: 'Praat met iemand', payload };
    expect(readActivity(fromAzure(event({ postback }), { text: payload, value: payload }))).toMatchObject([
      { kind: 'activity', activity: { text: 'Praat met iemand', value: choice } },
    ]);
  });

  test('is a welcome after "Get Started", with nothing said', () => {
    const activity = fromAzure(event({ postback: { payload: 'GET_STARTED' } }), { text: 'GET_STARTED' });
    const [reading] = readActivity(activity);
    expect(reading).toMatchObject({
      kind: 'activity',
      activity: { type: 'conversationUpdate', membersAdded: [{ id: PSID, name: 'Anna Visser' }] },
    });
    expect(reading).not.toHaveProperty('activity.text');
  });

  test.each([
    ['an echo', echo({ mid: 'm_1', text: 'Hello' })],
    ['a delivery', event({ delivery: { watermark: 1 } })],
    ['a read', event({ read: { watermark: 1 } })],
    ['a reaction', event({ reaction: { action: 'react' } })],
    ['a change of control', event({ pass_thread_control: { new_owner_app_id: '1' } })],
  ])('is left out when it is %s', (_kind, channelData) => {
    expect(readActivity(fromAzure(channelData, { text: 'x' }))).toEqual([]);
  });

  test.each([undefined, null, 'x', {}, { clientActivityID: '1' }, event({ message: { mid: 'm_1' } })])(
    'is taken as it is with channelData %j',
    (channelData) => {
      const activity = fromAzure(channelData, { text: 'Hallo' });
      expect(readActivity(activity)).toEqual([{ kind: 'activity', activity }]);
    },
  );

  test('keeps channel, conversation and sender, whatever is in it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (channelData) => {
        for (const reading of readActivity(fromAzure(channelData))) {
          expect(reading).toMatchObject({
            kind: 'activity',
            activity: { channelId: 'facebook', from: { id: PSID }, conversation: { id: `${PSID}-${PAGE}` } },
          });
        }
      }),
    );
  });
});
