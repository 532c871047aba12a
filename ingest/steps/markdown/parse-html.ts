import { type CheerioAPI, load } from 'cheerio';

/** A piece of HTML to search and change. This file is the one door to cheerio. */
export type HtmlTree = CheerioAPI;

/** Parses a piece of HTML; nothing in it is run or loaded. */
export function parseHtml(html: string): HtmlTree {
  return load(html, null, false);
}

/** Decodes the entities of a text that is no HTML otherwise: `a &amp;lt; b` → `a < b`; tags stay as they are. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return parseHtml(`<p>${text.replaceAll('<', '&lt;')}</p>`).text();
}
