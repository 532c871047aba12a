import { cleanCharacters } from '../steps/text/clean-characters.js';
import type { ItemVersion, ReleaseHistory } from '../store/release-history.js';
import { minute } from './format-history.js';
import { plainWords } from './plain-words.js';
import type { ReportWords } from './words/contracts.js';
import { joinWords } from './words/joins.js';

/**
 * Where the answer of an item came from: what it said in a release, or in all of them, newest first, with the thread, who
 * wrote it, and the run that read it.
 * @param release id or name of a release; null for all
 */
export function formatTrace(
  itemId: string,
  release: string | null,
  history: Pick<ReleaseHistory, 'versionIn' | 'versionsOf' | 'find'>,
  words: ReportWords,
): string {
  if (release === null) {
    const versions = history.versionsOf(itemId);
    if (versions.length === 0) return words.noVersion(itemId);
    return versions.map((version) => versionLines(version, history, words).join('\n')).join('\n\n');
  }
  const version = history.versionIn(itemId, release);
  return version ? versionLines(version, history, words).join('\n') : words.notInRelease(itemId, release);
}

function versionLines(
  { item, from, to }: ItemVersion,
  history: Pick<ReleaseHistory, 'find'>,
  words: ReportWords,
): string[] {
  const run = history.find(from.id)?.run;
  const called = ({ name, id }: ItemVersion['from']) => `"${plainWords(name)}" (${id})`;
  const written = item.answeredAt === null ? '' : `, ${minute(item.answeredAt)}`;
  const until = to === null ? words.stillThere : words.versionUntil(called(to));
  return [
    `${words.versionFrom(called(from))} ${until}`,
    ...(run ? [`${words.run(run.sources.join(', '), run.read)}, ${minute(from.builtAt)}.`] : []),
    `${words.thread}  ${plainWords(item.question)}`,
    `  ${item.url ?? `${words.noLink}, ${item.id}`}`,
    `${words.writtenBy} ${plainWords(item.author.name)}${written}`,
    '',
    cleanCharacters(item.answer),
    ...sameLines(item, words),
    ...(item.earlier ?? []).flatMap(({ text }) => ['', words.formerly, cleanCharacters(text)]),
  ];
}

function sameLines({ sameIn = [] }: ItemVersion['item'], words: ReportWords): string[] {
  if (sameIn.length === 0) return [];
  return [
    '',
    joinWords[words.language].alsoAsked,
    ...sameIn.map(
      ({ id, question, author, url }) =>
        `  ${plainWords(question)} (${plainWords(author.name)})  ${url ?? `${words.noLink}, ${id}`}`,
    ),
  ];
}
