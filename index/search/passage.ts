import { wordsOf } from '../lexical/tokenize.js';
import { cutSentences } from './answer-sentences.js';
import { sentenceChances } from './passage-chances.js';
import { type PassagePart, passageParts } from './passage-parts.js';

/** The part of an answer to show, in Markdown. */
export interface Passage {
  readonly text: string;
  /** Whether a part of the answer is left out. */
  readonly isPart: boolean;
}

export interface PassageOptions {
  /** How much a trigram tells (its idf); rare ones tell more. All the same where not given. */
  readonly weightOf?: (trigram: string) => number;
  /** Centred cosine of the customer's question with each of `answerSentences(answer)`; without, trigrams decide. */
  readonly sentenceCosines?: ArrayLike<number>;
  /** The question the answer was given to: who asks the same is answered early, who asks on is answered later. */
  readonly title?: string;
}

/** About so many words are shown at once; a list is shown whole however long it is. */
const SHOWN_WORDS = 60;
/** An answer that is not much longer is shown whole: a button for two more lines helps nobody. */
const WHOLE_WORDS = 75;
/** What starting in the middle of a paragraph costs, as a probability. */
const MIDDLE_COST = 0.03;
/** What every further SHOWN_WORDS of a long list cost, as a probability. */
const LENGTH_COST = 0.2;

/**
 * Chooses the part of an answer that answers a question. Every sentence has a chance of being the one that answers;
 * shown are the neighbouring parts of about 60 words with the greatest chance together. Lists, code and tables are one
 * part with the line that introduces them; greetings and farewells are not at the ends.
 */
export function choosePassage(question: string, answer: string, options: PassageOptions = {}): Passage {
  const whole = answer.trim();
  if (wordsOf(whole).length <= WHOLE_WORDS) return { text: whole, isPart: false };
  const sentences = cutSentences(whole);
  const parts = passageParts(whole, sentences);
  const chances = sentenceChances(question, sentences, {
    weightOf: options.weightOf ?? (() => 1),
    cosines: options.sentenceCosines?.length ? options.sentenceCosines : null,
    title: options.title ?? null,
  });
  const [start, end] = likeliestStretch(withoutChatter(parts, chances));
  if (start === 0 && end === parts.length) return { text: whole, isPart: false };
  return { text: headingLeftOut(parts, start) + joinParts(parts.slice(start, end)), isPart: true };
}

interface WeighedPart extends PassagePart {
  readonly chance: number;
}

/** The parts with their chances; chatter has none, unless there is nothing else. */
function withoutChatter(parts: readonly PassagePart[], chances: readonly number[]): WeighedPart[] {
  const isAllChatter = parts.every(({ isChatter }) => isChatter);
  return parts.map((part) => {
    const isChatter = part.isChatter && !isAllChatter;
    const held = [...part.shares].map(([sentence, share]) => share * (chances[sentence] ?? 0));
    return { ...part, isChatter, chance: isChatter ? 0 : held.reduce((sum, chance) => sum + chance, 0) };
  });
}

/** Where the best stretch of parts begins and where it has ended; the earlier one of two that are as good. */
function likeliestStretch(parts: readonly WeighedPart[]): readonly [number, number] {
  let best: readonly [number, number] = [0, parts.length];
  let highest = Number.NEGATIVE_INFINITY;
  parts.forEach((first, start) => {
    if (first.isChatter) return;
    let words = 0;
    let chance = parts[start - 1]?.block === first.block ? -MIDDLE_COST : 0;
    for (let at = start; at < parts.length; at++) {
      const part = parts[at] as WeighedPart;
      words += part.words;
      chance += part.chance;
      if (at > start && words > SHOWN_WORDS) return;
      const value = chance - LENGTH_COST * Math.max(0, words / SHOWN_WORDS - 1);
      if (part.isChatter || value <= highest) continue;
      highest = value;
      best = [start, at + 1];
    }
  });
  return best;
}

/** The heading of a block whose beginning is left out, with a sign that it is. */
function headingLeftOut(parts: readonly PassagePart[], start: number): string {
  const first = parts.findIndex(({ block }) => block === parts[start]?.block);
  const heading =
    first < start
      ? /^(\s*(#{1,6}\s.*|(\*\*|__)[^*_\n]{1,80}\3:?)\n+)+/.exec(parts[first]?.text ?? '')?.[0]
      : undefined;
  return heading ? `${heading.trim()}\n\n… ` : '';
}

function joinParts(parts: readonly PassagePart[]): string {
  return parts
    .map(({ text, block }, at) => (at > 0 && parts[at - 1]?.block !== block ? `\n\n${text}` : text))
    .join('')
    .trim();
}
