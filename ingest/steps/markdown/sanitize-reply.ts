import sanitize from 'sanitize-html';

/** Deeper nesting is cut off: later parsers walk the tree recursively. */
const DEEPEST = 60;

const TAGS = [
  ...['p', 'div', 'br', 'hr', 'span', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'a', 'img'],
  ...['ul', 'ol', 'li', 'strong', 'b', 'em', 'i', 'del', 's', 'strike', 'code', 'kbd', 'pre', 'sub', 'sup'],
  ...['blockquote', 'aside', 'table', 'thead', 'tbody', 'tr', 'td', 'th', 'dl', 'dt', 'dd'],
];

/**
 * Keeps the tags that carry text, structure and links; everything that runs, loads or styles is gone, with its content
 * where that is no text (script, style, textarea, option), and what its author struck out. Links keep http and https
 * only.
 */
export function sanitizeReply(html: string): string {
  return sanitize(html, {
    allowedTags: TAGS,
    // Classes stay for the next step, which finds quotes, signatures and mentions by them; none reaches the Markdown.
    allowedAttributes: {
      '*': ['class'],
      a: ['href'],
      img: ['src', 'alt'],
      ol: ['start'],
    },
    allowedSchemes: ['http', 'https'],
    allowProtocolRelative: true,
    nestingLimit: DEEPEST,
    // What stands under a picture says nothing where the picture is not shown.
    nonTextTags: ['script', 'style', 'textarea', 'option', 'figcaption'],
    transformTags: { '*': asStruckOut },
    exclusiveFilter: ({ tag, attribs }) => STRIKING.has(tag) || attribs.class === STRUCK,
    // A tag inside code that somebody forgot to escape would otherwise vanish without a trace.
    disallowedTagsMode: 'discard',
  });
}

const STRIKING = new Set(['del', 's', 'strike']);
const STRIKING_CLASS = /(?:^|[\s_-])(?:line-?through|strike(?:through|d)?|bbc_s|bbcode_s)(?:$|\s)/i;
const STRUCK = 'struck-out';

/** Makes one tag of all that strike out, by style or class too: only tags that are kept come to the filter. */
function asStruckOut(tagName: string, attribs: Record<string, string>): sanitize.Tag {
  const { style = '', class: classes = '' } = attribs;
  const isStruckOut = /line-through/i.test(style) || STRIKING_CLASS.test(classes);
  return isStruckOut ? { tagName: 'del', attribs: { class: STRUCK } } : { tagName, attribs };
}
