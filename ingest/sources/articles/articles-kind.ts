import type { SourceKind } from '../contracts.js';
import { httpsLink } from '../https-link.js';

/** Folders of articles that the company wrote itself, in Markdown. */
export const articlesKind = {
  kind: 'articles',
  pathNames: 'a folder of Markdown files that the company wrote',
  options: ['company', 'base'],
  settings: {},
  suggestName: () => null,
  async open({ name, addresses, refusal }) {
    const folders = addresses.map(({ path, options }) => {
      const { company, base } = options;
      if (!company?.trim()) {
        throw refusal('company names who speaks in the articles, such as ?company=Tea House');
      }
      if (base !== undefined && (httpsLink(base) === null || !base.endsWith('/'))) {
        throw refusal('base is an address such as https://help.example.com/articles/');
      }
      return { path, company: company.trim(), base: base ?? null };
    });
    const { articlesSource } = await import('./articles-source.js');
    return articlesSource(name, folders);
  },
} as const satisfies SourceKind;
