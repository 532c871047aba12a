import { splitText } from './split-text.js';

// Room for the fences that are put around code at a cut.
const FENCE_UNITS = 50;

/**
 * Splits Markdown as `splitText` does, within `units` of UTF-16. Code that is cut stays code: its fence is closed at the
 * end of the part and opened again in the next.
 */
export function splitMarkdown(markdown: string, units: number): string[] {
  if (markdown.length <= units) return markdown.trim() === '' ? [] : [markdown];
  let open: Fence | null = null;
  return splitText(markdown, { units: units - FENCE_UNITS }).map((part) => {
    const opening = open ? `${open.before}${open.mark}\n` : '';
    open = fenceAtEnd(part, open);
    const closing = open ? `\n${open.before}${open.mark}` : '';
    return `${opening}${part}${closing}`;
  });
}

interface Fence {
  /** What stands before it on its line: the mark of a quotation, an indent. */
  readonly before: string;
  readonly mark: string;
}

/** The fence that stands open at the end of a part. */
function fenceAtEnd(part: string, openBefore: Fence | null): Fence | null {
  let open = openBefore;
  for (const line of part.split('\n')) {
    const [, before = '', mark = ''] = /^((?:> ?| ){0,6})(`{3,8}|~{3,8})[^`]*$/.exec(line) ?? [];
    if (mark === '') continue;
    if (open === null) open = { before, mark };
    else if (mark.startsWith(open.mark)) open = null;
  }
  return open;
}
