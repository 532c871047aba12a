/**
 * Makes Markdown of a stranger harmless: no HTML outside code, links to http and https only, pictures as links.
 * Code keeps its text.
 */
export function cleanMarkdown(markdown: string): string {
  return markdown
    .split(CODE)
    .map((part, index) => (index % 2 === 1 ? part : cleanText(part)))
    .join('');
}

/** Fenced blocks and code spans, as one group so that `split` returns them at the odd places. */
const CODE = /(^```[^\n]*\n[\s\S]*?^```[ \t]*$|`[^`\n]{1,400}`)/m;

function cleanText(text: string): string {
  return (
    text
      .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
      .replace(/<(script|style|iframe|object|svg|math)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
      .replace(/<(https?:\/\/[^\s<>]+)>/gi, '$1')
      .replace(/<br\s*\/?>/gi, '\n')
      .replace(/<\/?[a-z][^<>]{0,2000}>/gi, '')
      .replace(/!\[([^\]\n]{0,400})\]\(/g, (_, alt: string) => `[${alt.trim() || 'image'}](`)
      .replace(/\[([^\]\n]{0,400})\]\(\s*<?([^)\s>]*)>?[^)\n]{0,400}\)/g, (_, words: string, href: string) =>
        /^https?:\/\//i.test(href) ? `[${words}](${href})` : words,
      )
      .replace(/^ {0,3}\[[^\]\n]{1,200}\]:\s*(?!https?:)\S+.*$/gim, '')
      // What is left of a link or a tag must not become one with what follows it.
      .replace(/\]\((?!https?:\/\/)/gi, ']\\(')
      .replace(/<(?=[a-z/!?])/gi, '&lt;')
  );
}
