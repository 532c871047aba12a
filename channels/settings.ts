import { type Settings, setting } from '../index/platform/settings.js';

const publicUrl = setting.optionalText(
  'Address under which browsers reach this server, such as https://chat.example.com; taken from each request where not set.',
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
  WEBCHAT_UPLOAD_DAYS: setting.integer('After how many days files that customers sent are deleted.', 30, {
    min: 1,
    max: 365,
  }),
  WEBCHAT_POSTS_PER_MINUTE: setting.integer(
    'How many messages a minute one conversation may post; far above what a person types.',
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
