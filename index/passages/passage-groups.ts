import { announcesLink, speaksOfLinkBefore } from './passage-links.js';
import type { PassagePart } from './passage-parts.js';
import { isDiagnosis, isRemedy } from './passage-remedies.js';
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

/** Parts in a row that are shown together or not at all, from `start` to before `end`. */
export interface PartGroup {
  readonly start: number;
  readonly end: number;
}

/**
 * Groups the parts of an answer: a condition with what it is for, a restriction with what it restricts, a sentence
 * with the one it leans on, a link with what speaks of it, a remedy with its diagnosis. Greetings and farewells are tied to nothing.
 */
export function groupParts(parts: readonly PassagePart[]): PartGroup[] {
  const groups: PartGroup[] = [];
  const opening = parts.findIndex(({ isChatter }) => !isChatter);
  const linked = tiedByLinks(parts);
  parts.forEach((part, at) => {
    const last = groups.at(-1);
    const before = parts[at - 1];
    const isTied =
      last !== undefined &&
      before !== undefined &&
      last.end - last.start <= MOST_TIES &&
      Math.min(part.words, before.words) <= MOST_TIED_WORDS &&
      (areTied(before, part, at - 1 === opening) || linked.has(at));
    if (isTied) groups[groups.length - 1] = { start: last.start, end: at + 1 };
    else groups.push({ start: at, end: at + 1 });
  });
  return groups;
}

function areTied(before: PassagePart, part: PassagePart, isFirst: boolean): boolean {
  if (before.isChatter || part.isChatter) return false;
  const isOneBlock = before.block === part.block;
  const isFollowed = isOneBlock || part.isStep;
  if (restrictsWhatIsBefore(part.text)) return true;
  // What helps is shown with what is wrong.
  if (isDiagnosis(before.text) && (part.pieces.some(({ isStep }) => isStep) || isRemedy(part.text)))
    return true;
  if (opensWithVerdict(before.text) && before.words <= BARE_VERDICT_WORDS) return true;
  if (restrictsWhatIsBefore(before.text) && (isFirst || part.isStep)) return true;
  return (
    (isFollowed && isConditionOfWhatFollows(before.text)) || (isOneBlock && leansOnWhatIsBefore(part.text))
  );
}

/** A link stands so many parts from what speaks of it, at most. */
const LINK_REACH = 3;

/** Numbers of the parts that are tied to the part before them, so that no link is parted from what speaks of it. */
function tiedByLinks(parts: readonly PassagePart[]): ReadonlySet<number> {
  const tied = new Set<number>();
  const tie = (from: number, to: number) => {
    for (let at = from + 1; at <= to; at++) tied.add(at);
  };
  parts.forEach((part, at) => {
    if (part.isChatter) return;
    if (part.hasLink) {
      // A bare address says nothing by itself.
      if (part.words === 0 && at > 0) tie(at - 1, at);
      return;
    }
    const near = parts.slice(Math.max(0, at - LINK_REACH), at);
    const before = near.findLastIndex(({ hasLink }) => hasLink);
    if (before >= 0 && speaksOfLinkBefore(part.text)) tie(at - near.length + before, at);
    const after = parts.slice(at + 1, at + 1 + LINK_REACH).findIndex(({ hasLink }) => hasLink);
    if (after >= 0 && announcesLink(part.text)) tie(at, at + 1 + after);
  });
  return tied;
}
