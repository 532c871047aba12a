import { describe, expect, test } from 'vitest';
import type { Activity } from '../../../../../bot/contracts/activities.js';
import type { ChannelEvent, Reading } from '../../../../../bot/contracts/channels.js';
import { readEvents } from '../../../../../channels/messenger/reading/read-events.js';
import { delivery, echo, event, PAGE, PSID } from '../../../../support/messenger-server.js';
import { fc } from '../../../../support/properties.js';

const NOW = '2026-09-21T00:00:00.000Z';
const AT = '2026-09-21T14:13:20.000Z';
const OF = { channelId: 'facebook', conversationId: `${PSID}-${PAGE}` };
const facts = { appId: null, inboxName: 'Meta Business Suite' };
const ELSEWHERE = {
  kind: 'answered-elsewhere',
  of: OF,
  from: { id: PSID, role: 'user' },
  recipient: { id: PAGE },
  door: 'messenger',
  place: 'Meta Business Suite',
  activityId: null,
  text: null,
  at: AT,
};

function read(item: unknown, appId: string | null = null): readonly Reading[] {
  return readEvents(delivery([item]), { ...facts, appId }, NOW).flatMap(({ readings }) => readings);
}

function activityOf(item: unknown): Activity {
  const [first] = read(item);
  if (first?.kind !== 'activity') throw new Error('no activity was read');
  return first.activity;
}

function noteOf(item: unknown, appId: string | null = null): ChannelEvent {
  const [first] = read(item, appId);
  if (first?.kind !== 'event') throw new Error('no event was read');
  return first.event;
}

describe('words of a customer', () => {
  test('become a message of the conversation of customer and page', () => {
    expect(read(event({ message: { mid: 'm_1', text: 'Waar is mijn simkaart?' } }))).toEqual([
      {
        kind: 'activity',
        activity: {
          type: 'message',
          id: 'm_1',
          timestamp: AT,
          channelId: 'facebook',
          from: { id: PSID, role: 'user' },
          recipient: { id: PAGE },
          conversation: { id: `${PSID}-${PAGE}` },
          text: 'Waar is mijn simkaart?',
        },
      },
    ]);
  });

  test('tell which message they answer', () => {
    const message = { mid: 'm_2', text: 'this one', reply_to: { mid: 'm_1', is_self_reply: false } };
    expect(activityOf(event({ message })).quoted).toEqual({ activityId: 'm_1', text: null });
  });

  test('that were changed come under the id that they had', () => {
    const activity = activityOf(
      event({ message_edit: { mid: 'm_1', text: 'Where is my SIM?', num_edit: 2 } }),
    );
    expect(activity).toMatchObject({ type: 'messageUpdate', id: 'm_1', text: 'Where is my SIM?' });
  });

  test('that were taken back come as that', () => {
    const activity = activityOf(event({ message: { mid: 'm_1', is_deleted: true } }));
    expect(activity).toMatchObject({ type: 'messageDelete', id: 'm_1' });
    expect(activity.text).toBeUndefined();
  });

  test('that Messenger cannot pass on still are a message', () => {
    expect(activityOf(event({ message: { mid: 'm_1', is_unsupported: true } }))).toMatchObject({
      type: 'message',
      id: 'm_1',
      text: '',
    });
  });
});

