import type { FormattingMark } from './reader-view.js';

/**
 * The marks inside a stretch of a text that open or close something outside of it. Where the stretch is replaced by a
 * word they must stay around it, or emphasis would run on to the end of the paragraph.
 *
 * @param marks those of the whole text, in order
 */
export function keptMarks(
  source: string,
  marks: readonly FormattingMark[],
  start: number,
  end: number,
): { readonly before: string; readonly after: string } {
  const open: FormattingMark[] = [];
  for (const mark of marks) {
    if (mark.start < start || mark.end > end || mark.kind === 'tag') continue;
    const last = open.at(-1);
    if (last && closes(last, mark)) open.pop();
    else open.push(mark);
  }
  if (open.length === 0) return { before: '', after: '' };
  const paragraph = source.lastIndexOf('\n\n', start);
  const isClosing = ({ kind, text }: FormattingMark) =>
    kind === 'link-close' || (kind === 'pair' && isOdd(marks, text, paragraph, start));
  const written = (some: readonly FormattingMark[]) => some.map(({ text }) => text).join('');
  return { before: written(open.filter((mark) => !isClosing(mark))), after: written(open.filter(isClosing)) };
}

function closes(first: FormattingMark, next: FormattingMark): boolean {
  return first.kind === 'pair'
    ? next.kind === 'pair' && next.text === first.text
    : first.kind === 'link-open' && next.kind === 'link-close';
}

/** Whether a mark is still open at a place: it stands an odd number of times before it in its paragraph. */
function isOdd(marks: readonly FormattingMark[], text: string, from: number, to: number): boolean {
  const before = marks.filter((mark) => mark.text === text && mark.start >= from && mark.end <= to);
  return before.length % 2 === 1;
}
