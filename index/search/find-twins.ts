import { setImmediate as nextTurn } from 'node:timers/promises';
import { RECIPE } from './recipe.js';
import { createLikenesses, type Likeness, lookOf, type TwinLook, type TwinParts } from './twin-likenesses.js';

/** Which items stand as one: those with the same answer, near-identical ones, and translations of each other. */
export interface Twins {
  /** Items that stand as one share a number. */
  readonly twinOfItem: Uint32Array;
  /** What each item is like: for the release after this one. */
  readonly looks: readonly TwinLook[];
  /** Items among the nearest of one that nothing was known of. */
  readonly nearNew: ReadonlySet<number>;
}

/** Items looked at, some tenths of a millisecond each, before others in the process get their turn. */
const ITEMS_AT_ONCE = 10;

/**
 * Numbers items so that those which stand as one share a number. Of one language: a mean centred cosine of question and
 * passage of .82. Of two: .45, each the other's nearest in its language, and .6 together with the lead over the next nearest
 * there. Twins do not hold each other's confidence down, and a customer sees one of them.
 *
 * @param languageOf language of an item
 * @param known what is known of items from a release before, where neither they nor what decided about them changed since; null for
 * an item to look at. A new item that comes near enough to a known one has that one looked at again.
 */
export async function findTwins(
  index: TwinParts,
  meanVector: Float32Array | null,
  languageOf: (item: number) => string,
  known: readonly (TwinLook | null)[] = [],
): Promise<Twins> {
  const likenesses = createLikenesses(index, meanVector);
  const looks: (TwinLook | null)[] = Array.from({ length: index.items }, (_, item) => known[item] ?? null);
  const open = looks.flatMap((look, item) => (look ? [] : [item]));
  const nearNew = new Set<number>();
  for (let place = 0; place < open.length; place++) {
    if (place % ITEMS_AT_ONCE === ITEMS_AT_ONCE - 1) await nextTurn();
    const item = open[place] as number;
    const others = likenesses(item);
    looks[item] = lookOf(item, others, languageOf);
    // What is looked at again only because of a new one is no news to others.
    if (known[item]) continue;
    for (const other of others) nearNew.add(other.item);
    for (const other of touchedBy(item, others, languageOf)) {
      if (!known[other] || looks[other] === null) continue;
      looks[other] = null;
      open.push(other);
    }
  }
  const all = looks.map((look) => look ?? NOTHING);
  return { twinOfItem: joined(index, all, languageOf), looks: all, nearNew };
}

const NOTHING: TwinLook = { same: [], nearest: [] };

/** Items that this one may be a twin of, or the next nearest to. */
function touchedBy(
  item: number,
  others: readonly Likeness[],
  languageOf: (item: number) => string,
): number[] {
  const { sameLanguage, otherLanguage, withLead } = RECIPE.twins;
  // With a lead as large as the rule wants, the next nearest of a pair that is just near enough decides from here on.
  const leastNext = 2 * otherLanguage - withLead;
  const own = languageOf(item);
  return others
    .filter((other) => other.cosine >= (languageOf(other.item) === own ? sameLanguage : leastNext))
    .map((other) => other.item);
}

function joined(
  index: TwinParts,
  looks: readonly TwinLook[],
  languageOf: (item: number) => string,
): Uint32Array {
  const { otherLanguage, withLead } = RECIPE.twins;
  const sets = createSets(index.items);
  looks.forEach(({ same }, item) => {
    for (const other of same) sets.join(item, other);
  });
  joinSameAnswers(index, sets);
  looks.forEach(({ nearest }, item) => {
    for (const other of nearest) {
      const back = looks[other.item]?.nearest.find((each) => languageOf(each.item) === languageOf(item));
      if (back?.item !== item || other.cosine < otherLanguage) continue;
      if (other.cosine + Math.min(other.lead, back.lead) >= withLead) sets.join(item, other.item);
    }
  });
  return Uint32Array.from({ length: index.items }, (_, item) => sets.of(item));
}

function joinSameAnswers(index: TwinParts, sets: ReturnType<typeof createSets>): void {
  const firstWith = new Map<number, number>();
  index.answerOfItem.forEach((answer, item) => {
    const first = firstWith.get(answer);
    if (first === undefined) firstWith.set(answer, item);
    else sets.join(first, item);
  });
}

/** Disjoint sets of the numbers below `size`, each named by its lowest member. */
function createSets(size: number) {
  const parents = Uint32Array.from({ length: size }, (_, at) => at);
  function of(member: number): number {
    let at = member;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at] as number] as number;
      at = parents[at] as number;
    }
    return at;
  }
  return {
    of,
    join(left: number, right: number) {
      const [low, high] = [of(left), of(right)].sort((one, other) => one - other) as [number, number];
      parents[high] = low;
    },
  };
}