describe('a tap', () => {
  const choice = { action: 'feedback', turnId: 't1', isHelpful: true };

  test('on a quick reply brings the choice with its words', () => {
    const message = { mid: 'm_3', text: 'Ja', quick_reply: { payload: JSON.stringify(choice) } };
    expect(activityOf(event({ message }))).toMatchObject({ id: 'm_3', text: 'Ja', value: choice });
  });

  test('on a button brings the choice with its words', () => {
    const postback = { mid: 'm_4', title: 'Ja', payload: JSON.stringify(choice) };
    expect(activityOf(event({ postback }))).toMatchObject({
      type: 'message',
      id: 'm_4',
      text: 'Ja',
      value: choice,
    });
  });

  test.each(['CARE_HELP', '{"action":', '{"a":1}', '["action"]', '', undefined])(
    'with the payload %s brings its words alone',
    (payload) => {
      const tapped = activityOf(event({ postback: { mid: 'm_5', title: 'How do I swap my SIM?', payload } }));
      expect(tapped.text).toBe('How do I swap my SIM?');
      expect(tapped).not.toHaveProperty('value');
      const replied = activityOf(event({ message: { mid: 'm_6', text: 'Hi', quick_reply: { payload } } }));
      expect(replied).not.toHaveProperty('value');
    },
  );

  test('without an id has the same one each time it is delivered', () => {
    const tap = (payload: string, at?: number) =>
      activityOf(event({ postback: { title: 'Ja', payload } }, at));
    expect(tap('A').id).toMatch(/^pb:7001:1790000000000:[\w-]{16}$/);
    expect(tap('A').id).toBe(tap('A').id);
    expect(new Set([tap('A').id, tap('B').id, tap('A', 1_790_000_000_001).id]).size).toBe(3);
  });
});

describe('coming in', () => {
  test.each([
    [
      'by "Get Started"',
      { postback: { mid: 'm_7', title: 'Get Started', payload: 'GET_STARTED' } },
      'm_7',
      null,
    ],
    [
      'by "Get Started" after a link',
      {
        postback: {
          mid: 'm_8',
          payload: 'GET_STARTED',
          referral: { ref: 'shop', source: 'SHORTLINK', type: 'OPEN_THREAD' },
        },
      },
      'm_8',
      'shop',
    ],
    ['by an opt-in', { optin: { ref: 'box' } }, /^pb:/, 'box'],
  ])('%s is a welcome and begins the time to write', (_how, parts, id, ref) => {
    const customer = { id: PSID, role: 'user' };
    expect(read(event(parts))).toEqual([
      {
        kind: 'activity',
        activity: {
          type: 'conversationUpdate',
          id: typeof id === 'string' ? id : expect.stringMatching(id),
          timestamp: AT,
          channelId: 'facebook',
          from: customer,
          recipient: { id: PAGE },
          conversation: { id: `${PSID}-${PAGE}` },
          membersAdded: [customer],
          ...(ref === null ? {} : { cameBy: { kind: 'link', ref, ad: null } }),
        },
      },
      { kind: 'event', event: { kind: 'seen', of: OF, at: AT } },
    ]);
  });

  test('by an advertisement is told beside the words, whatever the first thing done is', () => {
    const ad = { ref: 'zomer', source: 'ADS', ad_id: 6045, ads_context_data: { ad_title: 'Nu 10 GB' } };
    const cameBy = { kind: 'ad', ref: 'zomer', ad: 'Nu 10 GB' };
    const message = { mid: 'm_9', text: 'Hoe zet ik voicemail uit?', referral: ad };
    expect(activityOf(event({ message }))).toMatchObject({ text: message.text, cameBy });
    const postback = { mid: 'm_10', payload: 'GET_STARTED', referral: { source: 'ADS', ad_id: '6045' } };
    expect(activityOf(event({ postback })).cameBy).toEqual({ kind: 'ad', ref: null, ad: '6045' });
    expect(activityOf(event({ referral: { product: { id: 77 } } })).cameBy).toMatchObject({ ref: '77' });
    expect(activityOf(event({ referral: 'odd' as never, message }))).toMatchObject({ text: message.text });
  });

  test('with a product shows it as a card, neither as words nor as a file', () => {
    const elements = [{ id: '1', title: 'Telefoon X', subtitle: '€ 499' }, null, { id: 2 }, {}];
    const attachments = [{ type: 'template', payload: { product: { elements } } }];
    const given = activityOf(event({ message: { mid: 'm_11', text: 'heeft deze esim?', attachments } }));
    expect(given.text).toBe('heeft deze esim?');
    expect(given.attachments).toEqual([
      {
        contentType: 'application/vnd.microsoft.card.hero',
        content: { title: 'Telefoon X', subtitle: '€ 499' },
      },
      { contentType: 'application/vnd.microsoft.card.hero', content: { title: '2', subtitle: '' } },
    ]);
  });

  test('by a link is a welcome and not the customer speaking', () => {
    const referral = { ref: 'shop', source: 'SHORTLINK', type: 'OPEN_THREAD' };
    expect(read(event({ referral }))).toMatchObject([{ activity: { type: 'conversationUpdate' } }]);
  });

  test('by an opt-in that tells the reference of a plugin alone is a welcome to that', () => {
    const readings = read({ recipient: { id: PAGE }, timestamp: 1, optin: { ref: 'box', user_ref: 'u1' } });
    expect(readings[0]).toMatchObject({
      activity: { type: 'conversationUpdate', from: { id: 'user_ref:u1' } },
    });
    expect(read({ recipient: { id: PAGE }, timestamp: 1, optin: { user_ref: 'no such\n' } })).toEqual([]);
  });

  test.each(['STOP NOTIFICATIONS', 'RESUME NOTIFICATIONS'])('by nothing but %s is none', (status) => {
    const optin = { type: 'notification_messages', notification_messages_status: status };
    expect(read(event({ optin }))).toEqual([]);
  });
});

