import { setting } from '../../../index/platform/settings.js';
import type { SourceKind } from '../contracts.js';
import { communityBase } from '../http/web-base.js';

const apiSettings = {
  STACK_EXCHANGE_API_KEY: setting.secret(
    'Key of an application registered at stackapps.com: with it 10,000 requests a day are allowed instead of 300.',
  ),
  STACK_EXCHANGE_REREAD_QUESTIONS: setting.integer(
    'Answered questions of a Stack Exchange community that each run reads again although its lists show no change, for their votes; 100 of them take one or two requests.',
    500,
    { min: 0, max: 1_000_000 },
  ),
};

/** Where the interface answers; the only host that is handed the key. */
const API = 'https://api.stackexchange.com/2.3';

/** Stack Exchange communities, read over the API 2.3. */
export const stackExchangeApiKind = {
  kind: 'stack-exchange-api',
  pathNames: 'the site of a Stack Exchange community, such as coffee.stackexchange.com',
  options: ['tagged', 'api'],
  settings: apiSettings,
  suggestName: ({ path }) => path.split('.')[0] ?? null,
  async open({ name, addresses, settings, connect, patience, refusal }) {
    const [address] = addresses;
    if (addresses.length > 1) throw refusal('a community needs a name of its own');
    const { path: site, options } = address;
    if (!/^[a-z\d][a-z\d.-]{1,80}$/i.test(site)) {
      throw refusal(`"${site}" is no site such as coffee.stackexchange.com or stackoverflow`);
    }
    const api = communityBase(options.api ?? API);
    if (api === null) throw refusal('api is no address such as https://api.stackexchange.com/2.3');
    const { stackExchangeApiSource } = await import('./stack-exchange-api-source.js');
    const { host } = new URL(api);
    return stackExchangeApiSource({
      name,
      api,
      site,
      tagged: options.tagged ?? null,
      // An address of one's own, such as a cache within the company, brings its own key.
      key: settings.STACK_EXCHANGE_API_KEY ?? null,
      reread: settings.STACK_EXCHANGE_REREAD_QUESTIONS,
      http: await connect([host]),
      patience,
    });
  },
} as const satisfies SourceKind<typeof apiSettings>;
