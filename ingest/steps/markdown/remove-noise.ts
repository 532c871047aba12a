import { cleanDiscourse } from './discourse-html.js';
import { namesSource } from './names-source.js';
import { parseHtml } from './parse-html.js';

/** Quotes of another post as forum software marks them; wherever they stand, they are not this answer. */
const QUOTES = 'aside.quote, blockquote.quote, blockquote.ipsBlockquote, .bbcode_quote, .lia-quote';
const SIGNATURES =
  '.signature, .post-signature, .lia-message-signature, .UserSignature, .user-signature, [class~="sig"]';

/**
 * Takes out of sanitized HTML what is not the answer: quotes of other posts, a quotation that opens the reply (unless the
 * rest only names its source), signatures and what Discourse adds; mentions become plain names; links become whole
 * addresses or plain text.
 *
 * @param baseUrl what relative links are relative to; null where the source has no address
 */
export function removeNoise(html: string, baseUrl: string | null): string {
  const tree = parseHtml(html);
  cleanDiscourse(tree);
  tree(SIGNATURES).remove();
  const quotes = tree(QUOTES);
  // A reply that is nothing but a quotation stays: better a quoted answer than none.
  if (tree.root().text().trim() !== quotes.text().trim()) quotes.remove();
  removeOpeningQuotation(tree);

  tree('a').each((_, element) => {
    const link = tree(element);
    const isMention = link.hasClass('mention') || link.text().trim().startsWith('@');
    const href = isMention ? null : wholeUrl(link.attr('href'), baseUrl);
    if (href === null) link.replaceWith(link.contents());
    else link.attr('href', href);
  });
  tree('img').each((_, element) => {
    const image = tree(element);
    const src = wholeUrl(image.attr('src'), baseUrl);
    if (src === null) image.replaceWith(escaped(image.attr('alt') ?? ''));
    else image.attr('src', src);
  });
  return tree.html();
}

function removeOpeningQuotation(tree: ReturnType<typeof parseHtml>): void {
  const first = tree
    .root()
    .contents()
    .toArray()
    .find((node) => tree(node).text().trim() !== '');
  const quotation = first ? tree(first) : null;
  if (!quotation?.is('blockquote')) return;
  const quoted = quotation.text().trim();
  const rest = tree.root().text().trim().slice(quoted.length).trim();
  if (rest !== '' && !namesSource(quoted, rest)) quotation.remove();
}

function wholeUrl(href: string | undefined, baseUrl: string | null): string | null {
  if (!href) return null;
  const written = href.trim();
  if (!URL.canParse(written, baseUrl ?? undefined)) return null;
  const url = new URL(written, baseUrl ?? undefined);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  return /^https?:\/\/\S+$/i.test(written) ? written : url.href;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
