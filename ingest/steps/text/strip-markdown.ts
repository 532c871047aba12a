/** The words of Markdown without its marks: what is embedded and counted. Addresses of links are left out. */
export function stripMarkdown(markdown: string): string {
  return markdown
    .replace(/^ {0,3}(?:```|~~~)[^\n]*$/gm, ' ')
    .replace(/!?\[((?:[^[\]\\\n]|\\.){0,400})\]\([^()\s]{0,2000}\)/g, '$1')
    .replace(/^[ \t]{0,12}(?:>[ \t]?|#{1,6}[ \t]+|[-*+][ \t]+|\d{1,4}\.[ \t]+)+/gm, '')
    .replace(/(?<!\\)(?:\*{1,3}|`+|~~)/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
