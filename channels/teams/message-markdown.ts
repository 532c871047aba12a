import type { Block, Inline } from '../page/markdown-tree.js';

/**
 * Writes a block in the Markdown that Teams shows on every platform: bold, italic, lists, quotations, code and links.
 * Headings become bold lines; tables, rules and pictures do not come out of the parser.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
 */
export function messageMarkdown(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return lineStartsEscaped(inlineMarkdown(block.children));
    case 'heading':
      return bold(inlineMarkdown(withoutStrong(block.children)));
    case 'code-block':
      return fenced(block.text);
    case 'quote':
      return asQuote(block.children.map(messageMarkdown).join('\n\n'));
    case 'list':
      return block.items
        .map((item, index) => {
          const mark = block.start === null ? '-' : `${block.start + index}.`;
          return `${mark} ${indented(item.map(messageMarkdown).join('\n\n'), mark.length + 1)}`;
        })
        .join('\n');
  }
}

/** Puts Markdown into a quotation. */
export function asQuote(markdown: string): string {
  return markdown.replace(/^/gm, '> ');
}

/** Words of people as Markdown that shows exactly them, wherever on a line they stand. */
export function plainMarkdown(text: string): string {
  return lineStartsEscaped(escaped(text));
}

function escaped(text: string): string {
  return text
    .replace(/[\\`*~[\]]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** What would begin a list, a heading or a rule begins none. */
function lineStartsEscaped(markdown: string): string {
  return markdown
    .replace(/^(\s*)([#+=-])(?=[\s#=-]|$)/gm, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/gm, '$1\\$2');
}

/** Bold words; none stay none. */
export function bold(markdown: string): string {
  return markdown === '' ? '' : `**${markdown}**`;
}

function inlineMarkdown(nodes: readonly Inline[]): string {
  return nodes.map(markdownOfInline).join('').trim();
}

function markdownOfInline(node: Inline): string {
  switch (node.kind) {
    case 'text':
      return escaped(node.text);
    case 'break':
      return '  \n';
    case 'code':
      return codeSpan(node.text);
    case 'strong':
      return bold(inlineMarkdown(node.children));
    case 'emphasis': {
      const inner = inlineMarkdown(node.children);
      return inner === '' ? '' : `_${inner}_`;
    }
    case 'link':
      return `[${inlineMarkdown(node.children)}](${linkTarget(node.href)})`;
  }
}

function withoutStrong(nodes: readonly Inline[]): Inline[] {
  return nodes.flatMap((node) => (node.kind === 'strong' ? withoutStrong(node.children) : [node]));
}

function codeSpan(text: string): string {
  const fence = longerThanIn(text, 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

function fenced(text: string): string {
  const fence = longerThanIn(text, 3);
  return `${fence}\n${text}\n${fence}`;
}

function longerThanIn(text: string, least: number): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  return '`'.repeat(Math.max(least, longest + 1));
}

function indented(text: string, width: number): string {
  return text.replace(/\n(?=.)/g, `\n${' '.repeat(width)}`);
}

/** A target cannot be ended early by a bracket. */
function linkTarget(href: string): string {
  return href.replaceAll('(', '%28').replaceAll(')', '%29');
}