describe('attachments', () => {
  const attached = (...attachments: unknown[]) => activityOf(event({ message: { mid: 'm_9', attachments } }));

  test.each([
    ['image', 'https://cdn.example/v/t1/12_n.jpg?_nc_cat=1', 'image/*', '12_n.jpg'],
    ['audio', 'https://cdn.example/voice.mp4?x', 'audio/*', 'voice.mp4'],
    ['video', 'https://cdn.example/clip.mp4', 'video/*', 'clip.mp4'],
    ['file', 'https://cdn.example/1/rekening.pdf?x=1', 'application/octet-stream', 'rekening.pdf'],
    ['reel', 'https://facebook.example/reel/1', 'video/*', 'reel'],
    ['ig_post', 'https://instagram.example/p/1', 'text/html', 'ig_post'],
    ['something_new', 'https://cdn.example/', 'application/octet-stream', 'something_new'],
    ['constructor', 'https://cdn.example/', 'application/octet-stream', 'constructor'],
  ])('of type %s keep address, kind and name', (type, url, contentType, name) => {
    expect(attached({ type, payload: { url } })).toMatchObject({
      text: '',
      attachments: [{ contentType, contentUrl: url, name }],
    });
  });

  test('with an address that runs code have none', () => {
    const [file] = attached({ type: 'file', payload: { url: 'javascript:alert(1)' } }).attachments ?? [];
    expect(file).toEqual({ contentType: 'application/octet-stream', name: 'file' });
  });

  test('without a payload, or in no form at all, harm nothing', () => {
    expect(
      attached({ type: 'image' }, null, 7, { payload: {} }, { type: 'image', payload: null }),
    ).toMatchObject({
      attachments: [
        { contentType: 'image/*', name: 'image' },
        { contentType: 'image/*', name: 'image' },
      ],
    });
  });

  test.each([369239263222822, '369239343214814', 369239383222810])(
    'with the thumb %s say 👍',
    (sticker_id) => {
      const activity = attached({
        type: 'sticker',
        payload: { url: 'https://cdn.example/t.png', sticker_id },
      });
      expect(activity.text).toBe('👍');
      expect(activity).not.toHaveProperty('attachments');
    },
  );

  test('that are stickers say so, and count once in the old form and the new', () => {
    const payload = { url: 'https://cdn.example/cat.png', sticker_id: 144884852352448 };
    expect(attached({ type: 'image', payload }, { type: 'sticker', payload }).attachments).toEqual([
      { contentType: 'image/sticker', contentUrl: payload.url, name: 'sticker' },
    ]);
  });

  test('that are a place lead to a map', () => {
    const payload = { coordinates: { lat: 52.09, long: 5.12 } };
    expect(attached({ type: 'location', title: 'Utrecht', payload }).attachments).toEqual([
      {
        contentType: 'application/geo+json',
        contentUrl: 'https://www.openstreetmap.org/?mlat=52.09&mlon=5.12',
        name: 'Utrecht',
      },
    ]);
  });

  test.each([
    [
      { type: 'fallback', title: 'Shop', url: 'https://shop.example', payload: null },
      'Shop https://shop.example',
    ],
    [
      { type: 'fallback', payload: { title: 'Shop', url: 'https://shop.example' } },
      'Shop https://shop.example',
    ],
    [
      { type: 'fallback', title: 'https://shop.example', url: 'https://shop.example' },
      'https://shop.example',
    ],
    [{ type: 'fallback' }, ''],
  ])('that share a link say it where there are no words', (attachment, text) => {
    expect(attached(attachment)).not.toHaveProperty('attachments');
    expect(attached(attachment).text).toBe(text);
    const message = { mid: 'm_9', text: 'Is this true? https://shop.example', attachments: [attachment] };
    expect(activityOf(event({ message })).text).toBe(message.text);
  });
});

