import Turndown from 'turndown';

/** Turns sanitized HTML into Markdown: steps as numbered lists, code as code, pictures as links. */
export function htmlToMarkdown(html: string): string {
  return converter.turndown(html);
}

const converter = new Turndown({
  headingStyle: 'atx',
  bulletListMarker: '-',
  codeBlockStyle: 'fenced',
  emDelimiter: '*',
});

converter.addRule('list item', {
  filter: 'li',
  replacement(content, node, options) {
    const marker = markerOf(node as TreeElement, options.bulletListMarker ?? '-');
    const lines = content
      .trim()
      .replace(/\n{2,}(?=\s*(?:-|\d+\.) )/g, '\n')
      .replaceAll('\n', `\n${' '.repeat(marker.length)}`);
    return `${marker}${lines}${node.nextSibling ? '\n' : ''}`;
  },
});

converter.addRule('link', {
  filter: (node) => node.nodeName === 'A' && node.getAttribute('href') !== null,
  replacement(content, node) {
    const href = address((node as TreeElement).getAttribute('href'));
    const text = content.trim().replace(/\s+/g, ' ');
    if (text === '') return '';
    const isBare = address(node.textContent?.trim() ?? '') === href;
    return isBare ? href : `[${text}](${href})`;
  },
});

converter.addRule('picture', {
  filter: 'img',
  replacement(_content, node) {
    const source = address((node as TreeElement).getAttribute('src'));
    const text =
      (node as TreeElement)
        .getAttribute('alt')
        ?.replace(/[[\]\\\s]+/g, ' ')
        .trim() || fileName(source);
    // Inside a link the picture stands for the words of the link.
    return node.parentNode?.nodeName === 'A' ? text : `[${text}](${source})`;
  },
});

converter.addRule('code block without code', {
  filter: (node) => node.nodeName === 'PRE' && node.firstChild?.nodeName !== 'CODE',
  replacement: (_content, node) => `\n\n\`\`\`\n${(node.textContent ?? '').replace(/\n$/, '')}\n\`\`\`\n\n`,
});

converter.addRule('table row', {
  filter: 'tr',
  replacement: (_content, node) => {
    const cells = Array.from((node as TreeElement).children).map((cell) =>
      cell.textContent?.trim().replace(/\s+/g, ' '),
    );
    return `\n${cells.join(' | ')}\n`;
  },
});

/** The part of the DOM's elements that the rules read; the compiler has no DOM here. */
interface TreeElement {
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly parentNode: TreeElement | null;
  readonly firstChild: TreeElement | null;
  readonly nextSibling: TreeElement | null;
  readonly children: ArrayLike<TreeElement>;
  getAttribute(name: string): string | null;
}

/** Numbers of the items by list, so that a list with thousands of items stays linear. */
const numbers = new WeakMap<TreeElement, Map<TreeElement, number>>();

function markerOf(item: TreeElement, bullet: string): string {
  const list = item.parentNode;
  if (list?.nodeName !== 'OL') return `${bullet} `;
  let known = numbers.get(list);
  if (!known) {
    const first = Number(list.getAttribute('start') ?? 1) || 1;
    const items = Array.from(list.children).filter((child) => child.nodeName === 'LI');
    known = new Map(items.map((child, place) => [child, first + place]));
    numbers.set(list, known);
  }
  return `${known.get(item) ?? 1}. `;
}

/** An address that ends where it should in Markdown. */
function address(href: string | null): string {
  return (href ?? '').replace(/[()<>\s\\]/g, (sign) =>
    encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'),
  );
}

function fileName(source: string): string {
  const name = source.split(/[?#]/)[0]?.split('/').at(-1) ?? '';
  return name.replace(/[[\]_*`\\]/g, ' ').trim() || 'image';
}
