import type { Evaluation } from './evaluate.js';

/** The figures as one line of JSON. */
export function jsonLine(measures: object): string {
  return JSON.stringify(measures, (_, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value,
  );
}

/** The figures as lines for people. */
export function formatEvaluation({ measures, bands, atThreshold }: Evaluation): string {
  const { hit1, hit3, mrr, auroc, cov90, ece, answerable, mustEscalate } = measures;
  const rows: readonly (readonly [string, string])[] = [
    ['questions', `${answerable} answerable, ${mustEscalate} for a person`],
    ['hit@1', figure(hit1)],
    ['hit@3', figure(hit3)],
    ['MRR', figure(mrr)],
    ['AUROC of confidence', figure(auroc)],
    ['cov90', figure(cov90)],
    ['calibration error', figure(ece)],
    ['answers from', figure(bands.answer)],
    ['  coverage', figure(atThreshold.coverage)],
    ['  precision', figure(atThreshold.precision)],
    ['  false accepts', figure(atThreshold.falseAccepts)],
  ];
  return rows.map(([name, value]) => `${name.padEnd(20)} ${value}`).join('\n');
}

function figure(value: number | null): string {
  return value === null ? '-' : value.toFixed(3);
}
