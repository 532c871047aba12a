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
 * where that is no text (script, style, textarea, option). Links keep http and https only.
 */
export function sanitizeReply(html: string): string {
  return sanitize(html, {
    allowedTags: TAGS,
    // Classes stay for the next step, which finds quotes, signatures and mentions by them; none reaches the Markdown.
    allowedAttributes: {
      '*': ['class'],
      a: ['href', 'class'],
      img: ['src', 'alt', 'class'],
      ol: ['start'],
    },
    allowedSchemes: ['http', 'https'],
    allowProtocolRelative: true,
    nestingLimit: DEEPEST,
    // A tag inside code that somebody forgot to escape would otherwise vanish without a trace.
    disallowedTagsMode: 'discard',
  });
}
