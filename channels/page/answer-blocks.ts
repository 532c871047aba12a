import type { AnswerBlock, AnswerInline, AnswerTree, SpokenLanguage } from '../../bot/contracts/messages.js';
import { readable } from '../text/readable.js';
import { safeLink } from './safe-link.js';
import type { Block, Inline } from './shown-blocks.js';

/** What is said of a picture of which its author says nothing. */
const PICTURE: Readonly<Record<SpokenLanguage, string>> = { nl: 'afbeelding', en: 'picture' };

/**
 * The tree of an answer as channels show it: a picture is a link to it (one from outside would tell its owner who reads), a
 * table is its rows, a link that may not be followed is its words, and tags are words.
 */
export function answerBlocks(tree: AnswerTree, language: SpokenLanguage): Block[] {
  return tree.map((block) => blockOf(block, language));
}

function blockOf(block: AnswerBlock, language: SpokenLanguage): Block {
  switch (block.type) {
    case 'paragraph':
      return { kind: 'paragraph', children: inlinesOf(block.children, language) };
    case 'heading':
      return { kind: 'heading', children: inlinesOf(block.children, language) };
    case 'code':
      return { kind: 'code-block', text: readable(block.value) };
    case 'blockquote':
      return { kind: 'quote', children: answerBlocks(block.children, language) };
    case 'list':
      return {
        kind: 'list',
        start: block.start,
        items: block.children.map((item) => answerBlocks(item.children, language)),
      };
    case 'table': {
      const rows = block.children.map((row) =>
        row.children.map((cell) => inlinesOf(cell.children, language)),
      );
      return {
        kind: 'paragraph',
        children: joined(
          rows.map((cells) => joined(cells, BETWEEN)),
          BREAK,
        ),
      };
    }
  }
}

/** What stands round words that are struck out, as a node of its own. */
export const STRUCK = '~~';

const BREAK: Inline = { kind: 'break' };
const BETWEEN: Inline = { kind: 'text', text: ' | ' };

function joined(parts: readonly (readonly Inline[])[], between: Inline): Inline[] {
  return parts.flatMap((part, at) => (at === 0 ? part : [between, ...part]));
}

function inlinesOf(inlines: readonly AnswerInline[], language: SpokenLanguage): Inline[] {
  return inlines.flatMap((inline) => inlineOf(inline, language));
}

function inlineOf(inline: AnswerInline, language: SpokenLanguage): Inline[] {
  switch (inline.type) {
    case 'text':
    case 'html':
      // A line break in a community is one on the screen.
      return joined(
        readable(inline.value)
          .split('\n')
          .map((text) => (text === '' ? [] : [{ kind: 'text', text }])),
        BREAK,
      );
    case 'break':
      return [BREAK];
    case 'inlineCode':
      return [{ kind: 'code', text: readable(inline.value).replaceAll('\n', ' ') }];
    case 'strong':
    case 'emphasis':
      return [{ kind: inline.type, children: inlinesOf(inline.children, language) }];
    case 'delete':
      return [
        { kind: 'text', text: STRUCK },
        ...inlinesOf(inline.children, language),
        { kind: 'text', text: STRUCK },
      ];
    case 'link':
      return linkOf(inline.url, withoutLinks(inlinesOf(inline.children, language)));
    case 'image':
      return pictureOf(inline.url, { kind: 'text', text: readable(inline.alt) || PICTURE[language] });
  }
}

function pictureOf(url: string, words: Inline): Inline[] {
  const href = safeLink(url);
  return href === null ? [words] : [{ kind: 'link', href, children: [words] }];
}

function linkOf(url: string, children: readonly Inline[]): Inline[] {
  const href = safeLink(url);
  if (href === null)
    return WEBSITE.test(url) ? [...children, { kind: 'text', text: ` (${url})` }] : [...children];
  return [{ kind: 'link', href, children: children.length > 0 ? children : [{ kind: 'text', text: href }] }];
}

/** An address without its scheme cannot be followed, and still tells where to look. */
const WEBSITE = /^[\w-]+(?:\.[\w-]+)+(?:\/|$)/;

/** A linked picture leads where the link leads. */
function withoutLinks(nodes: readonly Inline[]): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (node.kind === 'link') return withoutLinks(node.children);
    if (node.kind !== 'strong' && node.kind !== 'emphasis') return [node];
    return [{ kind: node.kind, children: withoutLinks(node.children) }];
  });
}
