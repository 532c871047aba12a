import { cutCode } from './cut-code.js';
import { dropStruck } from './drop-struck.js';

/**
 * Makes Markdown of a stranger harmless: no HTML outside code, links to http and https only, pictures as links.
 * Code keeps its text.
 */
export function cleanMarkdown(markdown: string): string {
  return cutCode(dropStruck(markdown))
    .map(({ text, isCode }) => (isCode ? text : cleanText(text)))
    .join('');
}

function cleanText(text: string): string {
  return (
    text
      .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
      .replace(/<(script|style|iframe|object|svg|math)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
      .replace(/<(https?:\/\/[^\s<>]+)>/gi, '$1')
      .replace(/<br\s*\/?>/gi, '\n')
      .replace(/<\/?[a-z][^<>]{0,2000}>/gi, '')
      .replace(/!\[([^\]\n]{0,400})\]\(/g, (_, alt: string) => `[${alt.trim() || 'image'}](`)
      .replace(
        /\[([^\]\n]{0,400})\]\([ \t]{0,9}<?([^)\s>]{0,2000})>?(?:\s[^)\n]{0,400})?\)/g,
        (_, words: string, href: string) => (/^https?:\/\//i.test(href) ? `[${words}](${href})` : words),
      )
      .replace(/^ {0,3}\[[^\]\n]{1,200}\]:\s*(?!https?:)\S+.*$/gim, '')
      // What is left of a link or a tag must not become one with what follows it.
      .replace(/\]\((?!https?:\/\/)/gi, ']\\(')
      .replace(/<(?=[a-z/!?])/gi, '&lt;')
  );
}
