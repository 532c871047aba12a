import { setting } from '../../../index/platform/settings.js';
import type { SourceKind } from '../contracts.js';
import { secretOfHost } from '../http/secret-of-host.js';
import { communityBase, hostName } from '../http/web-base.js';
import type { KhorosEntry } from './contracts.js';

const khorosSettings = {
  KHOROS_CREDENTIALS: setting.secret(
    'What opens communities on Khoros that do not show everything to everybody, each HOST=bearer:TOKEN, HOST=session:KEY or HOST=login:USER:PASSWORD, with "," between them. Public topics need none.',
  ),
  KHOROS_REREAD_TOPICS: setting.integer(
    'Solved topics of a community on Khoros that each run reads again although its lists show no change in them, those first that were read longest ago: they do not show that another reply is the solution now.',
    2_000,
    { min: 0, max: 1_000_000 },
  ),
};

/** Ids of boards and words of styles, which stand in queries: nothing that could end a text there. */
const WORD = /^[\w.:-]{1,100}$/;

/** Communities on Khoros, before that Lithium, read with its query language. */
export const khorosKind = {
  kind: 'khoros',
  pathNames: 'the address of a Khoros community',
  options: ['boards', 'style'],
  settings: khorosSettings,
  suggestName: ({ path }) => hostName(path),
  async open({ name, addresses, settings, connect, refusal }) {
    const [address] = addresses;
    if (addresses.length > 1) throw refusal('a community needs a name of its own');
    const base = communityBase(address.path);
    if (base === null) throw refusal(`"${address.path}" is no address such as https://community.example.com`);
    const { style = 'forum' } = address.options;
    const boards = address.options.boards?.split(';').filter((board) => board !== '') ?? null;
    if (![style, ...(boards ?? [])].every((word) => WORD.test(word))) {
      throw refusal('boards are the ids of boards with ";" between them, style is "forum" or "qanda"');
    }
    const { host } = new URL(base);
    const entry = entryOf(secretOfHost(settings.KHOROS_CREDENTIALS, host));
    if (entry === null) {
      throw refusal(
        'KHOROS_CREDENTIALS is not of the form HOST=bearer:TOKEN, HOST=session:KEY or HOST=login:USER:PASSWORD',
      );
    }
    const { khorosSource } = await import('./khoros-source.js');
    return khorosSource({
      name,
      base,
      boards,
      style,
      entry,
      reread: settings.KHOROS_REREAD_TOPICS,
      http: await connect([host]),
    });
  },
} as const satisfies SourceKind<typeof khorosSettings>;

function entryOf(secret: string | null): KhorosEntry | null {
  if (secret === null) return { kind: 'everybody' };
  const [kind, first, second] = secret.split(/:([^:]*):?(.*)/s);
  const rest = secret.slice((kind ?? '').length + 1);
  if (rest === '') return null;
  if (kind === 'bearer') return { kind, token: rest };
  if (kind === 'session') return { kind, key: rest };
  return kind === 'login' && first && second ? { kind, user: first, password: second } : null;
}
