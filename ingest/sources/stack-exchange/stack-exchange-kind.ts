import type { SourceAddress, SourceKind } from '../contracts.js';
import { siteOfFolder } from './site-of-folder.js';

const SITE = /^(?:[a-z\d-]+\.)+[a-z]{2,}$/i;

/** Dumps of Stack Exchange communities. */
export const stackExchangeKind = {
  kind: 'stack-exchange',
  pathNames: 'the folder of a dump',
  options: ['site'],
  settings: {},
  suggestName: (address) => siteOf(address)?.split('.')[0] ?? null,
  async open({ name, addresses, workDirectory, refusal }) {
    const [address] = addresses;
    if (addresses.length > 1) throw refusal('a dump needs a name of its own');
    const site = siteOf(address);
    if (site !== null && !SITE.test(site)) {
      throw refusal(`"${site}" is no host such as coffee.stackexchange.com`);
    }
    const { stackExchangeSource } = await import('./stack-exchange-source.js');
    return stackExchangeSource({ name, directory: address.path, site, workDirectory });
  },
} as const satisfies SourceKind;

/** Host for the links of a dump: the one that is given, else the folder's name where it is one. */
function siteOf({ path, options }: SourceAddress): string | null {
  return options.site ?? siteOfFolder(path);
}
