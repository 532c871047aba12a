import { ingestErrors } from '../../errors.js';
import type { GuardedFetch } from '../http/contracts.js';
import { NOT_SHOWN } from '../http/fetch-json.js';
import { gunzipBounded } from '../http/read-answer-body.js';

/** A page as a sitemap names it. */
export interface SitemapEntry {
  readonly url: string;
  /** As it is written there; '' where it is not. */
  readonly lastModified: string;
}

/** Limits of the protocol (sitemaps.org): 50 MB and 50,000 addresses a file. */
const MOST_BYTES = 50 * 1024 * 1024;
/** Of an index within an index, and of files in all. */
const DEEPEST = 3;
const MOST_FILES = 2_000;

/**
 * The pages of sitemaps, those that an index names included, packed with gzip or not. A file that is broken at its end gives
 * what stands before; one that is not there is passed over, as long as another is.
 * @throws SOURCE_ANSWER_UNUSABLE where none of them is a sitemap, and what the fetch throws
 */
export async function* readSitemaps(
  http: GuardedFetch,
  addresses: readonly string[],
): AsyncGenerator<SitemapEntry> {
  const seen = new Set<string>();
  let wanted = addresses.map((url) => ({ url, depth: 1 }));
  let sitemaps = 0;
  for (let next = wanted.shift(); next; next = wanted.shift()) {
    const { url, depth } = next;
    if (seen.has(url) || seen.size >= MOST_FILES) continue;
    seen.add(url);
    const { status, bytes } = await http.fetch(url, { mostBytes: MOST_BYTES, accepted: NOT_SHOWN });
    if (status !== 200) continue;
    // A file that is packed and served as what it is: its first two bytes tell.
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const xml = (isPacked ? await gunzipBounded(bytes, url, MOST_BYTES) : bytes).toString('utf8');
    const isIndex = /<(?:\w+:)?sitemapindex[\s>]/.test(xml.slice(0, 2_000));
    if (!isIndex && !/<(?:\w+:)?urlset[\s>]/.test(xml.slice(0, 2_000))) continue;
    sitemaps += 1;
    for (const entry of entriesOf(xml, isIndex ? 'sitemap' : 'url')) {
      if (!isIndex) yield entry;
      else if (depth < DEEPEST) wanted = [...wanted, { url: entry.url, depth: depth + 1 }];
    }
  }
  if (sitemaps > 0) return;
  const reason =
    'no sitemap was found there; where the website has one, name it behind the address: ?sitemap=/sitemap.xml';
  throw ingestErrors.SOURCE_ANSWER_UNUSABLE({ address: addresses[0] ?? '', reason });
}

/** Entries by their tags: sitemaps are flat, so that no tree is built of 50 MB. */
function* entriesOf(xml: string, tag: 'url' | 'sitemap'): Generator<SitemapEntry> {
  for (const [block] of pieces(xml, tag)) {
    const [location] = pieces(block, 'loc');
    const url = unescaped(location?.[0] ?? '');
    if (!URL.canParse(url)) continue;
    const [modified] = pieces(block, 'lastmod');
    yield { url, lastModified: unescaped(modified?.[0] ?? '').slice(0, 40) };
  }
}

/** What stands between a tag and its end, one after the other; linear in the text. */
function* pieces(text: string, tag: string): Generator<[string]> {
  const open = new RegExp(`<(?:\\w{1,20}:)?${tag}\\s*>`, 'g');
  const close = new RegExp(`</(?:\\w{1,20}:)?${tag}\\s*>`, 'g');
  for (let start = open.exec(text); start; start = open.exec(text)) {
    close.lastIndex = open.lastIndex;
    const end = close.exec(text);
    if (!end) return;
    yield [text.slice(open.lastIndex, end.index)];
    open.lastIndex = close.lastIndex;
  }
}

function unescaped(text: string): string {
  const plain = /^\s*<!\[CDATA\[([\s\S]*?)\]\]>\s*$/.exec(text)?.[1] ?? text;
  return plain
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .trim();
}
