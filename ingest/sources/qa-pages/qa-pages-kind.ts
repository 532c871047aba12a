import { setting } from '../../../index/platform/settings.js';
import type { SourceKind } from '../contracts.js';
import { communityBase, hostName } from '../http/web-base.js';

const qaPagesSettings = {
  QA_PAGES_REREAD: setting.integer(
    'Pages of a website with questions that each run asks for again although its sitemap shows no change, those first that were read longest ago; a page that has not changed is not sent again.',
    2_000,
    { min: 0, max: 1_000_000 },
  ),
};

/** Websites whose pages say in JSON-LD (schema.org QAPage) what was asked and which answer was accepted. */
export const qaPagesKind = {
  kind: 'qa-pages',
  pathNames: 'the address of a website with question pages (schema.org QAPage)',
  options: ['sitemap', 'under', 'company'],
  settings: qaPagesSettings,
  suggestName: ({ path }) => hostName(path),
  async open({ name, addresses, settings, connect, refusal }) {
    const [address] = addresses;
    if (addresses.length > 1) throw refusal('a website needs a name of its own');
    const base = communityBase(address.path);
    if (base === null) throw refusal(`"${address.path}" is no address such as https://www.example.com`);
    const { sitemap = null, under = '/', company = null } = address.options;
    if (sitemap !== null && !URL.canParse(sitemap, base)) throw refusal('sitemap is no address');
    if (!under.startsWith('/')) throw refusal('under is the beginning of a path, such as /questions/');
    const { qaPagesSource } = await import('./qa-pages-source.js');
    return qaPagesSource({
      name,
      base,
      sitemap: sitemap === null ? null : new URL(sitemap, base).href,
      under,
      company,
      reread: settings.QA_PAGES_REREAD,
      http: await connect([new URL(base).host]),
    });
  },
} as const satisfies SourceKind<typeof qaPagesSettings>;
