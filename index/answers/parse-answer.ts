import type { Definition, ListItem, Nodes, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { AnswerBlock, AnswerInline, AnswerList, AnswerTree } from './answer-tree.js';
import { pictureWords } from './picture-words.js';

/** Characters read at once: what hostile text costs grows faster than its length. */
const MOST_AT_ONCE = 16_000;
/** Marks in a paragraph beyond which they are taken for words; no author needs so many. */
const MOST_MARKS = 2_000;
/** Lists in quotations in lists …: deeper ones are read as words. */
const MOST_NESTING = 8;

/** The column of what is indented. */
const LEAST_INDENT = 3;

const OPTIONS = {
  extensions: [gfmTable(), gfmStrikethrough({ singleTilde: false }), gfmAutolinkLiteral()],
  mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown(), gfmAutolinkLiteralFromMarkdown()],
};

/** What the parts of one text need to know of the whole. */
interface Source {
  readonly markdown: string;
  readonly definitions: ReadonlyMap<string, string>;
}

/**
 * Reads Markdown (CommonMark with tables, struck-out words and bare addresses) into a tree, at ingest for answers and on the
 * server for what agents say. Never throws. Rules are left out, references resolved, HTML kept apart.
 */
export function parseAnswer(markdown: string): AnswerTree {
  return piecesOf(markdown).flatMap(parsePiece);
}

function parsePiece(markdown: string): AnswerBlock[] {
  const bounded = withoutExcess(markdown);
  const root = fromMarkdown(bounded, OPTIONS);
  const definitions = new Map(
    definitionsIn(root.children).map(({ identifier, url }) => [identifier, url] as const),
  );
  return blocksOf(root.children, { markdown: bounded, definitions }, 0);
}

/** A long text in pieces that end between paragraphs and not in code where they can. */
function piecesOf(markdown: string): string[] {
  const pieces: string[] = [];
  let rest = markdown;
  while (rest.length > MOST_AT_ONCE) {
    const end = endOfPiece(rest);
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...pieces, rest];
}

