import { sideBySide } from '../../../index/terminal/side-by-side.js';
import type { PreviewSide } from '../../contracts/content/desk-releases.js';
import type { ShadowChange, ShadowCounts, ShadowReport } from '../../contracts/content/desk-shadow.js';
import type { ShadowWords } from './words.js';

const VERDICTS = ['answer', 'doubt', 'choices', 'person'] as const;
/** Characters of a column of figures. */
const COLUMN = 14;

/**
 * What questions of customers come to, for a terminal.
 * @param look.most changes that are shown
 * @param look.width characters a line
 */
export function formatShadow(
  report: ShadowReport,
  words: ShadowWords,
  look: { readonly days: number; readonly most: number; readonly width: number },
): string[] {
  if (report.different === 0) return [words.none(look.days)];
  const { before, after, asked, leftOut, changes } = report;
  const shown = changes.slice(0, look.most);
  return [
    words.asked(report, look.days),
    ...(leftOut > 0 ? [words.leftOut(leftOut)] : []),
    '',
    ...table(before, after, asked, words),
    '',
    ...(before === null
      ? [words.noneToCompare]
      : [changes.length === 0 ? words.same : words.changes(changes.length)]),
    ...shown.flatMap((change, place) => ['', ...formatChange(change, place + 1, words, look.width)]),
    ...(changes.length > shown.length ? ['', words.more(changes.length - shown.length)] : []),
  ];
}

function table(
  before: ShadowCounts | null,
  after: ShadowCounts,
  asked: number,
  words: ShadowWords,
): string[] {
  const heads = VERDICTS.map((verdict) => words.verdicts[verdict]);
  const first = Math.max(...heads.map((head) => head.length)) + 2;
  const figure = (count: number) => `${count} (${Math.round((100 * count) / asked)} %)`.padStart(COLUMN);
  const now = (text: string) => (before === null ? '' : text.padStart(COLUMN));
  return [
    `${''.padEnd(first)}${now(words.now)}${words.next.padStart(COLUMN)}`,
    ...VERDICTS.map(
      (verdict) =>
        `${words.verdicts[verdict].padEnd(first)}${before === null ? '' : figure(before[verdict])}${figure(after[verdict])}`,
    ),
  ];
}

function formatChange(
  { question, times, kind, before, after }: ShadowChange,
  place: number,
  words: ShadowWords,
  width: number,
): string[] {
  return [
    `${place}. ${times}× ${question.replace(/\s+/g, ' ')} (${words.kinds[kind]})`,
    ...sideBySide(
      { head: words.now, text: sideText(before, words) },
      { head: words.next, text: sideText(after, words) },
      width,
    ),
  ];
}

function sideText({ verdict, hits }: PreviewSide, words: ShadowWords): string {
  const [first] = hits;
  if (verdict === 'person' || !first) return words.told.person;
  if (verdict === 'choices') return [words.told.choices, ...hits.map(({ title }) => `- ${title}`)].join('\n');
  return [words.told[verdict], first.title, first.passage ?? '', `-- ${first.author}`].join('\n');
}
