import type { SetMeasures } from './evaluate-sets.js';
import type { LabelledMeasures } from './label-draws.js';

/** The figures of several sets as a table: a line a set, and their means. */
export function formatSets(sets: readonly SetMeasures[], wantedPrecision: number): string {
  const rows = [
    HEADINGS,
    ...sets.map((one) => [one.set, String(one.items), String(questionsOf(one)), ...cells(one)]),
    ['mean', '', '', ...meanCells(sets)],
  ];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
  return `${lines.join('\n')}

hit@1 to cov90: all questions, shipped constants. The rest: as a community never seen, the curve fitted on the other
collections, with no labels and with 30 of its own (mean of 20 draws, measured on the others). "right", "answered", "false":
at the threshold for a precision of ${percent(wantedPrecision)}, the share of answers that are right, of all questions that are
answered, and of those for a person that are answered all the same.`;
}

const HEADINGS = [
  'set',
  'items',
  'asked',
  'hit@1',
  'hit@3',
  'MRR',
  'AUROC',
  'cov90',
  'ece 0',
  'ece 30',
  'right 0',
  'answered 0',
  'false 0',
  'right 30',
  'answered 30',
  'false 30',
];

function cells(set: SetMeasures): string[] {
  return figuresOf(set).map((value) => (value === null ? '-' : value.toFixed(3)));
}

function meanCells(sets: readonly SetMeasures[]): string[] {
  const columns = sets.map(figuresOf);
  return (columns[0] ?? []).map((_, column) => {
    const known = columns.flatMap((row) => {
      const value = row[column];
      return value === null || value === undefined ? [] : [value];
    });
    return known.length === 0
      ? '-'
      : (known.reduce((sum, value) => sum + value, 0) / known.length).toFixed(3);
  });
}

function figuresOf({ all, unseen }: SetMeasures): (number | null)[] {
  const [none, some] = [0, 30].map((count) => unseen.find(({ labels }) => labels === count));
  const at = (one: LabelledMeasures | undefined) => [
    one?.precision ?? null,
    one?.coverage ?? null,
    one?.falseAccepts ?? null,
  ];
  const { hit1, hit3, mrr, auroc, cov90 } = all;
  return [hit1, hit3, mrr, auroc, cov90, none?.ece ?? null, some?.ece ?? null, ...at(none), ...at(some)];
}

function questionsOf({ all }: SetMeasures): number {
  return all.answerable + all.mustEscalate;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
