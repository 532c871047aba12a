import type { AnswerTree, SpokenLanguage } from '../../bot/contracts/messages.js';
import { answerBlocks } from './answer-blocks.js';
import { plainInlines } from './plain-inlines.js';
import type { Block, Inline } from './shown-blocks.js';

/**
 * What is said as elements of the page, made one by one and never from HTML text: `p br ol ul li strong em code pre a
 * blockquote`, and no attribute but `start` of a list and `href`, `target`, `rel` of a link. Links open in a new tab.
 * @param tree as the server read it
 */
export function renderAnswer(
  tree: AnswerTree,
  language: SpokenLanguage,
  page: Document = document,
): DocumentFragment {
  return append(page.createDocumentFragment(), blocks(answerBlocks(tree, language), page));
}

/** What a person typed, as elements: line breaks and bare web addresses work, marks of Markdown stay as typed. */
export function renderTypedText(text: string, page: Document = document): DocumentFragment {
  return append(page.createDocumentFragment(), inlines(plainInlines(text), page));
}

function blocks(tree: readonly Block[], page: Document): Node[] {
  return tree.map((block) => renderBlock(block, page));
}

function renderBlock(block: Block, page: Document): Node {
  switch (block.kind) {
    case 'paragraph':
      return append(page.createElement('p'), inlines(block.children, page));
    case 'heading':
      return append(page.createElement('p'), [
        append(page.createElement('strong'), inlines(block.children, page)),
      ]);
    case 'code-block':
      return append(page.createElement('pre'), [
        append(page.createElement('code'), [page.createTextNode(block.text)]),
      ]);
    case 'quote':
      return append(page.createElement('blockquote'), blocks(block.children, page));
    case 'list': {
      const list = page.createElement(block.start === null ? 'ul' : 'ol');
      if (block.start !== null && block.start !== 1) list.setAttribute('start', String(block.start));
      return append(
        list,
        block.items.map((item) => append(page.createElement('li'), renderItem(item, page))),
      );
    }
  }
}

/** The first paragraph of an item stands without a `p`, so that a plain list stays tight. */
function renderItem([first, ...rest]: readonly Block[], page: Document): Node[] {
  if (first?.kind !== 'paragraph') return blocks(first ? [first, ...rest] : rest, page);
  return [...inlines(first.children, page), ...blocks(rest, page)];
}

function inlines(nodes: readonly Inline[], page: Document): Node[] {
  return nodes.map((node) => renderInline(node, page));
}

function renderInline(node: Inline, page: Document): Node {
  switch (node.kind) {
    case 'text':
      return page.createTextNode(node.text);
    case 'break':
      return page.createElement('br');
    case 'code':
      return append(page.createElement('code'), [page.createTextNode(node.text)]);
    case 'strong':
    case 'emphasis':
      return append(
        page.createElement(node.kind === 'strong' ? 'strong' : 'em'),
        inlines(node.children, page),
      );
    case 'link': {
      const link = page.createElement('a');
      link.setAttribute('href', node.href);
      link.setAttribute('target', '_blank');
      link.setAttribute('rel', 'noopener noreferrer nofollow');
      return append(link, inlines(node.children, page));
    }
  }
}

function append<Parent extends Node>(parent: Parent, children: readonly Node[]): Parent {
  for (const child of children) parent.appendChild(child);
  return parent;
}
