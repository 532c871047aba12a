/** What ingest needs to make the tree of an answer before a release takes it, and to tell whether two threads ask the same. */
export type { AnswerTree } from '../answers/answer-tree.js';
export { parseAnswer } from '../answers/parse-answer.js';
export { type IsTorn, withoutTorn } from '../answers/tear-answer.js';
export { writeAnswer } from '../answers/write-answer.js';
export { termsOf } from '../lexical/tokenize.js';
export { isFarewell, isForTheAsker, isGreeting } from '../passages/passage-chatter.js';
export { OPPOSITES } from '../search/evidence/opposites.js';
