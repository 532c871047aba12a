import { treeWords } from '../../index/answers/tree-words.js';
import type { AnswerTree } from '../contracts/messages.js';

/** From this share of the suggestion's word pairs on, a reply passes it on; the agent may have shortened it. */
const SHARE = 0.8;

/** Whether an agent's reply passes on the bot's suggestion. */
export function usesGuess(reply: string, suggestion: AnswerTree): boolean {
  const wanted = wordPairs(treeWords(suggestion));
  const said = wordPairs(reply);
  const shared = [...wanted].filter((pair) => said.has(pair)).length;
  return wanted.size > 0 && shared >= wanted.size * SHARE;
}

/** Neighbouring words, without the numbers of steps, which a tree does not write out. */
function wordPairs(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]*\p{L}[\p{L}\p{N}]*/gu) ?? [];
  return new Set(words.slice(1).map((word, at) => `${words[at]} ${word}`));
}
