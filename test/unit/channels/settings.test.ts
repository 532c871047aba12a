import { describe, expect, test } from 'vitest';
import { channelSettings } from '../../../channels/settings.js';
import { parseSettings } from '../../../index/platform/settings.js';

const parse = (environment: Record<string, string>) => parseSettings(channelSettings, environment);

describe('channel settings', () => {
  test('need nothing', () => {
    expect(parse({})).toEqual({
      PORT: 3978,
      TRUST_PROXY: 0,
      WEBCHAT_ORIGINS: [],
      WEBCHAT_TOKEN_MINUTES: 60,
      WEBCHAT_RESUME_DAYS: 7,
      WEBCHAT_POSTS_PER_MINUTE: 600,
      WEBCHAT_READS_PER_MINUTE: 1_200,
      WEBCHAT_UPLOAD_ADDRESS_MB: 500,
      WEBCHAT_TOKENS_PER_MINUTE: 600,
    });
  });

  test.each(['ftp://chat.example', 'chat.example', 'https://chat.example/path', 'https://chat.example/?a=1'])(
    'refuse the address %s',
    (PUBLIC_URL) => {
      expect(() => parse({ PUBLIC_URL })).toThrow(/PUBLIC_URL is .* must be an http or https address/);
    },
  );

  test('refuse tokens that end before clients refresh them', () => {
    expect(() => parse({ WEBCHAT_TOKEN_MINUTES: '15' })).toThrow(/whole number from 16 to 1440/);
  });

  test('refuse weak secrets without repeating them', () => {
    expect(() => parse({ WEBCHAT_SECRET: 'hunter2', WEBCHAT_SIGNING_KEY: 'hunter2' })).toThrow(
      /^(?!.*hunter2).*WEBCHAT_SECRET is set: at least 20.*WEBCHAT_SIGNING_KEY is set: at least 32/s,
    );
  });
});
