import type { AnswerTree } from '../../../../index/answers/answer-tree.js';
import { parseAnswer } from '../../../../index/answers/parse-answer.js';
import { treeWords } from '../../../../index/answers/tree-words.js';
import type { Item, Statement } from '../../../../index/contracts/items.js';
import type { Hit } from '../../../../index/contracts/search.js';
import type { OutgoingMessage, SpokenLanguage } from '../../../contracts/messages.js';
import { said } from '../../../said.js';
import { formatDate } from '../../phrases/format-date.js';
import { phrasesOf } from '../../phrases/phrases-of.js';
import { oneLine } from '../../understanding/normalise.js';
import { speakToReader } from './speak-to-reader.js';

/** A correction of fewer words leans on what it corrects: "It is € 14 now." */
const STANDS_ALONE_WORDS = 15;
/** The correction of a part: the rest is read above it. */
const SAYS_REST_HOLDS =
  /(?<!\p{L})(?:de rest|al het andere|het overige|verder)(?!\p{L})[^.!?]{0,60}(?<!\p{L})(?:hetzelfde|ongewijzigd|klopt|geldt|blijft|gelijk)(?!\p{L})|(?<!\p{L})(?:the rest|everything else|all else|otherwise)(?!\p{L})[^.!?]{0,60}(?<!\p{L})(?:the same|unchanged|holds?|stands?|correct|true|applies)(?!\p{L})/iu;
/** An addition of more words is only told with the whole answer. */
const SHORT_ADDITION_WORDS = 60;

/**
 * The words that are quoted, and the whole of them where that is more. Whose words are whose stays plain: what others
 * added, and what a correction corrects, stands below a line that says so.
 * @param question what the customer asked
 */
export function quoteAnswer(
  { item, passage, isPart, trees: written }: Pick<Hit, 'item' | 'passage' | 'isPart' | 'trees'>,
  language: SpokenLanguage,
  question: string | null = null,
): Pick<OutgoingMessage, 'text' | 'tree' | 'more'> {
  const { earlier = [], additions = [] } = item;
  const trees = {
    passage: speakToReader(written.passage, item, question),
    whole: speakToReader(written.whole, item, question),
  };
  const leansOnIt = leansOn(item);
  const shortAdditions = additions.filter(({ text }) => countWords(text) <= SHORT_ADDITION_WORDS);
  const shown = [
    ...withChange(trees.passage, item.whatChanged),
    ...shortAdditions.flatMap((addition) => addedBelow(addition, language)),
    ...(leansOnIt ? earlierBelow(leansOnIt, language) : []),
  ];
  const isWhole =
    !isPart && shortAdditions.length === additions.length && earlier.length === (leansOnIt ? 1 : 0);
  return {
    ...inBothForms(shown, trees.passage, passage, trees.passage === written.passage),
    more: isWhole
      ? null
      : {
          title: phrasesOf(language).readMore,
          ...inBothForms(
            wholeAnswer(item, trees.whole, language),
            trees.whole,
            item.answer,
            trees.whole === written.whole,
          ),
        },
  };
}

/** What a correction too short to stand alone is shown with: the answer that it corrects. */
export function leansOn({
  question,
  answer,
  earlier = [],
  additions = [],
}: Pick<Item, 'question' | 'answer' | 'earlier' | 'additions'>): Statement | undefined {
  const isShort = countWords(answer) < STANDS_ALONE_WORDS && !namesSubject(question, answer);
  const corrected = earlier[0];
  // What still holds of it stands beside the correction already; the rest is just what is no longer so.
  const isRestShown = corrected && additions.some(({ text }) => corrected.text.includes(text));
  return !isRestShown && (isShort || SAYS_REST_HOLDS.test(answer)) ? corrected : undefined;
}

/** So much of a word is the same in most of its forms. */
const STEM = 5;
const WHOLE_SENTENCE_WORDS = 8;

/** Whether a short answer says what it is about. */
function namesSubject(question: string, answer: string): boolean {
  const stems = (text: string) =>
    (text.toLowerCase().match(/\p{L}{5,}/gu) ?? []).map((word) => word.slice(0, STEM));
  const asked = new Set(stems(question));
  return countWords(answer) >= WHOLE_SENTENCE_WORDS && stems(answer).some((stem) => asked.has(stem));
}

/** What stands alone is said as it was written. */
function inBothForms(tree: AnswerTree, alone: AnswerTree, written: string, isAsWritten: boolean) {
  return isAsWritten && tree.length === alone.length ? { text: written, tree: alone } : said(tree);
}

/** A part of a correction never goes without what it corrects; what is left out between is marked. */
function withChange(passage: AnswerTree, change: string | undefined): AnswerTree {
  if (change === undefined) return passage;
  const changed = parseAnswer(change);
  if (treeWords(passage).includes(treeWords(changed))) return passage;
  return [...changed, { type: 'paragraph', children: [{ type: 'text', value: '…' }] }, ...passage];
}

function wholeAnswer(
  { earlier = [], additions = [] }: Item,
  answer: AnswerTree,
  language: SpokenLanguage,
): AnswerTree {
  return [
    ...answer,
    ...additions.flatMap((addition) => addedBelow(addition, language)),
    ...earlier.flatMap((statement) => earlierBelow(statement, language)),
  ];
}

function addedBelow(statement: Statement, language: SpokenLanguage): AnswerTree {
  return below(phrasesOf(language).addedBy(named(statement, language)), statement);
}

function earlierBelow(statement: Statement, language: SpokenLanguage): AnswerTree {
  return below(phrasesOf(language).earlierBy(named(statement, language)), statement);
}

function below(line: string, { text, tree }: Statement): AnswerTree {
  const introduction = [{ type: 'emphasis' as const, children: [{ type: 'text' as const, value: line }] }];
  return [{ type: 'paragraph', children: introduction }, ...(tree ?? parseAnswer(text))];
}

function named({ author, at }: Statement, language: SpokenLanguage) {
  return { author: oneLine(author.name), date: formatDate(at, language) };
}

function countWords(markdown: string): number {
  return markdown.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
