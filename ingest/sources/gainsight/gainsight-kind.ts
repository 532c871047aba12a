import { setting } from '../../../index/platform/settings.js';
import type { SourceKind } from '../contracts.js';
import { secretOfHost } from '../http/secret-of-host.js';
import { communityBase, hostName } from '../http/web-base.js';

const gainsightSettings = {
  GAINSIGHT_CLIENTS: setting.secret(
    'Clients of the programming interface of communities on Gainsight (inSided), each HOST=CLIENT_ID:CLIENT_SECRET, with "," between them; HOST is that of the community.',
  ),
  GAINSIGHT_REREAD_QUESTIONS: setting.integer(
    'Answered questions of a community on Gainsight that each run reads again although its lists show no change in them, those first that were read longest ago; each takes two requests.',
    1_000,
    { min: 0, max: 1_000_000 },
  ),
};

/** Where the programming interface answers, by region (developer-portal.gainsight.com, "API"). */
const REGIONS: Readonly<Record<string, string>> = {
  eu: 'https://api2-eu-west-1.insided.com',
  us: 'https://api2-us-west-2.insided.com',
};

/** Communities on Gainsight Customer Communities, before that inSided. */
export const gainsightKind = {
  kind: 'gainsight',
  pathNames: 'the address of a community on Gainsight (inSided)',
  options: ['region', 'api', 'categories'],
  settings: gainsightSettings,
  suggestName: ({ path }) => hostName(path),
  async open({ name, addresses, settings, connect, patience, refusal }) {
    const [address] = addresses;
    if (addresses.length > 1) throw refusal('a community needs a name of its own');
    const base = communityBase(address.path);
    if (base === null) throw refusal(`"${address.path}" is no address such as https://community.example.com`);
    const { region = 'eu', categories = null } = address.options;
    const api = communityBase(address.options.api ?? REGIONS[region] ?? '');
    if (api === null) throw refusal('region is "eu" or "us", or api an address of the programming interface');
    const { host } = new URL(base);
    const secret = secretOfHost(settings.GAINSIGHT_CLIENTS, host);
    const [clientId, clientSecret] = secret?.split(/:(.*)/s) ?? [];
    if (!clientId || !clientSecret) {
      throw refusal(`GAINSIGHT_CLIENTS has no HOST=CLIENT_ID:CLIENT_SECRET for ${host}`);
    }
    const { gainsightSource } = await import('./gainsight-source.js');
    return gainsightSource({
      name,
      base,
      api,
      clientId,
      clientSecret,
      categories: categories === null ? null : categories.split(';').filter((id) => id !== ''),
      reread: settings.GAINSIGHT_REREAD_QUESTIONS,
      http: await connect([new URL(api).host]),
      patience,
    });
  },
} as const satisfies SourceKind<typeof gainsightSettings>;
