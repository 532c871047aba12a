import type { AnswerBlock, AnswerInline, AnswerList, AnswerTable, AnswerTree } from './answer-tree.js';
import { flatText, isBareAddress } from './inline-text.js';

/** Marks that begin something only where another of their kind ends it. */
const PAIRED = ['*', '_', '~', '`'] as const;

/** A tree as Markdown that reads as the same tree, with a backslash only where a mark would act. */
export function writeAnswer(tree: AnswerTree): string {
  return tree
    .map((block, at) => {
      if (at === 0) return writeBlock(block);
      return (isRightBelow(tree[at - 1], block) ? '\n' : '\n\n') + writeBlock(block);
    })
    .join('');
}

/** Steps that do not begin with 1 would be words of the paragraph above them. */
function isRightBelow(before: AnswerBlock | undefined, block: AnswerBlock): boolean {
  if (!block.isAttached || !before || before.type === 'list' || before.type === 'blockquote') return false;
  return block.type !== 'list' || block.start === null || block.start === 1;
}

function writeBlock(block: AnswerBlock): string {
  switch (block.type) {
    case 'paragraph':
      return withPlainLineStarts(writeInlines(block.children));
    case 'heading':
      return `${'#'.repeat(block.depth)} ${writeInlines(block.children).replace(/\s*\n\s*/g, ' ')}`;
    case 'code': {
      const fence = fenceFor(block.value, 3);
      return `${fence}${block.lang}\n${block.value}\n${fence}`;
    }
    case 'blockquote':
      return writeAnswer(block.children).replace(/^/gm, '> ').replace(/^> $/gm, '>');
    case 'list':
      return writeList(block);
    case 'table':
      return writeTable(block);
  }
}

function writeList({ start, spread, children }: AnswerList): string {
  return children
    .map((item, at) => {
      const mark = start === null ? '-' : `${start + at}.`;
      const text = writeAnswer(item.children).replace(/\n(?=[^\n])/g, `\n${' '.repeat(mark.length + 1)}`);
      return `${mark} ${text}`.trimEnd();
    })
    .join(spread ? '\n\n' : '\n');
}

function writeTable({ children }: AnswerTable): string {
  const rows = children.map((row) => {
    const cells = row.children.map((cell) =>
      writeInlines(cell.children)
        .replace(/\s*\n\s*/g, ' ')
        .replace(/(?<!\\)\|/g, '\\|'),
    );
    return `| ${cells.join(' | ')} |`;
  });
  const columns = children[0]?.children.length ?? 0;
  return [rows[0] ?? '', `|${' --- |'.repeat(columns)}`, ...rows.slice(1)].join('\n');
}

function writeInlines(inlines: readonly AnswerInline[]): string {
  const isPlain = inlines.every(({ type }) => type === 'text' || type === 'break' || type === 'link');
  const text = flatText(inlines);
  // Marks of the writer's own could pair up with any other.
  const acting = isPlain ? PAIRED.filter((mark) => text.split(mark).length > 2) : PAIRED;
  return write(inlines, acting);
}

function write(inlines: readonly AnswerInline[], acting: readonly string[]): string {
  return inlines.map((inline, at) => writeInline(inline, acting, inlines[at - 1], inlines[at + 1])).join('');
}

function writeInline(
  inline: AnswerInline,
  acting: readonly string[],
  before: AnswerInline | undefined,
  after: AnswerInline | undefined,
): string {
  switch (inline.type) {
    case 'text': {
      const words = plainWords(inline.value, acting);
      // "!" before a link makes it a picture.
      return after?.type === 'link' ? words.replace(/!$/, '\\!') : words;
    }
    case 'break':
      return '  \n';
    case 'inlineCode': {
      const fence = fenceFor(inline.value, 1);
      const pad = /^`|`$|^ .* $/.test(inline.value) ? ' ' : '';
      return `${fence}${pad}${inline.value}${pad}${fence}`;
    }
    case 'html':
      return inline.value;
    case 'strong':
      return marked('**', write(inline.children, PAIRED));
    case 'delete':
      return marked('~~', write(inline.children, PAIRED));
    case 'emphasis': {
      const isInWord = /[\p{L}\p{N}]$/u.test(textOf(before)) || /^[\p{L}\p{N}]/u.test(textOf(after));
      // Inside a word "_" is no mark.
      return marked(isInWord ? '*' : '_', write(inline.children, PAIRED));
    }
    case 'image':
      return `![${plainWords(inline.alt, [...PAIRED, '[', ']'])}](${target(inline.url)})`;
    case 'link':
      return isBareAddress(inline) ? writeAddress(inline, textOf(after)) : writeLink(inline);
  }
}

function writeLink({ url, children }: Extract<AnswerInline, { type: 'link' }>): string {
  return `[${write(children, [...PAIRED, '[', ']'])}](${target(url)})`;
}

/** An address stands bare where its borders are found again. */
function writeAddress(link: Extract<AnswerInline, { type: 'link' }>, after: string): string {
  const words = flatText(link.children);
  const isWhole =
    /^https?:\/\/[^\s<>()[\]*_~`|\\]*[\p{L}\p{N}/]$/u.test(words) && /^[.,;:!?)]*(?:\s|$)/.test(after);
  if (words === link.url && isWhole) return words;
  return words === link.url && /^[a-z]+:[^\s<>]*$/i.test(words) ? `<${words}>` : writeLink(link);
}

function target(url: string): string {
  return url.replace(/[()<>\s\\]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  });
}

/** Emphasis begins and ends at a word, so white space goes round it. */
function marked(mark: string, inner: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inner) ?? [];
  return words === '' ? inner : `${before}${mark}${words}${mark}${after}`;
}

function plainWords(text: string, acting: readonly string[]): string {
  return text.replace(/[\\*_~`[\]<&]/g, (mark, at: number) => {
    const [before, after] = [text.charAt(at - 1), text.charAt(at + 1)];
    switch (mark) {
      case '\\':
        return after === '' || after === '\n' || /[!-/:-@[-`{-~]/.test(after) ? '\\\\' : mark;
      case '<':
        return /[a-z/!?]/i.test(after) ? '\\<' : mark;
      case '&':
        return /^&#?\w+;/.test(text.slice(at, at + 40)) ? '\\&' : mark;
      case '[':
        return acting.includes(mark) ? '\\[' : mark;
      case ']':
        return acting.includes(mark) || /[([:]/.test(after) ? '\\]' : mark;
      default:
        return acting.includes(mark) && !isNoMark(mark, before, after) ? `\\${mark}` : mark;
    }
  });
}

function isNoMark(mark: string, before: string, after: string): boolean {
  if (mark === '_' && isWordCharacter(before) && isWordCharacter(after)) return true;
  return mark !== '`' && /\s/.test(before) && /\s/.test(after);
}

function isWordCharacter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

/** Quotation, heading, list, underline of a heading, frame of a table, code. */
const LINE_START =
  /^([^\S\n]*)(>|#{1,6}(?=\s|$)|[*+-](?=\s|$)|[=-]+(?=\s*(?:$|\|))|[|:](?=[ \t|:-]*$)|~(?=~~))/gm;

function withPlainLineStarts(markdown: string): string {
  return markdown.replace(LINE_START, '$1\\$2').replace(/^([^\S\n]*\d{1,9})([.)])(?=\s|$)/gm, '$1\\$2');
}

/** More backticks than any run in a text has. */
function fenceFor(text: string, least: number): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  return '`'.repeat(Math.max(least, longest + 1));
}

function textOf(inline: AnswerInline | undefined): string {
  return inline === undefined ? '' : flatText([inline]);
}
