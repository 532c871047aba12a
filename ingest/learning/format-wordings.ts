import { cleanCharacters } from '../steps/text/clean-characters.js';

/** A wording as a reviewer sees it. */
export interface WordingLine {
  readonly id: string;
  readonly itemId: string;
  /** The item's own question. */
  readonly question: string;
  readonly wording: string;
  readonly confirmations: number;
  readonly rejections: number;
  /** How it was settled; undefined while it is not. */
  readonly standing?: string;
}

const HEADS: Readonly<Record<string, string>> = {
  open: 'Wordings that wait for a review',
  learned: 'Wordings in use',
  refused: 'Wordings refused',
};

/** More than anybody reviews at once. */
const MOST = 50;

/** Wordings as aligned text for a terminal, most confirmed first, at most 50. */
export function formatWordings(which: string, lines: readonly WordingLine[]): string {
  const head = HEADS[which] ?? which;
  if (lines.length === 0) return `${head}: none.`;
  const told = lines
    .slice(0, MOST)
    .flatMap((line) => [
      `${line.id}  +${line.confirmations} −${line.rejections}`.padEnd(24) + plain(line.wording),
      `${(line.standing ?? '').padStart(22)}  → ${plain(line.question)} (${plain(line.itemId)})`,
    ]);
  const more = lines.length > MOST ? [`… and ${lines.length - MOST} more`] : [];
  return [`${head}: ${lines.length}`, '', ...told, ...more, '', HINT].join('\n');
}

const HINT =
  '"npm run ingest -- review accept ID…" and "… refuse ID…" decide; an agent counts as two customers.';

/** Words of customers go to a terminal: nothing in them may steer it. */
function plain(text: string): string {
  return cleanCharacters(text).replace(/\s+/g, ' ').trim();
}
