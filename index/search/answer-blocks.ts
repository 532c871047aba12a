/** A part of an answer that stays together. */
export interface AnswerBlock {
  /** Markdown. */
  readonly text: string;
  readonly kind: 'paragraph' | 'list' | 'code' | 'heading';
}

const LIST_LINE = /^\s*([-*+]|\d{1,3}[.)])\s+/;
const FENCE = /^\s*(```|~~~)/;

/**
 * Cuts an answer in Markdown into blocks: paragraphs, headings, code, and lists with the line that introduces them.
 * Steps that belong together are one block, also with blank lines, code or pictures between them.
 */
export function answerBlocks(markdown: string): AnswerBlock[] {
  const blocks: AnswerBlock[] = [];
  for (const block of rawBlocks(markdown)) {
    const last = blocks.at(-1);
    if (last && belongsTo(last, block)) blocks[blocks.length - 1] = joined(last, block);
    else blocks.push(block);
  }
  return blocks;
}

/** What stands between blank lines, a fenced block being one whatever is in it. */
function rawBlocks(markdown: string): AnswerBlock[] {
  const blocks: AnswerBlock[] = [];
  let lines: string[] = [];
  let fence: string | null = null;
  const end = () => {
    const text = lines.join('\n').trimEnd();
    if (text.trim() !== '') blocks.push({ text, kind: kindOf(lines) });
    lines = [];
  };
  for (const line of markdown.split(/\r?\n/)) {
    const mark = FENCE.exec(line)?.[1];
    if (fence === null && line.trim() === '') end();
    else lines.push(line);
    if (mark !== undefined && (fence === null || fence === mark)) fence = fence === null ? mark : null;
  }
  end();
  return blocks;
}

function kindOf(lines: readonly string[]): AnswerBlock['kind'] {
  if (lines.some((line) => FENCE.test(line))) return 'code';
  if (lines.some((line) => LIST_LINE.test(line))) return 'list';
  return isHeading(lines) ? 'heading' : 'paragraph';
}

/** Many write a heading as one line in bold. */
function isHeading(lines: readonly string[]): boolean {
  const first = lines[0] ?? '';
  return /^\s*#{1,6}\s/.test(first) || (lines.length === 1 && /^\s*(\*\*|__)[^*_]{1,80}\1:?\s*$/.test(first));
}

function belongsTo(last: AnswerBlock, next: AnswerBlock): boolean {
  const isIntroduction = last.kind !== 'list' && /:\s*(\*\*|__)?\s*$/.test(last.text);
  const isIndented = /^( {2,}|\t)/.test(next.text);
  if (isIntroduction || last.kind === 'heading') return true;
  return last.kind === 'list' && (next.kind === 'list' || isIndented);
}

function joined(last: AnswerBlock, next: AnswerBlock): AnswerBlock {
  const kind = last.kind === 'list' || next.kind === 'list' ? 'list' : next.kind;
  return { text: `${last.text}\n\n${next.text}`, kind };
}
