import { isHeading } from '../answers/answer-leaves.js';
import type { AnswerTree } from '../answers/answer-tree.js';
import { type CutAnswer, cutAnswer } from '../answers/cut-answer.js';
import { behindGap, treeOfPieces } from '../answers/cut-passage.js';
import { sentenceChances } from './passage-chances.js';
import { groupParts, type PartGroup } from './passage-groups.js';
import { type PassagePart, passageParts, promisesNothing } from './passage-parts.js';
import { isVerdictAlone, verdictOf, verdictsBefore } from './passage-verdict.js';

/** The part of an answer to show. */
interface Passage {
  readonly tree: AnswerTree;
  /** Whether a part of the answer is left out that is worth a button. */
  readonly isPart: boolean;
}

export interface PassageOptions {
  /** How much a trigram tells (its idf); rare ones tell more. All the same where not given. */
  readonly weightOf?: (trigram: string) => number;
  /** Centred cosine of the customer's question with each of `answerSentences(tree)`; without, trigrams decide. */
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
 * part with the line that introduces them; greetings, farewells and what is meant for the asker alone are not at the ends.
 *
 * What is shown never says the opposite of the answer: the sentence with its "yes" or "no" stands above whatever is
 * shown, and a condition or restriction is shown with what it is about.
 */
export function choosePassage(question: string, tree: AnswerTree, options: PassageOptions = {}): Passage {
  const cut = cutAnswer(tree);
  const parts = passageParts(cut);
  if (cut.pieces.reduce((sum, { words }) => sum + words, 0) <= WHOLE_WORDS) {
    return { tree: withoutEnds(tree, cut, parts), isPart: false };
  }
  const chances = sentenceChances(question, cut, {
    weightOf: options.weightOf ?? (() => 1),
    cosines: options.sentenceCosines?.length ? options.sentenceCosines : null,
    title: options.title ?? null,
  });
  const [start, end] = likeliestStretch(withoutChatter(parts, chances), groupParts(parts));
  const first = beginning(parts, start);
  if (first === 0 && end === parts.length) return { tree, isPart: false };
  const shown = shownTree(cut, parts, first, end);
  return { tree: behindVerdicts(cut, parts, first, shown), isPart: true };
}

/** A short answer without an opening that is meant for its asker alone and without a link that is promised and gone. */
function withoutEnds(tree: AnswerTree, { leaves }: CutAnswer, parts: readonly PassagePart[]): AnswerTree {
  const first = parts.findIndex(({ isChatter }) => !isChatter);
  const last = parts.at(-1);
  const end = last?.isChatter && promisesNothing(last, undefined) ? parts.length - 1 : parts.length;
  if (first < 0 || (first === 0 && end === parts.length)) return tree;
  return treeOfPieces(
    leaves,
    parts.slice(first, end).flatMap(({ pieces }) => pieces),
  );
}

/** Where to begin: a verdict right before the stretch belongs to it. */
function beginning(parts: readonly PassagePart[], start: number): number {
  const last = verdictsBefore(parts, start).at(-1);
  return last === start - 1 && isVerdictAlone(parts[last] as PassagePart) ? start - 1 : start;
}

/** What is shown behind the sentences with the "yes" or "no" it depends on, with a sign of what is left out between. */
function behindVerdicts(
  { leaves }: CutAnswer,
  parts: readonly PassagePart[],
  start: number,
  shown: AnswerTree,
): AnswerTree {
  const verdicts = verdictsBefore(parts, start).map((at): AnswerTree => {
    const { piece, cut } = verdictOf(parts[at] as PassagePart);
    return cut === null
      ? treeOfPieces(leaves, [piece])
      : [{ type: 'paragraph', children: [{ type: 'text', value: cut }] }];
  });
  const [opening, ...others] = verdicts;
  return opening ? [...opening, ...others.flatMap(behindGap), ...behindGap(shown)] : shown;
}

/** The parts from `first` to before `end`, under the heading of their block where its beginning is left out. */
function shownTree(
  { leaves }: CutAnswer,
  parts: readonly PassagePart[],
  first: number,
  end: number,
): AnswerTree {
  const shown = treeOfPieces(
    leaves,
    parts.slice(first, end).flatMap(({ pieces }) => pieces),
  );
  const start = parts.findIndex(({ block }) => block === parts[first]?.block);
  const pieces = start < first ? (parts[start]?.pieces ?? []) : [];
  const others = pieces.findIndex((piece) => !piece.isHeading);
  const headings = treeOfPieces(leaves, others < 0 ? pieces : pieces.slice(0, others));
  return headings.some(isHeading) ? [...headings, ...behindGap(shown)] : shown;
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
