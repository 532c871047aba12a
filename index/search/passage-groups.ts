import type { PassagePart } from './passage-parts.js';
import {
  isConditionOfWhatFollows,
  leansOnWhatIsBefore,
  opensWithVerdict,
  restrictsWhatIsBefore,
} from './passage-ties.js';

/** So many parts are tied to one at most, … */
const MOST_TIES = 3;
/** … none of them of more words: what is shown stays bounded whatever an answer is made of. */
const MOST_TIED_WORDS = 60;
/** A "Nee." of so few words stands for what is behind it. */
const BARE_VERDICT_WORDS = 3;
const STEP = /^\s*([-*+]|\d{1,3}[.)])\s/;

/** Parts in a row that are shown together or not at all, from `start` to before `end`. */
export interface PartGroup {
  readonly start: number;
  readonly end: number;
}

/**
 * Groups the parts of an answer: a condition with what it is for, a restriction with what it restricts, a sentence
 * with the one it leans on. Greetings and farewells are tied to nothing.
 */
export function groupParts(parts: readonly PassagePart[]): PartGroup[] {
  const groups: PartGroup[] = [];
  const opening = parts.findIndex(({ isChatter }) => !isChatter);
  parts.forEach((part, at) => {
    const last = groups.at(-1);
    const before = parts[at - 1];
    const isTied =
      last !== undefined &&
      before !== undefined &&
      last.end - last.start <= MOST_TIES &&
      Math.min(part.words, before.words) <= MOST_TIED_WORDS &&
      areTied(before, part, at - 1 === opening);
    if (isTied) groups[groups.length - 1] = { start: last.start, end: at + 1 };
    else groups.push({ start: at, end: at + 1 });
  });
  return groups;
}

function areTied(before: PassagePart, part: PassagePart, isFirst: boolean): boolean {
  if (before.isChatter || part.isChatter) return false;
  const isOneBlock = before.block === part.block;
  const isFollowed = isOneBlock || STEP.test(part.text);
  if (restrictsWhatIsBefore(part.text)) return true;
  if (opensWithVerdict(before.text) && before.words <= BARE_VERDICT_WORDS) return true;
  if (restrictsWhatIsBefore(before.text) && (isFirst || STEP.test(part.text))) return true;
  return (
    (isFollowed && isConditionOfWhatFollows(before.text)) || (isOneBlock && leansOnWhatIsBefore(part.text))
  );
}
