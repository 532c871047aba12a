import { RUNS, type SetReplay } from './replay-set.js';

type Figure = keyof SetReplay['runs']['before'];

const COLUMNS: readonly (readonly [Figure, string, number])[] = [
  ['hit1', 'hit@1', 3],
  ['hit3', 'hit@3', 3],
  ['auroc', 'AUROC', 3],
  ['cov90', 'cov90', 3],
  ['ece', 'ECE', 3],
  ['threshold', 'threshold', 3],
  ['coverage', 'coverage', 3],
  ['precision', 'precision', 3],
  ['falseAccepts', 'false acc.', 3],
  ['gained', 'gained', 1],
  ['lost', 'lost', 1],
];

const NAME_WIDTH = 22;
const CELL_WIDTH = 11;

/** The figures as a table a set. */
export function formatReplay(result: Readonly<Record<string, SetReplay>>): string {
  return Object.entries(result)
    .map(([set, replay]) => formatSet(set, replay))
    .join('\n\n');
}

function formatSet(set: string, { items, questions, fifths, feedback, runs }: SetReplay): string {
  const { treatments, confirmed, rejected, wordings, labels } = feedback;
  const told = Object.entries(treatments).map(([treatment, count]) => `${count} ${treatment}`);
  return [
    `${set}: ${items} items, ${questions} questions; the past (${fifths} of 5 parts): ${told.join(', ')};`,
    `${confirmed} right, ${rejected} wrong; learned ${wordings} wordings, ${labels} labels`,
    line(
      '',
      COLUMNS.map(([, title]) => title),
    ),
    ...RUNS.map((run) =>
      line(
        run,
        COLUMNS.map(([figure, , decimals]) => runs[run][figure]?.toFixed(decimals) ?? '-'),
      ),
    ),
  ].join('\n');
}

function line(name: string, cells: readonly string[]): string {
  return name.padEnd(NAME_WIDTH) + cells.map((text) => text.padStart(CELL_WIDTH)).join('');
}
