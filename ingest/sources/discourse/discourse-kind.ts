import { setting } from '../../../index/platform/settings.js';
import type { SourceKind } from '../contracts.js';
import { hookSecret, secretOfHost } from '../http/secret-of-host.js';
import { communityBase, hostName } from '../http/web-base.js';
import { readDiscourseHook } from './read-discourse-hook.js';

const discourseSettings = {
  DISCOURSE_HOOK_SECRETS: setting.secret(
    'Secrets of web hooks that communities on Discourse call this server with, each HOST=SECRET, with "," between them; none is taken where not set.',
  ),
  DISCOURSE_API_KEYS: setting.secret(
    'Keys for communities on Discourse that do not show everything to everybody, each HOST=USERNAME:KEY, with "," between them. Public topics need none.',
  ),
  DISCOURSE_REREAD_TOPICS: setting.integer(
    'Solved topics of a community on Discourse that each run reads again although its lists show no change in them, those first that were read longest ago: they do not show an edited reply, nor that another reply is accepted now.',
    2_000,
    { min: 0, max: 1_000_000 },
  ),
};

/** Communities on Discourse, read over its programming interface. */
export const discourseKind = {
  kind: 'discourse',
  pathNames: 'the address of a Discourse community',
  options: ['category', 'topics'],
  settings: discourseSettings,
  suggestName: ({ path }) => hostName(path),
  readHook: (call, { path }, settings) =>
    readDiscourseHook(call, hookSecret(settings.DISCOURSE_HOOK_SECRETS, path)),
  async open({ name, addresses, settings, connect, refusal }) {
    const [address] = addresses;
    if (addresses.length > 1) throw refusal('a community needs a name of its own');
    const base = communityBase(address.path);
    if (base === null) throw refusal(`"${address.path}" is no address such as https://forum.example.com`);
    const { category = null, topics = 'solved' } = address.options;
    if (category !== null && !/^\d{1,9}$/.test(category)) {
      throw refusal('category is the number of a category, as its address has it at the end');
    }
    if (topics !== 'solved' && topics !== 'all') throw refusal('topics is "solved" or "all"');
    const { host } = new URL(base);
    const secret = secretOfHost(settings.DISCOURSE_API_KEYS, host);
    if (secret === 'ill-formed') throw refusal('DISCOURSE_API_KEYS is not of the form HOST=USERNAME:KEY');
    const [username, key] = secret?.split(/:(.*)/s) ?? [];
    if (secret !== null && (!username || !key)) {
      throw refusal(`DISCOURSE_API_KEYS has no USERNAME:KEY for ${host}`);
    }
    const { discourseSource } = await import('./discourse-source.js');
    return discourseSource({
      name,
      base,
      category,
      isSolvedOnly: topics === 'solved',
      reread: settings.DISCOURSE_REREAD_TOPICS,
      http: await connect([host]),
      headers: username && key ? { 'Api-Key': key, 'Api-Username': username } : {},
    });
  },
} as const satisfies SourceKind<typeof discourseSettings>;
