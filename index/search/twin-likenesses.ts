import { centreOf, createCentredTable } from './centring.js';
import { RECIPE } from './recipe.js';
import type { SearchIndex } from './search-index.js';

/** What is known of items before it is told which of them stand as one. */
export type TwinParts = Omit<SearchIndex, 'twinOfItem'>;

export interface Likeness {
  readonly item: number;
  readonly cosine: number;
}

/** The nearest item of a language other than its own. */
export interface NearestOther extends Likeness {
  /** The next of that language; -1 where no other is among the neighbours. */
  readonly next: number;
  /** How much nearer it is than that one; than the farthest neighbour where there is none. */
  readonly lead: number;
}

/** What an item is like, as far as it decides about twins. */
export interface TwinLook {
  /** Items of its language that stand as one with it. */
  readonly same: readonly number[];
  /** One for each other language. */
  readonly nearest: readonly NearestOther[];
}

/** The items nearest to an item, with the mean of the centred cosines of both questions and of both passages. */
export function createLikenesses(index: TwinParts, meanVector: Float32Array | null) {
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

/** What of an item's likenesses decides about its twins. @param languageOf language of an item */
export function lookOf(
  item: number,
  likenesses: readonly Likeness[],
  languageOf: (item: number) => string,
): TwinLook {
  const sorted = [...likenesses].sort((left, right) => right.cosine - left.cosine);
  const farthest = sorted.at(-1)?.cosine ?? 0;
  const own = languageOf(item);
  const languages = new Set(sorted.map((other) => languageOf(other.item)));
  languages.delete(own);
  return {
    same: sorted
      .filter((other) => other.cosine >= RECIPE.twins.sameLanguage && languageOf(other.item) === own)
      .map((other) => other.item),
    nearest: [...languages].flatMap((language) => {
      const [first, next] = sorted.filter((other) => languageOf(other.item) === language);
      if (!first) return [];
      const lead = first.cosine - (next?.cosine ?? farthest);
      return [{ item: first.item, cosine: first.cosine, next: next?.item ?? -1, lead }];
    }),
  };
}
