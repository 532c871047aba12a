import { emojiOf } from './emoji-names.js';
import type { HtmlTree } from './parse-html.js';

/** What Discourse shows beside a post's own words: polls, sizes of pictures, icons of pages, counts of clicks. */
const BESIDE = [
  ...['.poll', '.poll-info', '.poll-container', '.poll-outer', '.poll-title', '.poll-buttons'],
  ...['.lightbox-wrapper .meta', '.lightbox .meta', '.lightbox .informations', '.lightbox .filename'],
  ...['.onebox .site-icon', '.onebox .thumbnail', '.onebox-metadata', '.badge-notification.clicks'],
].join(', ');

/** What editors write as the words of a picture when nobody did. */
const NO_WORDS = /^(?:enter (?:image|link) description here|image|afbeelding|picture|grafik|img)$/i;
/** Size and scale that Discourse puts behind the words of a picture: `box|690x388, 50%`. */
const PICTURE_SIZE = /\|\s*\d{1,5}\s*x\s*\d{1,5}(?:\s*,\s*\d{1,3}%)?(?:\|\w{1,20})?\s*$/i;

/**
 * Turns what Discourse makes of a post back into the words of its author: a preview of a page (onebox) becomes its title
 * with the link, an emoji picture its sign, an enlarged picture the picture alone; polls go.
 */
export function cleanDiscourse(tree: HtmlTree): void {
  tree('img.emoji').each((_, element) => {
    const image = tree(element);
    const sign = emojiOf(image.attr('alt') || image.attr('title') || '');
    image.replaceWith(sign.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
  });
  tree(BESIDE).remove();
  tree('aside.onebox, .onebox').each((_, element) => {
    const box = tree(element);
    if (box.is('a')) return;
    const links = box.find('a[href]');
    const titled = box.find('h3 a[href], h4 a[href]').first();
    const link = titled.length > 0 ? titled : links.first();
    const href = link.attr('href');
    if (href === undefined) return;
    const words = link.text().trim() || href;
    const paragraph = tree('<p><a></a></p>');
    paragraph.find('a').attr('href', href).text(words);
    box.replaceWith(paragraph);
  });
  tree('img[alt]').each((_, element) => {
    const image = tree(element);
    const words = (image.attr('alt') ?? '').replace(PICTURE_SIZE, '').trim();
    image.attr('alt', NO_WORDS.test(words) ? '' : words);
  });
}
