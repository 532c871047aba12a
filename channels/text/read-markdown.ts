import type { Block } from '../page/markdown-tree.js';
import { parseMarkdown } from '../page/parse-markdown.js';
import { readable } from './readable.js';
import { splitText } from './split-text.js';
import { tidyMarkdown } from './tidy-markdown.js';

// `parseMarkdown` reads no further.
const PIECE_UNITS = 40_000;

/** Reads Markdown of any length into a tree; what no channel could show is taken out first. */
export function readMarkdown(markdown: string): Block[] {
  const pieces = splitText(tidyMarkdown(readable(markdown)), { units: PIECE_UNITS });
  return pieces.flatMap((piece) => parseMarkdown(piece));
}
