import type { Inline } from './shown-blocks.js';

/** How the parts of a line are written where no marks are shown. */
export interface InlineWriting {
  /** A link, by its words and where it leads. */
  readonly link: (words: string, href: string) => string;
  /** Words; as they are where left out. */
  readonly words?: (text: string) => string;
}

/** What a line says without marks: code as it is, a break as a new line, emphasis as its words. */
export function inlineText(children: readonly Inline[], writing: InlineWriting): string {
  return children.map((child) => oneInline(child, writing)).join('');
}

/** What a line says without marks and addresses. */
export function shownText(children: readonly Inline[]): string {
  return inlineText(children, { link: (words) => words });
}

function oneInline(inline: Inline, writing: InlineWriting): string {
  switch (inline.kind) {
    case 'text':
      return writing.words?.(inline.text) ?? inline.text;
    case 'code':
      return inline.text;
    case 'break':
      return '\n';
    case 'strong':
    case 'emphasis':
      return inlineText(inline.children, writing);
    case 'link':
      return writing.link(inlineText(inline.children, writing), inline.href);
  }
}
