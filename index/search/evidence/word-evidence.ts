import type { TokenVectors } from '../../contracts/embedder.js';
import { termsOf, trigramsOf } from '../../lexical/tokenize.js';
import { readTitle, TITLE_EVIDENCE } from './title-evidence.js';
import { meansByWord } from './token-evidence.js';

/** What is known of one word of a question beside an item; each from 0 to 1 or a cosine. */
export const WORD_EVIDENCE = [
  'cosine',
  'least',
  'weight',
  'missing',
  'stands',
  'likeness',
  'inCompound',
  'isName',
  'hasDigit',
  'length',
  'pieces',
  'place',
  'othersStand',
  'othersMissing',
  'questionLength',
  ...TITLE_EVIDENCE,
] as const;

/** A word of a question. */
interface QuestionWord {
  /** As the customer wrote it, without the marks around it. */
  readonly text: string;
  /** One number for each name of `WORD_EVIDENCE`. */
  readonly evidence: Float64Array;
}

/** What a question's words are compared with. */
interface ComparedItem {
  /** Question and answer as text. */
  readonly text: string;
  /** Best cosine of each token of the question with the item's. */
  readonly tokenCosines: Float64Array;
  /** Tokens of the item's question. */
  readonly title: TokenVectors;
}

/** Shorter words stand in longer ones by chance. */
const SHORTEST_PART = 4;
const LONGEST_WORD = 12;
const MOST_PIECES = 5;
const MOST_WORDS = 20;
/** A word with so much `missing` is one of those that have no counterpart. */
const MISSING = 0.2;

/**
 * Reads the words of a question beside an item that may answer it.
 * @param weightOf idf of a token as a share of the highest
 * @param dimensions numbers in the row of a token
 * @returns null where the model cuts the text into other words than spaces do, so that none can be named
 */
export function readWords(
  question: string,
  tokens: TokenVectors,
  { text, tokenCosines, title }: ComparedItem,
  weightOf: (id: number) => number,
  dimensions: number,
): QuestionWord[] | null {
  const written = question.trim().split(/\s+/u);
  const means = meansByWord(tokens, tokenCosines);
  if (written.length !== (tokens.wordOfToken.at(-1) ?? -1) + 1) return null;
  const held = new Set(termsOf(text));
  const trigrams = [...held].map((word) => new Set(trigramsOf(word)));
  const inTitle = readTitle(tokens, title, tokenCosines, weightOf, dimensions);
  const words = Array.from(means, (cosine, at) => {
    const compared = [...tokenCosines.keys()].filter((place) => tokens.wordOfToken[place] === at);
    const weight = Math.max(0, ...compared.map((place) => weightOf(tokens.ids[place] as number)));
    const bare = bareOf(written[at] ?? '');
    const folded = termsOf(bare);
    return {
      text: bare,
      known: {
        cosine,
        least: Math.min(...compared.map((place) => tokenCosines[place] as number)),
        weight,
        missing: weight * (1 - cosine),
        stands: folded.length > 0 && folded.every((part) => held.has(part)) ? 1 : 0,
        likeness: likenessOf(bare, trigrams),
        inCompound: folded.some((part) => isPartOf(part, held)) ? 1 : 0,
        isName: isName(bare, written[at - 1]) ? 1 : 0,
        hasDigit: /\p{N}/u.test(bare) ? 1 : 0,
        length: Math.min(bare.length, LONGEST_WORD) / LONGEST_WORD,
        pieces: compared.length / MOST_PIECES,
        place: at / written.length,
      },
    };
  });
  return words.map(({ text, known }, at) => {
    const others = words.filter((_, other) => other !== at).map((other) => other.known);
    const shareOf = (isCounted: (other: typeof known) => boolean) =>
      others.filter(isCounted).length / Math.max(1, others.length);
    const all: Readonly<Record<string, number>> = {
      ...known,
      othersStand: shareOf(({ stands }) => stands === 1),
      othersMissing: shareOf(({ missing }) => missing > MISSING),
      questionLength: Math.min(MOST_WORDS, words.length) / MOST_WORDS,
      ...inTitle[at],
    };
    return { text, evidence: Float64Array.from(WORD_EVIDENCE, (name) => all[name] ?? 0) };
  });
}

function bareOf(word: string): string {
  return word.normalize('NFKC').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** The share of trigrams that a word has in common with the likest word of the item. */
function likenessOf(word: string, trigrams: readonly ReadonlySet<string>[]): number {
  const own = new Set(trigramsOf(word));
  if (own.size === 0) return 0;
  return trigrams.reduce((best, other) => {
    let shared = 0;
    for (const trigram of own) if (other.has(trigram)) shared += 1;
    return Math.max(best, shared / (own.size + other.size - shared));
  }, 0);
}

function isPartOf(word: string, held: ReadonlySet<string>): boolean {
  if (word.length < SHORTEST_PART) return false;
  for (const other of held) {
    if (other.length >= SHORTEST_PART && (other.includes(word) || word.includes(other))) return true;
  }
  return false;
}

/** A capital where no sentence begins. */
function isName(word: string, before: string | undefined): boolean {
  return /^\p{Lu}/u.test(word) && before !== undefined && !/[.!?]$/u.test(before);
}
