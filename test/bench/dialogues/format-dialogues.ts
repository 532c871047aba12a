import type { figuresOf } from './figures-of.js';

/** Figures of each set, half and strategy. */
export type Measured = Readonly<
  Record<string, Readonly<Record<'fit' | 'report', Readonly<Record<string, ReturnType<typeof figuresOf>>>>>>
>;

/** The figures as a table for a terminal, a line a strategy. */
export function formatDialogues(measured: Measured): string {
  const lines = Object.entries(measured).flatMap(([name, { fit, report }]) =>
    Object.entries({ fit, report }).flatMap(([split, figures]) =>
      Object.entries(figures).map(([strategy, { hit1, hit3, answered, answeredRight, noAnswerAnswered }]) => [
        name,
        split,
        strategy,
        hit1,
        hit3,
        answered,
        answeredRight,
        noAnswerAnswered,
      ]),
    ),
  );
  const head = ['set', 'split', 'strategy', 'hit@1', 'hit@3', 'answered', 'rightly', 'no answer, answered'];
  const widths = [10, 7, 18, 6, 6, 9, 8];
  const row = (cells: readonly unknown[]) =>
    cells.map((cell, at) => String(cell).padEnd(widths[at] ?? 0)).join(' ');
  return `${[head, ...lines].map(row).join('\n')}\n`;
}
