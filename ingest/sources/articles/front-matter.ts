/** What stands above an article, and the article. */
interface FrontMatter {
  /** By name in lower case; a list is a list. */
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string;
}

const FIELD = /^([A-Za-z][\w-]{0,40}):(.*)$/;
const POINT = /^\s*-\s+(.*)$/;
/** Above an article stand a few lines. */
const MOST_LINES = 100;

/**
 * Takes the fields between two lines of "---" off an article, in the part of YAML that help centres write there: `name: value`,
 * quoted or not, lists in brackets or as points below. Other lines are no fields. Not a whole YAML parser: one more dependency
 * for what nobody writes above an article.
 */
export function frontMatter(text: string): FrontMatter {
  const lines = text.split(/\r\n|\r|\n/);
  const end = lines[0]?.trim() === '---' ? lines.slice(1, MOST_LINES).findIndex(isEnd) + 1 : 0;
  if (end === 0) return { fields: {}, body: text };
  const fields: Record<string, string | string[]> = Object.create(null);
  let list: string[] | null = null;
  for (const line of lines.slice(1, end)) {
    const point = POINT.exec(line)?.[1];
    if (point !== undefined && list) {
      list.push(unquoted(point));
      continue;
    }
    const [, name = '', written = ''] = FIELD.exec(line) ?? [];
    list = null;
    if (name === '') continue;
    const value = written.trim();
    const inBrackets = /^\[(.*)\]$/.exec(value)?.[1];
    if (inBrackets !== undefined) fields[name.toLowerCase()] = inBrackets.split(',').map(unquoted);
    else if (value === '') {
      list = [];
      fields[name.toLowerCase()] = list;
    } else fields[name.toLowerCase()] = unquoted(value);
  }
  return { fields, body: lines.slice(end + 1).join('\n') };
}

function isEnd(line: string): boolean {
  return line.trim() === '---';
}

function unquoted(written: string): string {
  const value = written.trim();
  const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(value) ?? /^'((?:[^']|'')*)'/.exec(value);
  if (quoted) return (quoted[1] ?? '').replaceAll('\\"', '"').replaceAll("''", "'");
  // What stands behind " #" is a note to whoever edits the file.
  return value.replace(/\s#.*$/, '');
}