describe('an echo', () => {
  test('of ours tells that the message arrived', () => {
    expect(noteOf(echo({ mid: 'm_10', app_id: 99, metadata: 'm:abc#2', text: 'Hello' }), '42')).toEqual({
      kind: 'arrived',
      of: OF,
      messageId: 'abc#2',
      activityId: 'm_10',
    });
  });

  test.each([
    ['the inbox of the page', { app_id: 263902037430900 }],
    ['another app', { app_id: '77', metadata: 'theirs' }],
    ['an unnamed app', {}],
  ])('of %s tells that a person answered', (_who, parts) => {
    expect(noteOf(echo({ mid: 'm_11', text: 'I will help you.', ...parts }), '42')).toEqual({
      ...ELSEWHERE,
      activityId: 'm_11',
      text: 'I will help you.',
    });
  });

  test('of a picture from the inbox names it with its address', () => {
    const attachments = [{ type: 'image', payload: { url: 'https://cdn.example/a.png' } }];
    expect(read(echo({ mid: 'm_12', attachments }))).toEqual([
      {
        kind: 'event',
        event: { ...ELSEWHERE, activityId: 'm_12', text: 'a.png https://cdn.example/a.png' },
      },
    ]);
  });

  test('of a card or buttons from elsewhere says what stands on them', () => {
    const words = (payload: object) =>
      read(echo({ mid: 'm_13', attachments: [{ type: 'template', payload }] }));
    const cards = { template_type: 'generic', elements: [{ title: 'Winteractie', subtitle: '20 GB' }, null] };
    expect(words(cards)).toMatchObject([{ event: { text: 'Winteractie\n20 GB' } }]);
    const buttons = { template_type: 'button', text: 'Belt u liever?' };
    expect(words(buttons)).toMatchObject([{ event: { text: 'Belt u liever?' } }]);
    expect(words({})).toMatchObject([{ event: { text: 'template' } }]);
  });

  test('of an app that answers by itself says so', () => {
    const facts = { appId: null, inboxName: 'Meta Business Suite', automationApps: ['77'] };
    const automatic = (app_id: number) =>
      readEvents(delivery([echo({ mid: 'm_14', text: 'Bedankt!', app_id })]), facts, AT)[0]?.readings[0];
    expect(automatic(77)).toMatchObject({ event: { isAutomatic: true } });
    expect(automatic(78)).not.toMatchObject({ event: { isAutomatic: true } });
  });

  test('of our own app without our mark is left out', () => {
    expect(read(echo({ mid: 'm_13', app_id: 42, text: 'Menu' }), '42')).toEqual([]);
  });
});

describe('receipts', () => {
  test.each([
    [{ delivery: { mids: ['m_1'], watermark: 1_790_000_000_000 } }, 'delivered'],
    [{ read: { watermark: 1_790_000_000_000 } }, 'read'],
  ])('tell until when all of ours arrived', (parts, kind) => {
    expect(read(event(parts))).toEqual([{ kind: 'event', event: { kind, of: OF, until: AT } }]);
  });

  test.each([{ delivery: {} }, { read: { watermark: 'soon' } }, { read: { watermark: 1e300 } }])(
    'without a time are left out: %j',
    (parts) => {
      expect(read(event(parts))).toEqual([]);
    },
  );

  test.each([
    ['love', '❤️', 'react', true],
    ['like', '👍🏽', 'react', true],
    ['other', '👎', 'react', false],
    ['angry', '😠', 'react', false],
    ['wow', '😮', 'react', null],
    ['love', '❤️', 'unreact', null],
  ])('by a reaction (%s %s, %s) are not the customer speaking', (name, emoji, action, isHelpful) => {
    const reaction = { reaction: name, emoji, action, mid: 'm_1' };
    expect(read(event({ reaction }))).toMatchObject([
      { kind: 'event', event: { kind: 'reacted', activityId: 'm_1', isHelpful } },
    ]);
  });
});

