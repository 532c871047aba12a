import { sideBySide } from '../../index/terminal/side-by-side.js';
import type { ChangedPart, ContentPlan, IngestReport, ItemGist, ThreadPlace } from '../contracts.js';
import type { SkipReason } from '../sources/contracts.js';
import { cleanCharacters } from '../steps/text/clean-characters.js';
import { differing } from './differing.js';
import { againstLines, questionsLines } from './format-questions.js';
import { listLines, plainWords } from './plain-words.js';
import type { ReportWords } from './words/contracts.js';

interface PlanLook {
  readonly words: ReportWords;
  /** Whether everything that is kept is listed, instead of the first of each kind. */
  readonly isAll: boolean;
  /** Characters in a line. */
  readonly width: number;
}

/** Entries of a kind that a plan shows; of threads left out, which are many and mostly known, fewer. */
const SHOWN = 10;
const SHOWN_THREADS = 3;
/** More of what differs than this is not shown unless everything is, in characters. */
const SHOWN_ANSWER = 600;

/** What a run would change, as content people read it: by title and link, changed answers side by side. */
export function formatPlan(report: IngestReport, look: PlanLook): string {
  const { words, isAll } = look;
  const { plan, threads, questions, against = [] } = report;
  const most = isAll ? Number.POSITIVE_INFINITY : SHOWN;
  const verdict =
    against.length === 0 ? [words.wouldGoLive] : againstLines(words.wouldBeHeldBack, against, words);
  return [
    ...(plan ? contentLines(plan, look, most) : []),
    ...(threads ? threadLines(threads, words, isAll ? most : SHOWN_THREADS) : []),
    '',
    ...(questions ? questionsLines(questions, words, most) : []),
    '',
    ...verdict,
  ]
    .join('\n')
    .replace(/^\n+/, '');
}

function contentLines(plan: ContentPlan, look: PlanLook, most: number): string[] {
  const { words } = look;
  const { added, changed, changedBesides, withdrawn, joined } = plan;
  const isNothing = added.count + changed.count + changedBesides + withdrawn.count === 0;
  const gist = (item: ItemGist) => [`  ${plainWords(item.title)}`, `    ${linkOf(item, words)}`];
  return [
    ...(isNothing ? [words.nothingChanges] : []),
    ...listLines(words.added, added.first, most, words, gist, added.count),
    ...listLines(
      words.changed,
      changed.first,
      most,
      words,
      ({ before, after, parts }) => [...gist(after), ...changeLines(before, after, parts, look)],
      changed.count,
    ),
    ...(changedBesides > 0 ? ['', words.changedBesides(changedBesides)] : []),
    ...listLines(words.withdrawn, withdrawn.first, most, words, gist, withdrawn.count),
    ...listLines(
      words.joined,
      joined.first,
      most,
      words,
      ({ threadId, wording, into }) => [
        `  ${plainWords(wording === '' ? threadId : wording)}`,
        `    ${words.joins(plainWords(into.title))}  ${linkOf(into, words)}`,
      ],
      joined.count,
    ),
  ];
}

function changeLines(
  before: ItemGist,
  after: ItemGist,
  parts: readonly ChangedPart[],
  { words, isAll, width }: PlanLook,
): string[] {
  const shortened = (text: string) =>
    text.length <= SHOWN_ANSWER ? text : `${text.slice(0, SHOWN_ANSWER)}…`;
  const textsOf = (old: string, next: string) => {
    const clean = [cleanCharacters(old), cleanCharacters(next)] as const;
    return isAll ? clean : differing(...clean).map(shortened);
  };
  const pair = (part: ChangedPart, old: string, next: string) => {
    if (!parts.includes(part)) return [];
    const [left = '', right = ''] = textsOf(old, next);
    return sideBySide(
      { head: `${words.parts[part]}, ${words.before}`, text: left },
      { head: `${words.parts[part]}, ${words.after}`, text: right },
      width - 4,
    ).map((line) => `    ${line}`);
  };
  const others = parts.filter((part) => !['title', 'answer', 'author'].includes(part));
  return [
    ...pair('title', before.title, after.title),
    ...pair('answer', before.answer, after.answer),
    ...pair('author', before.author, after.author),
    ...(others.length > 0 ? [`    + ${others.map((part) => words.parts[part]).join(', ')}`] : []),
  ];
}

function threadLines(
  { leftOut, redacted }: NonNullable<IngestReport['threads']>,
  words: ReportWords,
  most: number,
): string[] {
  const reasons = Object.entries(leftOut) as [SkipReason, (typeof leftOut)[SkipReason]][];
  return [
    ...listLines(
      words.redacted,
      redacted.first,
      most,
      words,
      (place) => placeLines(place, words),
      redacted.count,
    ),
    ...reasons.flatMap(([reason, list]) =>
      list
        ? listLines(
            (count) => words.leftOut(count, words.skipReasons[reason]),
            list.first,
            most,
            words,
            (place) => placeLines(place, words),
            list.count,
          )
        : [],
    ),
  ];
}

function placeLines({ title, url, position, detail }: ThreadPlace, words: ReportWords): string[] {
  const more = detail === '' ? '' : ` (${plainWords(detail)})`;
  if (title === null) return [`  ${plainWords(position)}${more}`];
  return [`  ${plainWords(title)}${more}`, `    ${url ?? `${words.noLink}, ${plainWords(position)}`}`];
}

function linkOf({ url, id }: ItemGist, words: ReportWords): string {
  return url ?? `${words.noLink}, ${plainWords(id)}`;
}
