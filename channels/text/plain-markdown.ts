/** Marks that begin something only where another of their kind ends it. */
const PAIRED = ['*', '_', '~', '`'];

/** Every mark that could act among marks of the writer's own. */
export const EVERY_MARK: readonly string[] = PAIRED;

/** The same inside the words of a link, which a bracket would end early. */
export const EVERY_MARK_IN_LINK: readonly string[] = [...PAIRED, '[', ']'];

/**
 * Words of people as Markdown that shows exactly them, wherever on a line they stand, inside bold or italic too. What could
 * act otherwise than as a mark, a tag of HTML or `<!channel>` of Slack, cannot begin.
 */
export function plainMarkdown(text: string): string {
  return withPlainLineStarts(plainInline(text, EVERY_MARK));
}

/** The marks that occur twice in words, so that one could begin and another end something. */
export function pairedIn(text: string): readonly string[] {
  return PAIRED.filter((mark) => text.split(mark).length > 2);
}

/**
 * Words inside a line, with a backslash only where a mark would begin, so that channels that know no Markdown show most
 * words as they were typed.
 * @param marks those that could act here
 */
export function plainInline(text: string, marks: readonly string[]): string {
  return text.replace(/[\\*_~`![\]<&]/g, (mark, at: number) => {
    const [before, after] = [text.charAt(at - 1), text.charAt(at + 1)];
    switch (mark) {
      case '\\':
        return after === '' || /[!-/:-@[-`{-~]/.test(after) ? '\\\\' : mark;
      case '<':
        return /[\s\d=]/.test(after) ? mark : '&lt;';
      case '&':
        return /^&#?\w+;/.test(text.slice(at, at + 40)) ? '&amp;' : mark;
      case '`':
        // Clients that find addresses by themselves take a backslash for a part of one; code of ours would then end here.
        return marks.includes(mark) ? '&#96;' : mark;
      case '!':
        return after === '[' ? '\\!' : mark;
      case ']':
        return marks.includes(mark) || /[([:]/.test(after) ? '\\]' : mark;
      default:
        return marks.includes(mark) && !isNoMark(mark, before, after) ? `\\${mark}` : mark;
    }
  });
}

/** Quotation, heading, list, underline of a heading or row of a table, frame of a table, code. */
const LINE_START =
  /^([^\S\n]*)(>|#{1,6}(?=\s|$)|[*+-](?=\s|$)|[=-]+(?=\s*(?:$|\|))|[|:](?=[ \t|:-]*$)|~(?=~~))/gm;

/** What would begin a list, a quotation, a heading, a rule or code begins none. */
export function withPlainLineStarts(markdown: string): string {
  return markdown.replace(LINE_START, '$1\\$2').replace(/^([^\S\n]*\d{1,9})([.)])(?=\s|$)/gm, '$1\\$2');
}

function isNoMark(mark: string, before: string, after: string): boolean {
  if (mark === '[') return false;
  if (mark === '_') return isWordCharacter(before) && isWordCharacter(after);
  // Crossed out, as its author meant it.
  if (mark === '~' && (before === '~' || after === '~')) return true;
  return /\s/.test(before) && /\s/.test(after);
}

function isWordCharacter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
