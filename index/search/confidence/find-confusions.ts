import { setImmediate as nextTurn } from 'node:timers/promises';
import { storedQuestionTokens } from '../evidence/stored-question-tokens.js';
import type { Rank } from '../rank.js';
import type { SearchIndex } from '../search-index.js';
import { twinsIn } from './confidence.js';
import { evenly, type OwnWording } from './own-questions.js';

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

interface ConfusionParts {
  readonly index: SearchIndex;
  readonly rank: Rank;
  readonly wordingAt: (wording: number) => OwnWording;
  readonly idOf: (item: number) => string;
}

const ITEMS_ASKED = 1_000;
const CONFUSIONS_KEPT = 10;

/** The ten items whose own question another item answers nearly as well: the ones to merge, to reword or to take out. */
export async function findConfusions({ index, rank, wordingAt, idOf }: ConfusionParts): Promise<Confusion[]> {
  const twinOf = twinsIn(index);
  const questionOf = (item: number) => wordingAt(index.firstWordingOfItem[item] ?? 0).text;
  const found: { item: number; rival: number; lead: number }[] = [];
  for (const item of evenly(index.items, ITEMS_ASKED)) {
    // Each takes some milliseconds; others in the process get their turn.
    await nextTurn();
    const wording = index.firstWordingOfItem[item] ?? 0;
    const ranked = rank({
      text: questionOf(item),
      vector: index.questions.row(wording),
      tokens: storedQuestionTokens(index.tokens, item),
    });
    const own = ranked.find((entry) => twinOf(entry.item) === twinOf(item));
    const rival = ranked.find((entry) => twinOf(entry.item) !== twinOf(item));
    if (own && rival) found.push({ item, rival: rival.item, lead: own.score - rival.score });
  }
  const pairs = new Set<string>();
  return found
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
