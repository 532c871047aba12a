import type { QuestionsReport } from '../contracts.js';
import type { AskedTwice, HoldReason, QuestionsEffect } from '../releasing/questions/contracts.js';
import { cutLine } from './cut-line.js';
import { percent } from './percent.js';
import { listLines, plainWords } from './plain-words.js';
import type { ReportWords } from './words/contracts.js';
import { holdReason, points } from './words/hold-reason.js';

/** Longer questions are known by their beginning, in characters. */
const LONGEST_QUESTION = 160;

/**
 * What a release does to the questions whose answers are known, as lines: how many, which get better, which worse.
 * @param most questions of a kind that are named
 */
export function questionsLines(report: QuestionsReport, words: ReportWords, most: number): string[] {
  const [head = '', ...counts] = questionCounts(report, words);
  if (report.kind === 'not-asked') return [head];
  const { effect } = report;
  return [
    head,
    ...counts.map((line) => `  ${line}`),
    ...movedLines(words.better, effect.better, words, most),
    ...movedLines(words.worse, effect.worse, words, most),
    ...listLines(words.failing, effect.failing, most, words, ({ name, question }) => [
      `  ${questionName(name, question)}`,
    ]),
  ];
}

/** The same in figures alone: how many were asked, or why none was, then a line each. */
export function questionCounts(report: QuestionsReport, words: ReportWords): string[] {
  if (report.kind === 'not-asked') return [words.noEffect[report.because]];
  return [words.questionsHead(report.effect.asked), ...countLines(report.effect, words)];
}

/** Why a release is held back, or was published all the same, as lines under a heading; none without a reason. */
export function againstLines(head: string, against: readonly HoldReason[], words: ReportWords): string[] {
  if (against.length === 0) return [];
  return [head, ...against.map((reason) => `  - ${plainWords(holdReason(reason, words))}`)];
}

function countLines(effect: QuestionsEffect, words: ReportWords): string[] {
  const { asked, before, after, change, precision, sure, needed, verdicts } = effect;
  const share = (count: number) => `${count} (${percent(count / Math.max(1, asked))})`;
  const said = (value: number | null) => (value === null ? '-' : percent(value));
  return [
    ...(change
      ? [
          words.rightLine(share(before.right), share(after.right)),
          words.changeLine(points(change.share), points(change.low), points(change.high)),
          words.precisionLine(said(precision.before), said(precision.after), sure),
        ]
      : []),
    ...(needed === null ? [] : [words.needed(needed)]),
    ...(verdicts > 0 ? [words.verdictsBeside(verdicts)] : []),
  ];
}

function movedLines(
  head: (count: number) => string,
  moved: readonly AskedTwice[],
  words: ReportWords,
  most: number,
): string[] {
  return listLines(head, moved, most, words, ({ known, before, after }) => [
    `  ${questionName(known.name, known.question)}${known.mustPass ? ` [${words.mustPass}]` : ''}`,
    `    ${words.before}: ${answerLine(before, words)}`,
    `    ${words.after}: ${answerLine(after, words)}`,
  ]);
}

/** What a release says to a question. */
export function answerLine(
  { outcome, title, probability }: AskedTwice['before'],
  words: ReportWords,
): string {
  const seen = title === null ? '' : ` — ${plainWords(title)} (${probability.toFixed(2)})`;
  return `${words.outcomes[outcome]}${seen}`;
}

/** A question by its name, where it has one. */
export function questionName(name: string, question: string): string {
  const asked = cutLine(plainWords(question), LONGEST_QUESTION);
  return name === question ? asked : `${plainWords(name)}  ${asked}`;
}
