import type { Hit, Item, Statement } from '../../../index/contracts.js';
import type { OutgoingMessage, SpokenLanguage } from '../../contracts.js';
import { escapeMarkdown } from '../phrases/escape-markdown.js';
import { formatDate } from '../phrases/format-date.js';
import { phrasesOf } from '../phrases/phrases-of.js';

/** A correction of fewer words leans on what it corrects: "It is € 14 now." */
const STANDS_ALONE_WORDS = 15;
/** An addition of more words is only told with the whole answer. */
const SHORT_ADDITION_WORDS = 60;

/**
 * The words that are quoted, in Markdown, and the whole of them where that is more. Whose words are whose stays plain:
 * what others added, and what a correction corrects, stands below a line that says so.
 */
export function quoteAnswer(
  { item, passage, isPart, trees }: Pick<Hit, 'item' | 'passage' | 'isPart' | 'trees'>,
  language: SpokenLanguage,
): Pick<OutgoingMessage, 'text' | 'tree' | 'more'> {
  const { earlier = [], additions = [] } = item;
  const [corrected] = earlier;
  const leansOnIt = countWords(item.answer) < STANDS_ALONE_WORDS ? corrected : undefined;
  const shortAdditions = additions.filter(({ text }) => countWords(text) <= SHORT_ADDITION_WORDS);
  const text = joined([
    withChange(passage, item.whatChanged),
    ...shortAdditions.map((addition) => addedBelow(addition, language)),
    leansOnIt ? earlierBelow(leansOnIt, language) : '',
  ]);
  const whole = wholeAnswer(item, language);
  const isWhole =
    !isPart && shortAdditions.length === additions.length && earlier.length === (leansOnIt ? 1 : 0);
  return {
    text,
    ...(trees && text === passage ? { tree: trees.passage } : {}),
    more: isWhole
      ? null
      : {
          title: phrasesOf(language).readMore,
          text: whole,
          ...(trees && whole === item.answer ? { tree: trees.whole } : {}),
        },
  };
}

/** A part of a correction never goes without what it corrects; what is left out between is marked. */
function withChange(passage: string, change: string | undefined): string {
  return change === undefined || passage.includes(change) ? passage : `${change}\n\n…\n\n${passage}`;
}

function wholeAnswer({ answer, earlier = [], additions = [] }: Item, language: SpokenLanguage): string {
  return joined([
    answer,
    ...additions.map((addition) => addedBelow(addition, language)),
    ...earlier.map((statement) => earlierBelow(statement, language)),
  ]);
}

function addedBelow(statement: Statement, language: SpokenLanguage): string {
  return below(phrasesOf(language).addedBy(named(statement, language)), statement.text);
}

function earlierBelow(statement: Statement, language: SpokenLanguage): string {
  return below(phrasesOf(language).earlierBy(named(statement, language)), statement.text);
}

function below(line: string, text: string): string {
  return `*${line}*\n\n${text}`;
}

function named({ author, at }: Statement, language: SpokenLanguage) {
  return { author: escapeMarkdown(author.name), date: formatDate(at, language) };
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

function countWords(markdown: string): number {
  return markdown.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
