import { gzipSync } from 'node:zlib';
import type { CommunityReply, CommunityRequest } from './local-community.js';

interface WebPage {
  html: string;
  lastModified: string | null;
  etag: string | null;
}

/** A website with question pages: robots.txt, an index of sitemaps of which one is packed, and conditional answers. */
export class QuestionWebsite {
  readonly pages = new Map<string, WebPage>();
  isOpen: () => boolean = () => true;
  robots = 'User-agent: *\nDisallow: /private/\nSitemap: /sitemap-index.xml\n';

  constructor(readonly base: string) {}

  add(
    path: string,
    html: string,
    lastModified: string | null = '2025-01-01',
    etag: string | null = null,
  ): WebPage {
    const page = { html, lastModified, etag };
    this.pages.set(path, page);
    return page;
  }

  answer({ url, headers }: CommunityRequest): CommunityReply {
    if (!this.isOpen()) return { status: 404, body: 'gone' };
    const path = url.pathname + url.search;
    if (path === '/robots.txt') return { body: this.robots };
    if (path === '/sitemap-index.xml') {
      const maps = ['/map-1.xml', '/map-2.xml.gz'].map(
        (map) => `<sitemap><loc>${this.base}${map}</loc></sitemap>`,
      );
      return { body: `<?xml version="1.0"?><sitemapindex xmlns="x">${maps.join('')}</sitemapindex>` };
    }
    const paths = [...this.pages.keys()];
    if (path === '/map-1.xml') return { body: this.#map(paths.slice(0, 1)) };
    if (path === '/map-2.xml.gz') {
      return { body: gzipSync(this.#map(paths.slice(1))), headers: { 'content-encoding': 'identity' } };
    }
    const page = this.pages.get(path);
    if (!page) return { status: 404, body: 'gone' };
    const known: Record<string, string> = page.etag === null ? {} : { etag: page.etag };
    if (page.etag !== null && headers['if-none-match'] === page.etag) return { status: 304, headers: known };
    return { body: page.html, headers: known };
  }

  #map(paths: readonly string[]): string {
    const entries = paths.map((path) => {
      const modified = this.pages.get(path)?.lastModified;
      const lastmod = modified ? `<lastmod>${modified}</lastmod>` : '';
      return `<url><loc>${this.base}${path.replaceAll('&', '&amp;')}</loc>${lastmod}</url>`;
    });
    return `<urlset xmlns="x">${entries.join('\n')}</urlset>`;
  }
}

/** A page with a question as JSON-LD. */
export function questionPage(question: unknown): string {
  const page = { '@context': 'https://schema.org', '@type': 'QAPage', mainEntity: question };
  return `<html><head><script type="application/ld+json">${JSON.stringify(page)}</script></head><body></body></html>`;
}
