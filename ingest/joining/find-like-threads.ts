import { passageText } from '../../index/answers/tree-words.js';
import type { Embedder } from '../../index/contracts/embedder.js';
import { type ItemVectors, nearPairs } from '../../index/releases/near-pairs.js';
import { searchedTree } from '../../index/search/item-texts.js';
import type { Progress } from '../contracts.js';
import { type EmbeddingModel, readOnce } from '../releasing/embedding-model.js';
import { shownAnswer } from '../steps/shown-answer.js';
import type { UpcomingItems } from '../store/upcoming-items.js';
import type { VectorKind } from '../store/vector-cache.js';
import type { LikePair } from './contracts.js';
import { judgePair, LEAST_NEARNESS } from './judge-pair.js';

/** What reads texts in a run. */
export interface OpenedModel {
  readonly embedder: Embedder;
  readonly model: EmbeddingModel;
}

/**
 * Finds items of one language that ask the same: with answers that agree, or that cannot both hold. What has no vector yet is
 * embedded and kept. An item without a sentence to show is like none.
 * @returns the pairs, by id in order, and how many texts were embedded
 */
export async function findLikeThreads(
  items: UpcomingItems,
  { embedder, model }: OpenedModel,
  workDirectory: string,
  progress: Progress,
): Promise<{ pairs: LikePair[]; embedded: number }> {
  const byLanguage = new Map<string, { ids: string[]; vectors: ItemVectors[] }>();
  let embedded = 0;
  let done = 0;
  const vectorOf = async (kind: VectorKind, text: string) => {
    const { reading, isNew } = await readOnce(model, kind, text);
    if (isNew) embedded += 1;
    return reading.vector;
  };
  progress.begin('comparing threads', items.count());
  for (const item of items.all()) {
    done += 1;
    progress.advance(done);
    const { tree } = shownAnswer(item.answer);
    if (tree.length === 0) continue;
    const question = await vectorOf('question', item.question);
    const passage = await vectorOf('passage', passageText(item.question, searchedTree(item, tree)));
    const { ids, vectors } = byLanguage.get(item.language) ?? { ids: [], vectors: [] };
    ids.push(item.id);
    vectors.push({ question, passage });
    byLanguage.set(item.language, { ids, vectors });
  }
  const pairs: LikePair[] = [];
  for (const { ids, vectors } of byLanguage.values()) {
    for await (const { left, right, ...nearness } of nearPairs(
      vectors,
      embedder.meanVector,
      workDirectory,
      LEAST_NEARNESS,
    )) {
      const [one, other] = [items.find(ids[left] ?? ''), items.find(ids[right] ?? '')];
      // An answer that a newer thread overtook is told with that one's words already.
      const isTold = one?.answeredIn === undefined && other?.answeredIn === undefined;
      const judged = one && other && isTold ? judgePair(one, other, nearness) : null;
      if (one && other && judged) pairs.push({ ...judged, ids: [one.id, other.id] });
    }
  }
  progress.end();
  return { pairs: pairs.sort((a, b) => (a.ids.join() < b.ids.join() ? -1 : 1)), embedded };
}
