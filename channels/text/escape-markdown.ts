/** Plain words inside Markdown: names of people may hold characters that Markdown or HTML would read. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
}

/** A link in Markdown. Its target cannot be ended early by a bracket, a space or a line break in the address. */
export function markdownLink(words: string, url: string): string {
  const target = url.replace(
    /[()<>\s\\]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return `[${escapeMarkdown(words)}](${target})`;
}
