import { answerSentences as sentencesOf } from '../../index/answers/cut-answer.js';
import { parseAnswer } from '../../index/answers/parse-answer.js';
import { writeAnswer } from '../../index/answers/write-answer.js';
import { choosePassage as choose, type PassageOptions } from '../../index/passages/passage.js';

/** The passage of an answer in Markdown, for tests that write answers as people do. */
export function choosePassage(question: string, markdown: string, options: PassageOptions = {}) {
  const { tree, isPart } = choose(question, parseAnswer(markdown), options);
  return { text: writeAnswer(tree), isPart };
}

/** The sentences of an answer in Markdown. */
export function answerSentences(markdown: string): { text: string; block: number }[] {
  return sentencesOf(parseAnswer(markdown)).map(({ text, block }) => ({ text, block }));
}
