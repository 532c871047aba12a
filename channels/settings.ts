import { type Settings, setting } from '../index/platform/settings.js';

const publicUrl = setting.optionalText(
  'Address under which browsers reach this server, such as https://chat.example.com; taken from each request where not set.',
);

const privacyLink = setting.optionalText(
  'Where your privacy statement stands, such as https://www.example.com/privacy.',
);

/** Settings of the server and its web chat. */
export const channelSettings = {
  PORT: setting.integer('Port of the web server.', 3978, { min: 0, max: 65_535 }),
  PUBLIC_URL: {
    ...publicUrl,
    schema: publicUrl.schema.refine(
      isOrigin,
      'must be an http or https address without a path, such as https://chat.example.com',
    ),
  },
  TRUST_PROXY: setting.integer(
    'How many reverse proxies of yours stand in front of this server; their X-Forwarded headers are believed.',
    0,
    { min: 0, max: 10 },
  ),
  SERVER_CONNECTIONS: setting.optionalInteger(
    'How many connections may be open at a time; as many as half of the files that the system lets us open where not set, at most 10,000.',
    { min: 16, max: 1_000_000 },
  ),
  SERVER_CONNECTIONS_PER_ADDRESS: setting.optionalInteger(
    'How many of them from one address; 500, or half of all, where not set. Not counted behind TRUST_PROXY, and from this machine only where set.',
    { min: 8, max: 1_000_000 },
  ),
  SERVER_REQUESTS_PER_ADDRESS: setting.optionalInteger(
    'How many requests a second one address may send over time, and fifteen seconds of them at once; 150 where not set. From this machine counted only where set.',
    { min: 10, max: 1_000_000 },
  ),
  OPERATIONS_TOKEN: setting.secret(
    'Token with which figures are read at /metrics and details at /readyz (Authorization: Bearer …); nobody may where not set.',
    20,
  ),
  WEBCHAT_ORIGINS: setting.list(
    'Origins of other websites that may show the chat, separated by commas, such as https://www.example.com; * for all.',
    [],
  ),
  WEBCHAT_SECRET: setting.secret(
    'Direct Line secret for servers of yours that call /v3/directline/tokens/generate; nobody may where not set.',
    20,
  ),
  WEBCHAT_SIGNING_KEY: setting.secret(
    'Key that signs chat tokens, the same on every server; made once and kept in data/runtime where not set.',
    32,
  ),
  WEBCHAT_IDENTITY_KEY: setting.secret(
    'Key by which your website signs who its customer is (JWT, HS256); such a word counts for nothing where not set.',
    32,
  ),
  WEBCHAT_IDENTITY_KEY_BEFORE: setting.secret(
    'The key before it, which counts as well while your website changes to the new one.',
    32,
  ),
  WEBCHAT_QUESTIONS_NL: setting.optionalText(
    'First questions as buttons in the chat, in Dutch, with | between, six at most; attributes of the tag count first.',
  ),
  WEBCHAT_QUESTIONS_EN: setting.optionalText('The same in English; one language alone serves both.'),
  WEBCHAT_PRIVACY_TEXT_NL: setting.optionalText(
    'What stands in the chat about privacy, in Dutch; attributes of the tag count first.',
  ),
  WEBCHAT_PRIVACY_TEXT_EN: setting.optionalText('The same in English; one language alone serves both.'),
  WEBCHAT_PRIVACY_LINK: {
    ...privacyLink,
    schema: privacyLink.schema.refine(
      (link) => link === undefined || /^https?:\/\/\S+$/.test(link),
      'must be an http or https address, such as https://www.example.com/privacy',
    ),
  },
  WEBCHAT_TOKEN_MINUTES: setting.integer(
    'How long a chat token lives. Clients refresh it every 15 minutes.',
    60,
    { min: 16, max: 1_440 },
  ),
  WEBCHAT_RESUME_DAYS: setting.integer(
    'How many days after its token ended a browser may still return to its conversation.',
    7,
    { min: 0, max: 365 },
  ),
  WEBCHAT_UPLOAD_ADDRESS_MB: setting.integer(
    'How many megabytes of files one address may send in a day; offices and mobile networks share one.',
    500,
    { min: 25, max: 100_000_000 },
  ),
  WEBCHAT_READS_PER_MINUTE: setting.integer(
    'How often a minute one conversation may be read or joined, and ten times as often all those of one address; a client that polls reads 60 times.',
    1_200,
    { min: 10, max: 1_000_000 },
  ),
  WEBCHAT_POSTS_PER_MINUTE: setting.integer(
    'How many messages a minute one conversation may post, and three times as many all those of one address; far above what people type.',
    600,
    { min: 10, max: 1_000_000 },
  ),
  WEBCHAT_TOKENS_PER_MINUTE: setting.integer(
    'How many chats a minute may start from one address; offices and mobile networks share one.',
    600,
    { min: 10, max: 1_000_000 },
  ),
};

export type ChannelSettings = Settings<typeof channelSettings>;

function isOrigin(text: string | undefined): boolean {
  if (text === undefined) return true;
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.hash === '';
}
