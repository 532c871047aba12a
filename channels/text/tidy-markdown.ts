const FENCE = /^((?:[\s>]|[-*+]\s|\d{1,9}[.)]\s)*)(`{3,}|~{3,})([^`]*)$/;
const RULE = /^\s{0,3}([-*_])(?:[ \t]*\1){2,}\s*$/;
const UNDERLINE = /^\s{0,3}=+\s*$/;
const COLUMNS = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/;
const LANGUAGE = /^\s*[\w+#.-]*\s*$/;

/**
 * Takes marks out of Markdown that `parseMarkdown` leaves in: rules, underlines of headings, backslashes at the end of a
 * line, and the frames of tables, whose rows become "one | two". Words behind the fence of a code block, where authors
 * put a first line by mistake, get a line of their own. Nothing else inside a code block is changed.
 */
export function tidyMarkdown(markdown: string): string {
  const lines: string[] = [];
  let fence: string | null = null;
  let isTable = false;
  for (const line of markdown.split('\n')) {
    const match = FENCE.exec(line);
    const [, before = '', mark = '', after = ''] = match ?? [];
    if (fence !== null) {
      const isEnd = match !== null && mark.startsWith(fence);
      lines.push(...(isEnd && after.trim() !== '' ? [before + mark, before + after.trim()] : [line]));
      if (isEnd) fence = null;
      continue;
    }
    if (match) {
      fence = mark;
      lines.push(...(LANGUAGE.test(after) ? [line] : [before + mark, before + after.trim()]));
      continue;
    }
    const above = lines.at(-1) ?? '';
    const isFrame = COLUMNS.test(line.trim()) && line.includes('|') && above.includes('|');
    if (isFrame) lines.push(cellsOf(lines.pop() ?? ''));
    else if (RULE.test(line) || (UNDERLINE.test(line) && above.trim() !== '')) lines.push('');
    else lines.push(isTable && line.includes('|') ? cellsOf(line) : withoutHardBreak(line));
    isTable = isFrame || (isTable && line.includes('|'));
  }
  return lines.join('\n');
}

function cellsOf(row: string): string {
  return row
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())
    .join(' | ');
}

function withoutHardBreak(line: string): string {
  return /(?:^|[^\\])(?:\\\\)*\\$/.test(line) ? line.slice(0, -1) : line;
}
