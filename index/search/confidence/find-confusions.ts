import type { OwnLead } from './find-leads.js';
import type { OwnWording } from './own-questions.js';

/** Two items that are easily taken for each other. */
export interface Confusion {
  readonly id: string;
  readonly question: string;
  /** The item that comes nearest to its question. */
  readonly rivalId: string;
  readonly rivalQuestion: string;
  /** How far the item's own answer lies before the rival's for its own question; below 0 the rival comes first. */
  readonly lead: number;
}

interface ConfusionTexts {
  readonly index: { readonly firstWordingOfItem: Uint32Array };
  readonly wordingAt: (wording: number) => OwnWording;
  readonly idOf: (item: number) => string;
}

const CONFUSIONS_KEPT = 10;

/** The ten items whose own question another item answers nearly as well: the ones to merge, to reword or to take out. */
export function findConfusions(
  leads: readonly OwnLead[],
  { index, wordingAt, idOf }: ConfusionTexts,
): Confusion[] {
  const questionOf = (item: number) => wordingAt(index.firstWordingOfItem[item] ?? 0).text;
  const pairs = new Set<string>();
  return [...leads]
    .sort((left, right) => left.lead - right.lead)
    .filter(({ item, rival }) => {
      const pair = [item, rival].sort((left, right) => left - right).join(' ');
      return !pairs.has(pair) && pairs.add(pair);
    })
    .slice(0, CONFUSIONS_KEPT)
    .map(({ item, rival, lead }) => ({
      id: idOf(item),
      question: questionOf(item),
      rivalId: idOf(rival),
      rivalQuestion: questionOf(rival),
      lead: Math.round(lead * 1_000) / 1_000,
    }));
}
