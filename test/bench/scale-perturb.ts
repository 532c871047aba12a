import { answerSentences } from '../../index/answers/cut-answer.js';
import { parseAnswer } from '../../index/answers/parse-answer.js';
import type { Item } from '../../index/contracts/items.js';
import type { EmbeddedItem } from '../../index/contracts/releases.js';
import { type Random, randomFrom } from '../../index/platform/random.js';
import { dot } from '../../index/vector/vector-table.js';
import { type RealItem, unit } from './scale-corpus.js';

/** Cosine of a copy's vectors to its original's, as between one question in two wordings. */
const COSINE = { least: 0.85, most: 0.97 } as const;
/** How likely each edit is, for every word of a question; words of an answer are edited a third as often. */
const EDITS = { drop: 0.06, swap: 0.06, other: 0.12, typo: 0.05 } as const;

/**
 * `count` items: the real ones, then copies of them in turn with other numbers, dropped, exchanged and foreign words
 * and typing errors. A copy's vectors are the original's moved along the difference of two other items, so that they
 * stay where vectors of sentences are, as far as wordings of one question lie apart; vectors of the sentences of an
 * answer are its passage's moved in the same way. Always the same for a count.
 */
export function* multiplied(real: readonly RealItem[], count: number): Generator<EmbeddedItem> {
  const vocabulary = real.flatMap(({ item }) => item.question.match(/[\p{L}\p{N}]{4,}/gu) ?? []);
  // Fewer than there are: from all sets alike.
  const step = Math.max(1, real.length / count);
  for (let number = 0; number < count; number++) {
    const original = real[Math.floor(number * step) % real.length] as RealItem;
    yield itemOf(original, real, vocabulary, number);
  }
}

function itemOf(
  original: RealItem,
  real: readonly RealItem[],
  vocabulary: readonly string[],
  number: number,
): EmbeddedItem {
  const random = randomFrom(number);
  const isCopy = number >= real.length;
  const item = isCopy ? copyOf(original.item, vocabulary, number, random) : original.item;
  const move = (vector: Float32Array, of: (other: RealItem) => Float32Array | undefined) =>
    moved(vector, of(oneOf(real, random)), of(oneOf(real, random)), random);
  const question = isCopy ? move(original.question, (other) => other.question) : original.question;
  const passage = isCopy ? move(original.passage, (other) => other.passage) : original.passage;
  return {
    item,
    questionVectors: [question],
    passageVector: passage,
    sentenceVectors: answerSentences(parseAnswer(item.answer)).map(() =>
      move(passage, (other) => other.passage),
    ),
    tokens: original.tokens ?? null,
  };
}

function copyOf(item: Item, vocabulary: readonly string[], number: number, random: Random): Item {
  return {
    ...item,
    id: `${item.id}~${number}`,
    question: edited(item.question, vocabulary, 1, random),
    answer: edited(item.answer, vocabulary, 1 / 3, random),
  };
}

/** A unit vector at some cosine to `vector`, in the direction from `here` to `there`. */
function moved(
  vector: Float32Array,
  here: Float32Array | undefined,
  there: Float32Array | undefined,
  random: Random,
): Float32Array {
  const cosine = COSINE.least + (COSINE.most - COSINE.least) * random();
  if (!here || !there) return vector;
  const away = there.map((value, axis) => value - (here[axis] ?? 0));
  const along = dot(vector, away);
  const across = away.map((value, axis) => value - along * (vector[axis] ?? 0));
  const length = Math.sqrt(dot(across, across));
  if (length === 0) return vector;
  const share = Math.sqrt(1 - cosine ** 2) / length;
  return unit(vector.map((value, axis) => cosine * value + share * (across[axis] ?? 0)));
}

function edited(text: string, vocabulary: readonly string[], rate: number, random: Random): string {
  const words = text.split(' ');
  const kept: string[] = [];
  for (const word of words) {
    const chance = random() / rate;
    if (chance < EDITS.drop) continue;
    if (chance < EDITS.drop + EDITS.swap) kept.splice(-1, 0, word);
    else if (chance < EDITS.drop + EDITS.swap + EDITS.other) kept.push(oneOf(vocabulary, random));
    else if (chance < EDITS.drop + EDITS.swap + EDITS.other + EDITS.typo) kept.push(mistyped(word, random));
    else kept.push(word.replace(/\d/g, () => String(Math.floor(random() * 10))));
  }
  return kept.join(' ') || text;
}

/** A word with two letters exchanged. */
function mistyped(word: string, random: Random): string {
  const at = Math.floor(random() * Math.max(1, word.length - 1));
  return word.slice(0, at) + word.slice(at + 1, at + 2) + word.slice(at, at + 1) + word.slice(at + 2);
}

function oneOf<Entry>(entries: readonly Entry[], random: Random): Entry {
  return entries[Math.floor(random() * entries.length)] as Entry;
}
