/**
 * An answer as a tree: what every passage, plain text, card, page and Markdown of it is made from. A part of mdast, with
 * mdast's names and fields, in which every reference is resolved. It is kept in a release as JSON.
 */

export type AnswerInline =
  /** `value` may hold line breaks of the source, which are spaces to a reader. */
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'break' }
  | { readonly type: 'inlineCode'; readonly value: string }
  | { readonly type: 'strong' | 'emphasis' | 'delete'; readonly children: readonly AnswerInline[] }
  | { readonly type: 'link'; readonly url: string; readonly children: readonly AnswerInline[] }
  /** `alt` is '' where the words with a picture say nothing of it, as "enter image description here". */
  | { readonly type: 'image'; readonly url: string; readonly alt: string }
  /** A tag, which no channel obeys. */
  | { readonly type: 'html'; readonly value: string };

export interface AnswerListItem {
  readonly type: 'listItem';
  readonly children: readonly AnswerBlock[];
}

interface AnswerTableRow {
  readonly type: 'tableRow';
  readonly children: readonly AnswerTableCell[];
}

interface AnswerTableCell {
  readonly type: 'tableCell';
  readonly children: readonly AnswerInline[];
}

/** What any block may have. */
interface Placed {
  /**
   * It belongs to the block before it: it stands on the line below, without an empty line between, or indented below steps.
   */
  readonly isAttached?: true;
}

export type AnswerParagraph = Placed & {
  readonly type: 'paragraph';
  readonly children: readonly AnswerInline[];
};
export type AnswerHeading = Placed & {
  readonly type: 'heading';
  readonly depth: number;
  readonly children: readonly AnswerInline[];
};
export type AnswerCode = Placed & {
  readonly type: 'code';
  /** The language its author named; '' for none. */
  readonly lang: string;
  readonly value: string;
};
/** An ordered list is a row of steps. */
export type AnswerList = Placed & {
  readonly type: 'list';
  /** The number of the first step; null for a list of points. */
  readonly start: number | null;
  /** Whether empty lines stand between its items. */
  readonly spread: boolean;
  readonly children: readonly AnswerListItem[];
};
/** The first row is its head. */
export type AnswerTable = Placed & { readonly type: 'table'; readonly children: readonly AnswerTableRow[] };
type AnswerBlockquote = Placed & {
  readonly type: 'blockquote';
  readonly children: readonly AnswerBlock[];
};

export type AnswerBlock =
  | AnswerParagraph
  | AnswerHeading
  | AnswerCode
  | AnswerList
  | AnswerTable
  | AnswerBlockquote;

export type AnswerTree = readonly AnswerBlock[];
