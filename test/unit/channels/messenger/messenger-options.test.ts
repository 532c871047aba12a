import { describe, expect, test } from 'vitest';
import { messengerOptions } from '../../../../channels/messenger/messenger-options.js';
import { messengerSettings } from '../../../../channels/messenger/settings.js';
import { parseSettings } from '../../../../index/platform/settings.js';

const parse = (environment: Record<string, string>) => parseSettings(messengerSettings, environment);
const SECRETS = {
  MESSENGER_APP_SECRET: 'secret-a',
  MESSENGER_VERIFY_TOKEN: 'secret-b',
  MESSENGER_PAGE_ACCESS_TOKEN: 'secret-c',
};

describe('settings of Messenger', () => {
  test('switch it off where nothing is set', () => {
    expect(messengerOptions(parse({}))).toBeNull();
    expect(messengerOptions(parse({ MESSENGER_PAGE_ID: '1044' }))).toBeNull();
  });

  test('switch it on with the three secrets', () => {
    expect(messengerOptions(parse(SECRETS))).toEqual({
      appSecret: 'secret-a',
      verifyToken: 'secret-b',
      pageAccessToken: 'secret-c',
      pageId: null,
      appId: null,
      canAgentsReplyLate: true,
      personaPicture: null,
      inboxName: 'Meta Business Suite',
      automationApps: [],
      graphUrl: 'https://graph.facebook.com',
      graphVersion: 'v26.0',
    });
  });

  test('keep what else is set', () => {
    const settings = parse({
      ...SECRETS,
      MESSENGER_PAGE_ID: '1044',
      MESSENGER_APP_ID: '42',
      MESSENGER_HUMAN_AGENT: 'false',
      MESSENGER_PERSONA_PICTURE: 'https://www.example.com/agent.png',
      MESSENGER_INBOX_NAME: 'Postvak',
      MESSENGER_GRAPH_URL: 'http://127.0.0.1:4010',
      MESSENGER_GRAPH_VERSION: 'v27.0',
    });
    expect(messengerOptions(settings)).toMatchObject({
      pageId: '1044',
      appId: '42',
      canAgentsReplyLate: false,
      personaPicture: 'https://www.example.com/agent.png',
      inboxName: 'Postvak',
      graphUrl: 'http://127.0.0.1:4010',
      graphVersion: 'v27.0',
    });
  });

  test('that are half set name what is missing and no value', () => {
    const { MESSENGER_APP_SECRET: _, ...others } = SECRETS;
    expect(() => messengerOptions(parse(others))).toThrow(
      'Messenger is half set up. Set: MESSENGER_VERIFY_TOKEN, MESSENGER_PAGE_ACCESS_TOKEN. Missing: MESSENGER_APP_SECRET. Set all three, or none to leave Messenger off.',
    );
    for (const [name, value] of Object.entries(SECRETS)) {
      expect(() => messengerOptions(parse({ [name]: value }))).toThrow(
        expect.objectContaining({ code: 'MESSENGER_HALF_SET', message: expect.not.stringContaining(value) }),
      );
    }
  });

  test.each([
    ['MESSENGER_PAGE_ID', 'zwaluw'],
    ['MESSENGER_APP_ID', '42 '.repeat(2)],
    ['MESSENGER_GRAPH_VERSION', '26'],
    ['MESSENGER_GRAPH_URL', 'http://graph.facebook.com'],
    ['MESSENGER_GRAPH_URL', 'https://graph.facebook.com/v26.0'],
    ['MESSENGER_PERSONA_PICTURE', 'http://www.example.com/agent.png'],
    ['MESSENGER_HUMAN_AGENT', 'yes'],
  ])('refuse %s as %s', (name, value) => {
    expect(() => parse({ [name]: value })).toThrow(new RegExp(`${name} is .* must be`));
  });
});
