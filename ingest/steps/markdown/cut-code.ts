/** A piece of Markdown: code, or the text between. Together the pieces are the text. */
interface CodeOrText {
  readonly text: string;
  readonly isCode: boolean;
}

const OPENS = /^```[^\n]*\n?$/;
const CLOSES = /^```[ \t]*\n?$/;
const SPAN = /(`[^`\n]{1,400}`)/;

/** Cuts Markdown at its code: fenced blocks that are closed, and code spans. Goes through the lines once. */
export function cutCode(markdown: string): CodeOrText[] {
  const lines = markdown.split(/(?<=\n)/);
  const closing = lines.flatMap((line, at) => (CLOSES.test(line) ? [at] : []));
  const pieces: CodeOrText[] = [];
  let text = '';
  let next = 0;
  const endText = () => {
    pieces.push(...text.split(SPAN).map((piece, at) => ({ text: piece, isCode: at % 2 === 1 })));
    text = '';
  };
  for (let at = 0; at < lines.length; at++) {
    while ((closing[next] ?? Number.POSITIVE_INFINITY) <= at) next += 1;
    const end = closing[next];
    if (end === undefined || !OPENS.test(lines[at] ?? '')) {
      text += lines[at] ?? '';
      continue;
    }
    endText();
    pieces.push({ text: lines.slice(at, end + 1).join(''), isCode: true });
    at = end;
  }
  endText();
  return pieces;
}