function endOfPiece(text: string): number {
  let end = MOST_AT_ONCE;
  let isInCode = false;
  let at = 0;
  for (const line of text.slice(0, MOST_AT_ONCE).split('\n')) {
    if (/^ {0,3}(?:```|~~~)/.test(line)) isInCode = !isInCode;
    if (!isInCode && line.trim() === '' && at > MOST_AT_ONCE / 4) end = at;
    at += line.length + 1;
  }
  return end;
}

/** Paragraphs with thousands of marks are no formatting; their marks are escaped, each by one sign. */
function withoutExcess(markdown: string): string {
  const marks = markdown.match(/[*_~[\]<`]/g)?.length ?? 0;
  if (marks <= MOST_MARKS && !/(?:^|\n)(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])){20}/.test(markdown)) return markdown;
  return markdown
    .split(/(\n[^\S\n]*\n)/)
    .map((block) => ((block.match(/[*_~[\]<`]/g)?.length ?? 0) > MOST_MARKS / 4 ? escaped(block) : block))
    .join('')
    .replace(/(^|\n)((?:[ \t]*(?:[>*+-]|\d{1,9}[.)])){20,})/g, (_, start: string, marksThere: string) => {
      return start + marksThere.trim().slice(0, 3);
    });
}

function escaped(block: string): string {
  return block.replace(/[\\*_~[\]<`]/g, (mark) => `\\${mark}`);
}

function definitionsIn(nodes: readonly Nodes[]): Definition[] {
  return nodes.flatMap((node): Definition[] => {
    if (node.type === 'definition') return [node];
    return 'children' in node ? definitionsIn(node.children) : [];
  });
}

function blocksOf(nodes: readonly RootContent[], source: Source, depth: number): AnswerBlock[] {
  const blocks: AnswerBlock[] = [];
  let endLine: number | null = null;
  let isInSteps = false;
  for (const node of nodes) {
    const { start, end } = node.position ?? {};
    const isBelow = endLine !== null && start?.line === endLine + 1;
    // Authors indent what belongs to a step, and often too little.
    const isOfSteps: boolean = isInSteps && (node.type === 'list' || (start?.column ?? 1) >= LEAST_INDENT);
    const isAttached = blocks.length > 0 && (isBelow || isOfSteps);
    const made = blockOf(node, source, depth);
    blocks.push(...made.map((block, at) => (isAttached && at === 0 ? { ...block, isAttached } : block)));
    isInSteps = node.type === 'list' || isOfSteps;
    endLine = end?.line ?? null;
  }
  return blocks;
}

function blockOf(node: RootContent, source: Source, depth: number): AnswerBlock[] {
  switch (node.type) {
    case 'paragraph': {
      const children = inlinesOf(node.children, source);
      return children.length > 0 ? [{ type: 'paragraph', children }] : [];
    }
    case 'heading': {
      const children = inlinesOf(node.children, source);
      return children.length > 0 ? [{ type: 'heading', depth: node.depth, children }] : [];
    }
    case 'code':
      return [codeOf(node.value, node.lang ?? '', node.meta ?? '')];
    case 'blockquote': {
      const children =
        depth < MOST_NESTING ? blocksOf(node.children, source, depth + 1) : wordsOf(node, source);
      return children.length > 0 ? [{ type: 'blockquote', children }] : [];
    }
    case 'list':
      if (depth >= MOST_NESTING) return wordsOf(node, source);
      return listsOf(node.children, node.ordered === true ? (node.start ?? 1) : null, source, depth);
    case 'table': {
      const children = node.children.map((row) => ({
        type: 'tableRow' as const,
        children: row.children.map((cell) => ({
          type: 'tableCell' as const,
          children: inlinesOf(cell.children, source),
        })),
      }));
      return [{ type: 'table', children }];
    }
    case 'html':
      return [{ type: 'paragraph', children: [{ type: 'html', value: node.value }] }];
    default:
      return [];
  }
}

/** Words behind the fence that are no language are a first line that slipped. */
function codeOf(value: string, lang: string, meta: string): AnswerBlock {
  const isLanguage = meta === '' && /^[\w+#.-]*$/.test(lang);
  const slipped = [lang, meta].filter((part) => part !== '').join(' ');
  return { type: 'code', lang: isLanguage ? lang : '', value: isLanguage ? value : `${slipped}\n${value}` };
}

/** Steps whose numbers begin again are another list, although nothing but an empty line parts the two. */
function listsOf(
  items: readonly ListItem[],
  start: number | null,
  source: Source,
  depth: number,
): AnswerBlock[] {
  const numbers = items.map((item) => numberIn(item, source));
  const areCounted = numbers.some((number) => number !== null && number > 1);
  const lists: { start: number | null; items: ListItem[] }[] = [];
  items.forEach((item, at) => {
    const isAnother = at > 0 && start !== null && areCounted && numbers[at] === 1;
    if (at === 0 || isAnother) lists.push({ start: at === 0 ? start : 1, items: [item] });
    else lists.at(-1)?.items.push(item);
  });
  return lists.map((list): AnswerList => {
    const children = list.items.map((item) => ({
      type: 'listItem' as const,
      children: blocksOf(item.children, source, depth + 1),
    }));
    return { type: 'list', start: list.start, spread: isSpread(list.items), children };
  });
}

function numberIn(item: ListItem, { markdown }: Source): number | null {
  const from = item.position?.start.offset ?? 0;
  const digits = /^\d{1,9}/.exec(markdown.slice(from, from + 9))?.[0];
  return digits === undefined ? null : Number(digits);
}

function isSpread(items: readonly ListItem[]): boolean {
  return items.some((item, at) => {
    const before = items[at - 1]?.position?.end.line;
    return before !== undefined && item.position !== undefined && item.position.start.line > before + 1;
  });
}

/** What stands too deep, as one paragraph of its words. */
function wordsOf(node: Nodes, source: Source): AnswerBlock[] {
  const value = source.markdown.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
  return value.trim() === '' ? [] : [{ type: 'paragraph', children: [{ type: 'text', value }] }];
}

function inlinesOf(nodes: readonly PhrasingContent[], source: Source): AnswerInline[] {
  const inlines: AnswerInline[] = [];
  for (const inline of nodes.flatMap((node) => inlineOf(node, source))) {
    const last = inlines.at(-1);
    if (inline.type !== 'text' || last?.type !== 'text') inlines.push(inline);
    else inlines[inlines.length - 1] = { type: 'text', value: last.value + inline.value };
  }
  return inlines;
}

function inlineOf(node: PhrasingContent, source: Source): AnswerInline[] {
  switch (node.type) {
    case 'text':
      return node.value === '' ? [] : [{ type: 'text', value: node.value }];
    case 'break':
      return [{ type: 'break' }];
    case 'inlineCode':
      return [{ type: 'inlineCode', value: node.value }];
    case 'strong':
    case 'emphasis':
    case 'delete':
      return [{ type: node.type, children: inlinesOf(node.children, source) }];
    case 'link':
      return [{ type: 'link', url: node.url, children: inlinesOf(node.children, source) }];
    case 'linkReference': {
      const children = inlinesOf(node.children, source);
      const url = source.definitions.get(node.identifier);
      return url === undefined ? children : [{ type: 'link', url, children }];
    }
    case 'image':
      return [{ type: 'image', url: node.url, alt: pictureWords(node.alt ?? '') }];
    case 'imageReference': {
      const url = source.definitions.get(node.identifier) ?? '';
      return [{ type: 'image', url, alt: pictureWords(node.alt ?? '') }];
    }
    case 'html':
      return [{ type: 'html', value: node.value }];
    default:
      return [];
  }
}
