import type { ItemGist, JoinedItem, JoinReport } from '../contracts.js';
import { listLines, plainWords } from './plain-words.js';
import type { ReportWords } from './words/contracts.js';
import { joinWords } from './words/joins.js';

/** Threads that are told as one and answers that contradict each other, by title and link; nothing where there are none. */
export function joinLines(report: JoinReport, words: ReportWords, most: number): string[] {
  const { mode, joined, byRule, contradictions, unusedRules, rulesFile } = report;
  const said = joinWords[words.language];
  const link = ({ url, id }: ItemGist) => url ?? `${words.noLink}, ${plainWords(id)}`;
  const named = (label: string, item: ItemGist) =>
    `    ${label}: ${plainWords(item.title)}  ${link(item)}${item.answeredAt ? `  (${item.answeredAt.slice(0, 10)})` : ''}`;
  const behind = ({ item, into, because }: JoinedItem) => [
    `  ${plainWords(item.title)}  ${link(item)}`,
    `    ${said.standsBehind(plainWords(into.title), said.because[because])}  ${link(into)}`,
  ];
  const isAny = joined.count + byRule.count + contradictions.count > 0;
  return [
    ...listLines(said.byRule, byRule.first, most, words, behind, byRule.count),
    ...listLines(
      mode === 'tell' ? said.wouldJoin : said.joined,
      joined.first,
      most,
      words,
      behind,
      joined.count,
    ),
    ...listLines(
      said.contradictions,
      contradictions.first,
      most,
      words,
      ({ older, newer, about, isWithheld }) => [
        `  ${said.about[about]}${mode === 'tell' ? '' : `; ${isWithheld ? said.withheld : said.believedLess}`}`,
        named(said.older, older),
        named(said.newer, newer),
      ],
      contradictions.count,
    ),
    ...(isAny ? ['', said.howToUndo(rulesFile)] : []),
    ...unusedRules.map((position) => said.unusedRule(plainWords(position))),
  ];
}
