import { setImmediate as nextTurn } from 'node:timers/promises';
import { centreOf, createCentredTable } from './centring.js';
import { RECIPE } from './recipe.js';
import type { SearchIndex } from './search-index.js';

/** Which items stand as one: those with the same answer, near-identical ones, and translations of each other. */
type TwinParts = Omit<SearchIndex, 'twinOfItem'>;

/**
 * Numbers items so that those which stand as one share a number. Of one language: a mean centred cosine of question and
 * passage of .82. Of two: .45, each the other's nearest in its language, and .6 together with the lead over the next nearest
 * there. Twins do not hold each other's confidence down, and a customer sees one of them.
 *
 * @param languageOf language of an item
 */
export async function findTwins(
  index: TwinParts,
  meanVector: Float32Array | null,
  languageOf: (item: number) => string,
): Promise<Uint32Array> {
  const { sameLanguage, otherLanguage, withLead } = RECIPE.twins;
  const likenesses = createLikenesses(index, meanVector);
  const nearest: ReadonlyMap<string, Nearest>[] = [];
  const sets = createSets(index.items);
  for (let item = 0; item < index.items; item++) {
    // Each takes some tenths of a millisecond; others in the process get their turn.
    if (item % 10 === 9) await nextTurn();
    const others = likenesses(item);
    for (const other of others) {
      if (languageOf(other.item) === languageOf(item) && other.cosine >= sameLanguage)
        sets.join(item, other.item);
    }
    nearest.push(nearestByLanguage(others, languageOf));
  }
  joinSameAnswers(index, sets);
  nearest.forEach((byLanguage, item) => {
    for (const [language, other] of byLanguage) {
      const back = nearest[other.item]?.get(languageOf(item));
      if (language === languageOf(item) || back?.item !== item || other.cosine < otherLanguage) continue;
      if (other.cosine + Math.min(other.lead, back.lead) >= withLead) sets.join(item, other.item);
    }
  });
  return Uint32Array.from({ length: index.items }, (_, item) => sets.of(item));
}

interface Likeness {
  readonly item: number;
  readonly cosine: number;
}

/** The item of a language that is nearest. */
interface Nearest extends Likeness {
  /** How much nearer it is than the next of its language; than the farthest neighbour where no other is among them. */
  readonly lead: number;
}

function nearestByLanguage(
  likenesses: readonly Likeness[],
  languageOf: (item: number) => string,
): ReadonlyMap<string, Nearest> {
  const sorted = [...likenesses].sort((left, right) => right.cosine - left.cosine);
  const farthest = sorted.at(-1)?.cosine ?? 0;
  return new Map(
    [...new Set(sorted.map(({ item }) => languageOf(item)))].flatMap((language) => {
      const [first, next] = sorted.filter(({ item }) => languageOf(item) === language);
      return first ? [[language, { ...first, lead: first.cosine - (next?.cosine ?? farthest) }]] : [];
    }),
  );
}

/** The items nearest to an item, with the mean of the centred cosines of both questions and of both passages. */
function createLikenesses(index: TwinParts, meanVector: Float32Array | null) {
  const centre = centreOf(index.corpusMean, index.items, meanVector);
  const questions = createCentredTable(index.questions, centre, 'few');
  const passages = createCentredTable(index.passages, centre, 'few');
  const { neighbours } = RECIPE.twins;
  return (item: number): Likeness[] => {
    const vector = index.questions.row(index.firstWordingOfItem[item] ?? 0);
    const passage = index.passageOfItem[item] ?? -1;
    const passageVector = passage < 0 ? null : index.passages.row(passage);
    const near = [vector, ...(passageVector ? [passageVector] : [])].flatMap((each) =>
      index.proposals.byVector(each, neighbours),
    );
    const items = new Set(near.map((wording) => index.itemOfWording[wording] ?? 0));
    items.delete(item);
    const questionCosine = questions.query(vector);
    const passageCosine = passageVector && passages.query(passageVector);
    return [...items].map((other) => {
      const question = questionCosine(index.firstWordingOfItem[other] ?? 0);
      const row = index.passageOfItem[other] ?? -1;
      return {
        item: other,
        cosine: (question + (passageCosine && row >= 0 ? passageCosine(row) : question)) / 2,
      };
    });
  };
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
