/** Between two columns. */
const GAP = ' │ ';
/** Narrower than this a column cannot be read: the texts stand one below the other. */
const LEAST = 24;

/**
 * Two texts beside each other, each with its heading, within so many characters a line; one below the other where there is
 * no room for two columns.
 */
export function sideBySide(
  left: { readonly head: string; readonly text: string },
  right: { readonly head: string; readonly text: string },
  width: number,
): string[] {
  const column = Math.floor((width - GAP.length) / 2);
  if (column < LEAST)
    return [left, right].flatMap(({ head, text }) => [`${head}:`, ...wrapped(text, Math.max(width, 10))]);
  const columns = [left, right].map(({ head, text }) => [head, ...wrapped(text, column)]);
  const [first = [], second = []] = columns;
  return Array.from({ length: Math.max(first.length, second.length) }, (_, line) =>
    `${(first[line] ?? '').padEnd(column)}${GAP}${second[line] ?? ''}`.trimEnd(),
  );
}

/** Lines of at most `width` characters, cut between words where that can be. */
function wrapped(text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(/\s+/)) {
      let rest = line === '' ? word : `${line} ${word}`;
      if (rest.length > width && line !== '') {
        lines.push(line);
        rest = word;
      }
      for (; rest.length > width; rest = rest.slice(width)) lines.push(rest.slice(0, width));
      line = rest;
    }
    return [...lines, line];
  });
}
