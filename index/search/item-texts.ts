import type { AnswerTree } from '../answers/answer-tree.js';
import { answerSentences } from '../answers/cut-answer.js';
import { parseAnswer } from '../answers/parse-answer.js';
import { passageText } from '../answers/tree-words.js';
import type { Item } from '../contracts/items.js';

/** The answer of an item as a tree, and its texts that get vectors. */
interface ItemTexts {
  readonly tree: AnswerTree;
  /** The question, the phrasings and what was asked, embedded as questions. */
  readonly questions: readonly string[];
  /** The question with the first words of the answer, embedded as a passage; null for an item without answer text. */
  readonly passage: string | null;
  /** The question with each sentence of the answer, embedded as passages. */
  readonly sentences: readonly string[];
}

/**
 * What of an item is embedded. What a correction corrects is searched with it: it is often the longer text on the subject.
 * @param tree what of its answer may be shown; its answer as it is written where not given
 */
export function itemTexts(item: Item, tree: AnswerTree = parseAnswer(item.answer)): ItemTexts {
  const { question, phrasings, asked = [] } = item;
  const hasAnswer = tree.length > 0;
  return {
    tree,
    questions: [question, ...phrasings, ...asked],
    passage: hasAnswer ? passageText(question, searchedTree(item, tree)) : null,
    // Without its question a sentence such as "Restart it first." could belong anywhere.
    sentences: hasAnswer ? answerSentences(tree).map(({ text }) => `${question} ${text}`) : [],
  };
}

/**
 * The words of an item's answer that are searched: as it is told, and what that corrects.
 * @param tree the answer as it is told
 */
export function searchedTree({ earlier = [] }: Pick<Item, 'earlier'>, tree: AnswerTree): AnswerTree {
  return [...tree, ...earlier.flatMap(({ text }) => parseAnswer(text))];
}
