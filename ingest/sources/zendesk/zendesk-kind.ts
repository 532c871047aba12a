import { setting } from '../../../index/platform/settings.js';
import type { SourceKind } from '../contracts.js';
import { hookSecret, secretOfHost } from '../http/secret-of-host.js';
import { communityBase, hostName } from '../http/web-base.js';
import { readZendeskHook } from './read-zendesk-hook.js';

const zendeskSettings = {
  ZENDESK_HOOK_SECRETS: setting.secret(
    'Signing secrets of web hooks that help centres of Zendesk call this server with, each HOST=SECRET, with "," between them; none is taken where not set.',
  ),
  ZENDESK_TOKENS: setting.secret(
    'What opens help centres of Zendesk that do not show everything to everybody, each HOST=EMAIL/token:KEY or HOST=bearer:TOKEN, with "," between them. What everybody may read needs none.',
  ),
  ZENDESK_REREAD: setting.integer(
    'Posts, or articles, of a help centre of Zendesk that each run reads again although its lists show no change in them, those first that were read longest ago: it is not documented that a comment marked as official changes its post.',
    1_000,
    { min: 0, max: 1_000_000 },
  ),
};

/** Communities and help centres on Zendesk. */
export const zendeskKind = {
  kind: 'zendesk',
  pathNames:
    'the address of a help centre of Zendesk (posts of its community, or with ?read=articles its articles)',
  options: ['read', 'posts', 'topic', 'locale', 'company'],
  settings: zendeskSettings,
  suggestName: ({ path }) => hostName(path),
  readHook: (call, { path, options }, settings) =>
    readZendeskHook(call, hookSecret(settings.ZENDESK_HOOK_SECRETS, path), options.read ?? 'posts'),
  async open({ name, addresses, settings, connect, refusal }) {
    const [address] = addresses;
    if (addresses.length > 1) throw refusal('a help centre needs a name of its own');
    const base = communityBase(address.path);
    if (base === null) throw refusal(`"${address.path}" is no address such as https://example.zendesk.com`);
    const { read = 'posts', posts = 'all', topic = null, locale = null } = address.options;
    if (read !== 'posts' && read !== 'articles') throw refusal('read is "posts" or "articles"');
    if (posts !== 'all' && posts !== 'answered') throw refusal('posts is "all" or "answered"');
    if (topic !== null && !/^\d{1,20}$/.test(topic)) throw refusal('topic is the number of a topic');
    if (locale !== null && !/^[a-z]{2,3}(?:-[a-z\d]{1,8}){0,2}$/i.test(locale)) {
      throw refusal('locale is a language such as "nl" or "en-us"');
    }
    const { host, hostname } = new URL(base);
    const secret = secretOfHost(settings.ZENDESK_TOKENS, host);
    const headers = headersOf(secret);
    if (headers === null) {
      throw refusal('ZENDESK_TOKENS is not of the form HOST=EMAIL/token:KEY or HOST=bearer:TOKEN');
    }
    const own = { name, base, headers, reread: settings.ZENDESK_REREAD, http: await connect([host]) };
    if (read === 'articles') {
      const { zendeskArticles } = await import('./zendesk-articles.js');
      return zendeskArticles({ ...own, locale, company: address.options.company ?? hostname });
    }
    const { zendeskPosts } = await import('./zendesk-posts.js');
    return zendeskPosts({ ...own, topic, isAnsweredOnly: posts === 'answered' });
  },
} as const satisfies SourceKind<typeof zendeskSettings>;

/** `Basic` with EMAIL/token:KEY, or an OAuth access token (developer.zendesk.com, "Security and authentication"). */
function headersOf(secret: string | null): Record<string, string> | null {
  if (secret === null) return {};
  const token = /^bearer:(.+)$/s.exec(secret)?.[1];
  if (token) return { authorization: `Bearer ${token}` };
  if (!/^[^:]+\/token:.+$/s.test(secret)) return null;
  return { authorization: `Basic ${Buffer.from(secret).toString('base64')}` };
}
