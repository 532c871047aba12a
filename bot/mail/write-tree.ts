import type { AnswerBlock, AnswerInline, AnswerTree } from '../contracts/messages.js';

/** Words as they stand in a page: no mark in them means anything. */
export function escapeHtml(text: string): string {
  return text.replace(
    /[&<>"']/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? sign,
  );
}

/** An address that a customer may be led to; null for every other. */
export function linkAddress(url: string): string | null {
  try {
    const { protocol, href } = new URL(url);
    return ['http:', 'https:', 'mailto:', 'tel:'].includes(protocol) ? href : null;
  } catch {
    return null;
  }
}

/** A tree as HTML: nothing in it loads or runs; a picture is a link to it, a tag is the words it is written in. */
export function treeHtml(tree: AnswerTree): string {
  return tree.map(blockHtml).join('\n');
}

function blockHtml(block: AnswerBlock): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${inlinesHtml(block.children)}</p>`;
    case 'heading':
      return `<p><strong>${inlinesHtml(block.children)}</strong></p>`;
    case 'code':
      return `<pre>${escapeHtml(block.value)}</pre>`;
    case 'blockquote':
      return `<blockquote>${treeHtml(block.children)}</blockquote>`;
    case 'list': {
      const items = block.children.map(({ children }) => `<li>${treeHtml(children)}</li>`).join('');
      return block.start === null ? `<ul>${items}</ul>` : `<ol start="${Number(block.start)}">${items}</ol>`;
    }
    case 'table': {
      const rows = block.children.map(({ children }) =>
        children.map((cell) => `<td>${inlinesHtml(cell.children)}</td>`).join(''),
      );
      return `<table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`;
    }
  }
}

function inlinesHtml(inlines: readonly AnswerInline[]): string {
  return inlines.map(inlineHtml).join('');
}

function inlineHtml(inline: AnswerInline): string {
  switch (inline.type) {
    case 'text':
    case 'html':
      return escapeHtml(inline.value);
    case 'break':
      return '<br>';
    case 'inlineCode':
      return `<code>${escapeHtml(inline.value)}</code>`;
    case 'strong':
      return `<strong>${inlinesHtml(inline.children)}</strong>`;
    case 'emphasis':
      return `<em>${inlinesHtml(inline.children)}</em>`;
    case 'delete':
      return `<del>${inlinesHtml(inline.children)}</del>`;
    case 'link':
      return linkHtml(inline.url, inlinesHtml(inline.children));
    case 'image':
      return linkHtml(inline.url, escapeHtml(inline.alt || inline.url));
  }
}

/** A link that tells nobody where its reader came from. */
export function linkHtml(url: string, words: string): string {
  const address = linkAddress(url);
  return address === null ? words : `<a href="${escapeHtml(address)}" rel="noopener noreferrer">${words}</a>`;
}

/** A tree as plain text, a line for each paragraph, step and point; links tell their address behind their words. */
export function treeText(tree: AnswerTree): string {
  return tree.map(blockText).join('\n\n');
}

function blockText(block: AnswerBlock): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlinesText(block.children);
    case 'code':
      return block.value;
    case 'blockquote':
      return indented(treeText(block.children), '> ', '> ');
    case 'list':
      return block.children
        .map(({ children }, at) => {
          const mark = block.start === null ? '- ' : `${block.start + at}. `;
          return indented(treeText(children), mark, ' '.repeat(mark.length));
        })
        .join('\n');
    case 'table':
      return block.children
        .map(({ children }) => children.map((cell) => inlinesText(cell.children)).join(' | '))
        .join('\n');
  }
}

/** A text with something in front of its first line, and of every other. */
export function indented(text: string, first: string, others: string): string {
  return text
    .split('\n')
    .map((line, at) => `${at === 0 ? first : others}${line}`.trimEnd())
    .join('\n');
}

function inlinesText(inlines: readonly AnswerInline[]): string {
  return inlines.map(inlineText).join('');
}

function inlineText(inline: AnswerInline): string {
  switch (inline.type) {
    case 'text':
      return inline.value.replace(/\s+/g, ' ');
    case 'html':
    case 'inlineCode':
      return inline.value;
    case 'break':
      return '\n';
    case 'strong':
    case 'emphasis':
    case 'delete':
      return inlinesText(inline.children);
    case 'link': {
      const words = inlinesText(inline.children);
      return words === inline.url || linkAddress(inline.url) === null ? words : `${words} (${inline.url})`;
    }
    case 'image':
      return inline.alt === '' ? inline.url : `${inline.alt} (${inline.url})`;
  }
}
