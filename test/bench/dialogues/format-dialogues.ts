import type { figuresOf } from './figures-of.js';
import type { figuresOfTurns } from './figures-of-turns.js';

type Half<Figures> = Readonly<Record<'fit' | 'report', Figures>>;
type Searched = Half<Readonly<Record<string, ReturnType<typeof figuresOf>>>>;

export interface DialoguesResult {
  readonly turns: Half<ReturnType<typeof figuresOfTurns>>;
  readonly dialogues?: Searched;
  readonly changes?: Searched;
  readonly notRight?: readonly string[];
}

/** The figures as tables in plain text. */
export function formatDialogues({ turns, dialogues, changes, notRight = [] }: DialoguesResult): string {
  return [
    ...Object.entries(turns).flatMap(([split, figures]) => turnLines(split, figures)),
    ...notRight,
    ...(dialogues ? searchedLines({ dialogues, ...(changes ? { changes } : {}) }) : []),
  ].join('\n');
}

function turnLines(split: string, figures: ReturnType<typeof figuresOfTurns>): string[] {
  const { dialogues, turns, right, harmful, lists, listsRight, seen, rightByKind } = figures;
  const shares = (of: Readonly<Record<string, number>>) =>
    Object.entries(of)
      .map(([name, part]) => `${name} ${part.toFixed(2)}`)
      .join(' · ');
  return [
    `${split}: ${dialogues} dialogues, ${turns} turns; right ${right.toFixed(2)}, harmful ${harmful}; ${lists} lists, ${listsRight.toFixed(2)} hold a right question`,
    `  share of turns: ${shares(seen)}`,
    `  right by kind: ${shares(rightByKind)}`,
  ];
}

function searchedLines(measured: Readonly<Record<string, Searched>>): string[] {
  const lines = Object.entries(measured).flatMap(([name, halves]) =>
    Object.entries(halves).flatMap(([split, figures]) =>
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
  return [head, ...lines].map(row);
}
