import { parseAnswer } from '../../index/releases/answers.js';

/** So many links of an answer are looked at. */
const MOST_LINKS = 20;
const LONGEST = 1_000;

/** The web addresses that an answer links to, without what stands behind "#"; each once. */
export function linksIn(answer: string): ReadonlySet<string> {
  const found = new Set<string>();
  // Parsing takes a millisecond, and most answers link nowhere.
  if (!/https?:\/\//i.test(answer)) return found;
  collect(parseAnswer(answer), found);
  return new Set([...found].slice(0, MOST_LINKS));
}

function collect(node: unknown, found: Set<string>): void {
  if (Array.isArray(node)) for (const each of node) collect(each, found);
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
  const { type, url, children } = node as { type?: unknown; url?: unknown; children?: unknown };
  if (type === 'link' && typeof url === 'string' && url.length <= LONGEST && URL.canParse(url)) {
    const address = new URL(url);
    address.hash = '';
    if (/^https?:$/.test(address.protocol)) found.add(address.href);
  }
  collect(children, found);
}
