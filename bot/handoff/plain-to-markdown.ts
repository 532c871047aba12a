const URL = /(https?:\/\/[^\s<>]+)/;

/** Characters that mean something in Markdown or HTML, wherever they stand. */
const SPECIAL = /[\\`*_{}[\]()#+\-.!|<>~&]/g;

/**
 * Writes what a person typed as Markdown that shows exactly these words: nothing in it becomes a heading, a link text
 * or HTML. Line breaks stay, and web addresses are left as they are, so that a channel can make links of them.
 */
export function plainToMarkdown(text: string): string {
  return text
    .split(URL)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(SPECIAL, '\\$&')))
    .join('')
    .replaceAll(/\r\n?|\n/g, '  \n');
}
