import type { OpposedAnswer, OpposedPair } from '../../index/contracts/pair-decisions.js';
import { cutLine } from './cut-line.js';
import { plainWords } from './plain-words.js';
import type { ReportLanguage } from './words/contracts.js';
import { joinWords } from './words/joins.js';

/** Pairs that a terminal shows: more than an afternoon's work. */
const MOST = 50;
/** Characters of an answer beside the other. */
const ANSWER_WIDTH = 160;

/** Answers that contradict each other, both sides, and how to decide, as `npm run ingest -- review pairs` prints them. */
export function formatPairs(
  { count, first }: { readonly count: number; readonly first: readonly OpposedPair[] },
  rulesFile: string,
  language: ReportLanguage,
): string {
  const words = joinWords[language];
  if (count === 0) return words.noContradictions;
  const side = (label: string, { question, answer, itemId, url, answeredAt }: OpposedAnswer) => [
    `    ${label}${answeredAt ? ` (${answeredAt.slice(0, 10)})` : ''}: ${plainWords(question)}`,
    `      ${cutLine(plainWords(answer), ANSWER_WIDTH)}`,
    `      ${url === null ? plainWords(itemId) : `${plainWords(itemId)}  ${url}`}`,
  ];
  const lines = first
    .slice(0, MOST)
    .flatMap(({ older, newer, about, isHeldBack }) => [
      '',
      `  ${words.about[about]}; ${isHeldBack ? words.withheld : words.believedLess}`,
      ...side(words.older, older),
      ...side(words.newer, newer),
    ]);
  return [words.contradictions(count), ...lines, '', words.howToUndo(rulesFile)].join('\n');
}