describe('control of a conversation', () => {
  const INBOX = '263902037430900';
  const BACK = { kind: 'left-elsewhere', of: OF };

  test.each([
    ['pass', '42', 42, BACK],
    ['pass', '42', INBOX, ELSEWHERE],
    ['pass', '42', '77', ELSEWHERE],
    ['pass', '42', null, BACK],
    ['pass', null, '42', BACK],
    ['pass', null, INBOX, ELSEWHERE],
    ['take', '42', '42', BACK],
    ['take', '42', INBOX, ELSEWHERE],
    ['take', '42', undefined, ELSEWHERE],
    ['take', null, undefined, ELSEWHERE],
    ['take', null, '77', ELSEWHERE],
  ])('by a %s, our app being %s, to %s is understood', (verb, appId, new_owner_app_id, told) => {
    const control = { previous_owner_app_id: '1', new_owner_app_id, metadata: 'x' };
    expect(read(event({ [`${verb}_thread_control`]: control }), appId)).toEqual([
      { kind: 'event', event: told },
    ]);
  });

  test.each([
    { request_thread_control: { requested_owner_app_id: 1 } },
    { app_roles: { 42: ['primary_receiver'] } },
    { account_linking: { status: 'linked', authorization_code: 'x' } },
    { something_new: {} },
    {},
  ])('is not changed by %j', (parts) => {
    expect(read(event(parts))).toEqual([]);
  });
});

describe('while another app has the conversation', () => {
  const standby = (item: unknown) =>
    readEvents(delivery([], [item]), facts, NOW).flatMap(({ readings }) => readings);

  test('words are kept, after the bot was told to be silent', () => {
    expect(standby(event({ message: { mid: 'm_14', text: 'Hello?' } }))).toMatchObject([
      { kind: 'event', event: ELSEWHERE },
      {
        kind: 'activity',
        activity: { type: 'message', id: 'm_14', text: 'Hello?', channelData: { standby: true } },
      },
    ]);
  });

  test('nobody is welcomed', () => {
    expect(standby(event({ postback: { mid: 'm_15', payload: 'GET_STARTED' } }))).toEqual([]);
  });

  test('echoes and receipts count as ever', () => {
    expect(standby(echo({ mid: 'm_16', text: 'From the inbox' }))).toMatchObject([
      { kind: 'event', event: { text: 'From the inbox' } },
    ]);
    expect(standby(event({ read: { watermark: 1_790_000_000_000 } }))).toMatchObject([
      { kind: 'event', event: { kind: 'read' } },
    ]);
  });
});

