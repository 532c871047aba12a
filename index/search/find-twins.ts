import { setImmediate as nextTurn } from 'node:timers/promises';
import { centreOf, createCentredTable } from './centring.js';
import { RECIPE } from './recipe.js';
import type { SearchIndex } from './search-index.js';

/** Which items stand as one: those with the same answer, near-identical ones, and translations of each other. */
type TwinParts = Omit<SearchIndex, 'twinOfItem'>;

/**
 * Numbers items so that those which stand as one share a number. Of one language: a mean centred cosine of question and
 * passage of .85. Of two: .45, and each the other's nearest in its language. Twins do not hold each other's confidence
 * down, and a customer sees one of them.
 *
 * @param languageOf language of an item
 */
export async function findTwins(
  index: TwinParts,
  meanVector: Float32Array | null,
  languageOf: (item: number) => string,
): Promise<Uint32Array> {
  const { sameLanguage, otherLanguage } = RECIPE.twins;
  const likenesses = createLikenesses(index, meanVector);
  const nearest: Map<string, { item: number; cosine: number }>[] = [];
  const sets = createSets(index.items);
  for (let item = 0; item < index.items; item++) {
    // Each takes some tenths of a millisecond; others in the process get their turn.
    if (item % 10 === 9) await nextTurn();
    const byLanguage = new Map<string, { item: number; cosine: number }>();
    for (const other of likenesses(item)) {
      const language = languageOf(other.item);
      if (other.cosine > (byLanguage.get(language)?.cosine ?? otherLanguage)) byLanguage.set(language, other);
      if (language === languageOf(item) && other.cosine >= sameLanguage) sets.join(item, other.item);
    }
    nearest.push(byLanguage);
  }
  joinSameAnswers(index, sets);
  nearest.forEach((byLanguage, item) => {
    for (const [language, other] of byLanguage) {
      const isMutual = nearest[other.item]?.get(languageOf(item))?.item === item;
      if (language !== languageOf(item) && isMutual) sets.join(item, other.item);
    }
  });
  return Uint32Array.from({ length: index.items }, (_, item) => sets.of(item));
}

/** The items nearest to an item, with the mean of the centred cosines of both questions and of both passages. */
function createLikenesses(index: TwinParts, meanVector: Float32Array | null) {
  const centre = centreOf(index.corpusMean, index.items, meanVector);
  const questions = createCentredTable(index.questions, centre);
  const passages = createCentredTable(index.passages, centre);
  const { neighbours } = RECIPE.twins;
  return (item: number) => {
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
