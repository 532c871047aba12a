import { shownText } from '../page/inline-text.js';
import { safeLink } from '../page/safe-link.js';
import type { Inline } from '../page/shown-blocks.js';
import { canStandBare, linkTo } from './markdown-link.js';
import { EVERY_MARK, EVERY_MARK_IN_LINK, pairedIn, plainInline } from './plain-markdown.js';

/** The words of a block as Markdown with as few backslashes as show exactly them. */
export function inlineMarkdown(nodes: readonly Inline[]): string {
  const isPlain = nodes.every(({ kind }) => kind === 'text' || kind === 'break' || kind === 'link');
  // Marks of the writer's own could pair up with any other.
  return write(nodes, isPlain ? pairedIn(shownText(nodes)) : EVERY_MARK);
}

/** Bold words; those that are bold already stay so. */
export function boldMarkdown(nodes: readonly Inline[]): string {
  return bold(write(withoutStrong(nodes), EVERY_MARK));
}

/** Puts Markdown of one line in bold; none stays none. */
export function bold(markdown: string): string {
  return markdown === '' ? '' : `**${markdown}**`;
}

function write(nodes: readonly Inline[], marks: readonly string[]): string {
  const whole = joined(nodes);
  const written = whole.map((node, at) => one(node, marks, whole[at - 1], whole[at + 1]));
  return written.join('').trim();
}

function one(node: Inline, marks: readonly string[], before?: Inline, after?: Inline): string {
  switch (node.kind) {
    case 'text': {
      const words = plainInline(node.text, marks);
      // "!" before a link makes it a picture.
      return after?.kind === 'link' ? words.replace(/!$/, '\\!') : words;
    }
    case 'break':
      return '  \n';
    case 'code':
      // Clients that find addresses by themselves would take the mark for a part of one, and the code would act.
      return `${endsInAddress(textOf(before)) ? ' ' : ''}${codeSpan(node.text)}`;
    case 'strong':
      return bold(write(node.children, marks));
    case 'emphasis': {
      const inner = write(node.children, marks);
      // Inside a word "_" is no mark.
      const isInWord = /[\p{L}\p{N}]$/u.test(textOf(before)) || /^[\p{L}\p{N}]/u.test(textOf(after));
      const mark = isInWord ? '*' : '_';
      return inner === '' ? '' : `${mark}${inner}${mark}`;
    }
    case 'link': {
      const address = textOf(node);
      // Clients find e-mail addresses by themselves, and others show them as they were typed.
      if (node.href === `mailto:${address}`) return plainInline(address, marks);
      const isBeforeMark = after !== undefined && after.kind !== 'text' && after.kind !== 'break';
      const isBare =
        !isBeforeMark &&
        safeLink(address) === node.href &&
        canStandBare(address, textOf(before), textOf(after));
      return isBare ? address : linkTo(write(node.children, EVERY_MARK_IN_LINK), node.href);
    }
  }
}

/** Neighbouring words as one, so that no mark is overlooked where they meet. */
function joined(nodes: readonly Inline[]): Inline[] {
  const whole: Inline[] = [];
  for (const node of nodes) {
    const last = whole.at(-1);
    if (node.kind !== 'text' || last?.kind !== 'text') whole.push(node);
    else whole.splice(-1, 1, { kind: 'text', text: last.text + node.text });
  }
  return whole;
}

function textOf(node: Inline | undefined): string {
  return node === undefined ? '' : shownText([node]);
}

function endsInAddress(text: string): boolean {
  return /(?:https?:\/\/|www\.)\S*$/i.test(text.slice(-2_000));
}

function withoutStrong(nodes: readonly Inline[]): Inline[] {
  return nodes.flatMap((node) => (node.kind === 'strong' ? withoutStrong(node.children) : [node]));
}

function codeSpan(text: string): string {
  const fence = fenceFor(text, 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${deadCode(text)}${pad}${fence}`;
}

/** More backticks than any run in a text has. */
export function fenceFor(text: string, least: number): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  return '`'.repeat(Math.max(least, longest + 1));
}

/** Slack calls people by `<!channel>` and `<@U1>` in code as well; with a word joiner (U+2060) in it they are only read. */
export function deadCode(text: string): string {
  return text.replace(/<(?=[@!#][\w^]+[|>])/g, '<\u2060');
}