describe('a delivery', () => {
  test('is read whole, oldest event first', () => {
    const say = (text: string, timestamp: number) => event({ message: { mid: text, text } }, timestamp);
    const body = {
      object: 'page',
      entry: [
        { id: PAGE, messaging: [say('c', 30), say('a', 10)], standby: [say('d', 40)] },
        { id: '2', messaging: [say('b', 20)] },
      ],
    };
    const ids = readEvents(body, facts, NOW).flatMap(({ readings }) =>
      readings.flatMap((reading) => (reading.kind === 'activity' ? [reading.activity.id] : [])),
    );
    expect(ids).toEqual(['a', 'b', 'c', 'd']);
  });

  test('dates an event without a time by its entry, else by its arrival', () => {
    const { timestamp: _, ...timeless } = event({ message: { mid: 'm_17', text: 'Hi' } });
    expect(activityOf(timeless).timestamp).toBe('2026-09-21T14:13:20.500Z');
    const body = { object: 'page', entry: [{ id: PAGE, messaging: [timeless] }] };
    expect(readEvents(body, facts, NOW)).toMatchObject([
      { timestamp: 0, readings: [{ kind: 'activity', activity: { timestamp: NOW } }] },
    ]);
  });

  test('names the kind of each event, never what is in it', () => {
    const items = [event({ something_new: { secret: 1 }, 'Text of Anna': 1 }), 'Anna', null, {}];
    expect(readEvents(delivery(items), facts, NOW).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['something_new', 'string', 'object', 'nothing']),
    );
  });

  test('of any form yields nothing without channel, conversation and customer', () => {
    const part = fc.oneof(fc.jsonValue(), fc.record({ mid: fc.string(), text: fc.string() }));
    const account = fc.oneof(
      fc.record({ id: fc.constantFrom(PSID, PAGE, '', 'a\u0000', '8') }),
      fc.jsonValue(),
    );
    const item = fc.oneof(
      fc.jsonValue(),
      fc.record(
        {
          sender: account,
          recipient: account,
          timestamp: fc.oneof(fc.double(), fc.integer(), fc.jsonValue()),
          message: fc.oneof(
            part,
            fc.record(
              { mid: fc.string(), text: fc.string(), is_echo: fc.boolean(), attachments: fc.jsonValue() },
              { requiredKeys: [] },
            ),
          ),
          message_edit: part,
          postback: fc.oneof(part, fc.record({ title: fc.string(), payload: fc.json() })),
          referral: part,
          delivery: fc.record({ watermark: fc.oneof(fc.double(), fc.jsonValue()) }),
          reaction: fc.record({ action: fc.constantFrom('react', 'x') }),
          pass_thread_control: part,
        },
        { requiredKeys: [] },
      ),
    );
    const body = fc.oneof(
      fc.jsonValue(),
      fc.record({
        entry: fc.array(
          fc.oneof(
            fc.jsonValue(),
            fc.record({ id: fc.constantFrom(PAGE, ''), messaging: fc.array(item), standby: fc.array(item) }),
          ),
        ),
      }),
    );
    let readCount = 0;
    fc.assert(
      fc.property(body, (any) => {
        for (const reading of readEvents(any, facts, NOW).flatMap(({ readings }) => readings)) {
          readCount += 1;
          if (reading.kind === 'event') {
            expect(reading.event.of).toMatchObject({ channelId: 'facebook' });
            expect(reading.event.of.conversationId).toMatch(/^[\w.:-]+-1044$/);
            continue;
          }
          const { channelId, conversation, from, id, timestamp } = reading.activity;
          expect(channelId).toBe('facebook');
          expect(conversation?.id).toBe(`${from?.id}-${PAGE}`);
          expect(from?.id).toMatch(/^[\w.:-]+$/);
          expect(id).toBeTruthy();
          expect(new Date(timestamp ?? '').toISOString()).toBe(timestamp);
        }
      }),
    );
    expect(readCount).toBeGreaterThan(20);
  });
});

describe('what Meta does to the page', () => {
  const enforced = (action: string) =>
    read({ recipient: { id: PAGE }, timestamp: 1, policy_enforcement: { action, reason: 'spam' } });

  test('is a notice about the door, with or without an end', () => {
    expect(enforced('block')).toMatchObject([{ event: { kind: 'door-alert', alert: 'restricted' } }]);
    expect(enforced('unblock')).toMatchObject([{ event: { kind: 'door-alert', alert: null } }]);
  });
});

describe('ids that came as numbers', () => {
  test('are read as texts', () => {
    const message = {
      sender: { id: 1017 },
      recipient: { id: 1044 },
      timestamp: 1,
      message: { mid: 'm', text: 'x' },
    };
    const [reading] = readEvents({ object: 'page', entry: [{ id: 1044, messaging: [message] }] }, FACTS, AT);
    expect(reading).toMatchObject({
      pageId: '1044',
      readings: [{ activity: { from: { id: '1017' }, conversation: { id: '1017-1044' } } }],
    });
  });
});

const FACTS = { appId: null, inboxName: 'Meta Business Suite' };
