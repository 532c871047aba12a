/** Lines of what stays that are shown before and after what differs. */
const AROUND = 1;

const CUT = '…';

/**
 * Two texts without the lines that begin both and those that end both, but for one on each side: of a long answer in which
 * one sentence changed, people want to read that sentence.
 */
export function differing(before: string, after: string): readonly [string, string] {
  const [old, next] = [before.split('\n'), after.split('\n')];
  const shorter = Math.min(old.length, next.length);
  let start = 0;
  while (start < shorter && old[start] === next[start]) start += 1;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === next.at(-1 - end)) end += 1;
  const from = Math.max(0, start - AROUND);
  const left = Math.max(0, end - AROUND);
  const part = (lines: readonly string[]) =>
    [...(from > 0 ? [CUT] : []), ...lines.slice(from, lines.length - left), ...(left > 0 ? [CUT] : [])].join(
      '\n',
    );
  return [part(old), part(next)];
}
