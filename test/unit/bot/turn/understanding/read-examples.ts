import { readFileSync } from 'node:fs';

/** Reads labelled examples of `test/fixtures/understanding/`. */
export function readExamples<Row>(name: string): Row[] {
  const file = new URL(`../../../../fixtures/understanding/${name}.jsonl`, import.meta.url);
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
  /** What went wrong, so that a failing test says it. */
  readonly mistakes: string[];
}

/** Precision and recall of a reading over labelled rows. */
export function scoreOf<Row extends { readonly text: string }>(
  rows: readonly Row[],
  isWanted: (row: Row) => boolean,
  isFound: (row: Row) => boolean,
): Score {
  const marked = rows.map((row) => ({ row, wanted: isWanted(row), found: isFound(row) }));
  const right = marked.filter(({ wanted, found }) => wanted && found).length;
  const found = marked.filter((one) => one.found).length;
  const wanted = marked.filter((one) => one.wanted).length;
  return {
    precision: found === 0 ? 0 : right / found,
    recall: wanted === 0 ? 0 : right / wanted,
    mistakes: marked
      .filter((one) => one.wanted !== one.found)
      .map((one) => `${one.wanted ? 'missed' : 'wrong'}: ${one.row.text}`),
  };
}
