import type { TokenVectors } from '../../contracts/embedder.js';
import type { LearnedWords } from '../../contracts/learned-ranking.js';
import { ask } from '../committee.js';
import type { SearchIndex } from '../search-index.js';
import { storedQuestionTokens } from './stored-question-tokens.js';
import { createTokenWeights } from './token-evidence.js';
import { readWords, WORD_EVIDENCE } from './word-evidence.js';

/** The words of a question that an item says nothing about, though they may decide; in order, most often none. */
type FindUnmentioned = (question: string, tokens: TokenVectors | null, item: FoundItem) => string[];

interface FoundItem {
  readonly number: number;
  /** Question and answer as text. */
  readonly text: string;
  /** Best cosine of each token of the question with the item's. */
  readonly tokenCosines: Float64Array;
}

/** A line names no more words than it can be read with. */
const MOST_WORDS = 3;
const LONGEST = 40;

/**
 * Names what of a question has no counterpart in an item and may matter: "Spain", "TV-204"; not a polite word, a feeling or
 * the room. Learned from questions in which one decisive word was changed, and others with a detail that does not matter.
 *
 * Words side by side are named together. No name is longer than 40 characters.
 */
export function createFindUnmentioned(
  { tokens, items }: Pick<SearchIndex, 'tokens' | 'items'>,
  words: LearnedWords | null,
): FindUnmentioned {
  if (!tokens || !words || words.committee.means.length !== WORD_EVIDENCE.length) return () => [];
  const { committee, threshold } = words;
  const weightOf = createTokenWeights(tokens.itemsWith, items);
  return (question, read, { number, ...item }) => {
    const title = read ? storedQuestionTokens(tokens, number) : null;
    if (!read || !title) return [];
    const known = readWords(question, read, { ...item, title }, weightOf, tokens.dimensions);
    if (!known) return [];
    const weighed = known.map(({ text, evidence }, place) => ({
      text,
      place,
      logit: text === '' ? Number.NEGATIVE_INFINITY : ask(committee, evidence),
    }));
    const named = weighed
      .filter(({ logit }) => logit >= threshold)
      .sort((left, right) => right.logit - left.logit)
      .slice(0, MOST_WORDS)
      .sort((left, right) => left.place - right.place);
    return joinNeighbours(named).filter((name) => name.length <= LONGEST);
  };
}

function joinNeighbours(words: readonly { readonly text: string; readonly place: number }[]): string[] {
  const names: string[] = [];
  words.forEach(({ text, place }, at) => {
    const before = words[at - 1];
    if (before && before.place === place - 1) names.push(`${names.pop() ?? ''} ${text}`);
    else names.push(text);
  });
  return names;
}
