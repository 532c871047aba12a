import type { FormattingMark } from './reader-view.js';

/** The marks that must stay around a word that replaces a stretch, from `start` to before `end`. */
type KeptMarks = (start: number, end: number) => { readonly before: string; readonly after: string };

/**
 * Tells the marks inside a stretch that open or close something outside of it. Where the stretch is replaced by a word
 * they must stay around it, or emphasis would run on to the end of the paragraph.
 *
 * @param marks those of the whole text, in order
 * @returns to be asked for stretches in order: the marks are gone through once
 */
export function openKeptMarks(source: string, marks: readonly FormattingMark[]): KeptMarks {
  let next = 0;
  let paragraph = -1;
  /** How often each mark stands in this paragraph so far. */
  let counts = new Map<string, number>();

  function* marksBefore(place: number): Generator<FormattingMark> {
    for (let mark = marks[next]; mark && mark.end <= place; mark = marks[next]) {
      next += 1;
      yield mark;
    }
  }
  const count = ({ text }: FormattingMark) => counts.set(text, (counts.get(text) ?? 0) + 1);

  return (start, end) => {
    const begins = source.lastIndexOf('\n\n', start);
    for (const mark of marksBefore(start)) {
      if (mark.start >= begins && paragraph < begins) {
        counts = new Map();
        paragraph = begins;
      }
      count(mark);
    }
    if (paragraph < begins) counts = new Map();
    paragraph = begins;
    const inside = [...marksBefore(end)].filter(({ kind }) => kind !== 'tag');
    const open = unmatched(inside);
    const isClosing = ({ kind, text }: FormattingMark) =>
      kind === 'link-close' || (kind === 'pair' && (counts.get(text) ?? 0) % 2 === 1);
    const before = written(open.filter((mark) => !isClosing(mark)));
    const after = written(open.filter(isClosing));
    for (const mark of inside) count(mark);
    return { before, after };
  };
}

function unmatched(marks: readonly FormattingMark[]): FormattingMark[] {
  const open: FormattingMark[] = [];
  for (const mark of marks) {
    const last = open.at(-1);
    if (last && closes(last, mark)) open.pop();
    else open.push(mark);
  }
  return open;
}

function closes(first: FormattingMark, next: FormattingMark): boolean {
  return first.kind === 'pair'
    ? next.kind === 'pair' && next.text === first.text
    : first.kind === 'link-open' && next.kind === 'link-close';
}

function written(marks: readonly FormattingMark[]): string {
  return marks.map(({ text }) => text).join('');
}
