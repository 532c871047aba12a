import { wordsOf } from '../lexical/tokenize.js';
import { cutSentences } from './answer-sentences.js';
import { sentenceChances } from './passage-chances.js';
import { groupParts, type PartGroup } from './passage-groups.js';
import { type PassagePart, passageParts } from './passage-parts.js';
import { verdictsBefore, verdictText } from './passage-verdict.js';

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
 *
 * What is shown never says the opposite of the answer: the sentence with its "yes" or "no" stands above whatever is
 * shown, and a condition or restriction is shown with what it is about.
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
  const [start, end] = likeliestStretch(withoutChatter(parts, chances), groupParts(parts));
  const first = beginning(parts, start);
  if (first === 0 && end === parts.length) return { text: whole, isPart: false };
  const shown = headingLeftOut(parts, first) + joinParts(parts.slice(first, end));
  return { text: behindVerdicts(parts, first, shown), isPart: true };
}

/** Where to begin: a verdict right before the stretch belongs to it. */
function beginning(parts: readonly PassagePart[], start: number): number {
  const last = verdictsBefore(parts, start).at(-1);
  const isRightBefore =
    last === start - 1 && verdictText(parts[last] as PassagePart) === parts[last]?.text.trim();
  return isRightBefore ? start - 1 : start;
}

/** What is shown behind the sentences with the "yes" or "no" it depends on, with a sign of what is left out between. */
function behindVerdicts(parts: readonly PassagePart[], start: number, shown: string): string {
  const verdicts = verdictsBefore(parts, start).map((at) => verdictText(parts[at] as PassagePart));
  if (verdicts.length === 0) return shown;
  const gap = BLOCK_BEGINS.test(shown) ? '…\n\n' : '… ';
  return `${verdicts.join('\n\n… ')}\n\n${gap}${shown}`;
}

const BLOCK_BEGINS = /^\s*([-*+]\s|\d{1,3}[.)]\s|#{1,6}\s|>|\||```|~~~)/;

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

/**
 * Where the best stretch of groups begins and where it has ended, as numbers of parts; the earlier one of two that are
 * as good.
 */
function likeliestStretch(
  parts: readonly WeighedPart[],
  groups: readonly PartGroup[],
): readonly [number, number] {
  let best: readonly [number, number] = [0, parts.length];
  let highest = Number.NEGATIVE_INFINITY;
  groups.forEach(({ start }, from) => {
    const first = parts[start] as WeighedPart;
    if (first.isChatter) return;
    let words = 0;
    let chance = parts[start - 1]?.block === first.block ? -MIDDLE_COST : 0;
    for (let at = from; at < groups.length; at++) {
      const group = groups[at] as PartGroup;
      for (const part of parts.slice(group.start, group.end)) {
        words += part.words;
        chance += part.chance;
      }
      if (at > from && words > SHOWN_WORDS) return;
      const value = chance - LENGTH_COST * Math.max(0, words / SHOWN_WORDS - 1);
      if (parts[group.end - 1]?.isChatter || value <= highest) continue;
      highest = value;
      best = [start, group.end];
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
  if (!heading) return '';
  return `${heading.trim()}\n\n…${BLOCK_BEGINS.test(parts[start]?.text ?? '') ? '\n\n' : ' '}`;
}

function joinParts(parts: readonly PassagePart[]): string {
  return parts
    .map(({ text, block }, at) => (at > 0 && parts[at - 1]?.block !== block ? `\n\n${text}` : text))
    .join('')
    .trim();
}
