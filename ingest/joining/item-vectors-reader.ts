import { passageText } from '../../index/answers/tree-words.js';
import type { Item } from '../../index/contracts/items.js';
import type { ItemVectors } from '../../index/releases/graph/near-pairs.js';
import { searchedTree } from '../../index/search/item-texts.js';
import { type EmbeddingModel, readOnce } from '../releasing/embedding-model.js';
import { shownAnswer } from '../steps/shown-answer.js';
import type { VectorKind } from '../store/vector-cache.js';

export type ItemVectorsReader = ReturnType<typeof createItemVectorsReader>;

/** Reads the vectors that items are compared by, made where there are none yet. */
export function createItemVectorsReader(model: EmbeddingModel) {
  let embedded = 0;
  const vectorOf = async (kind: VectorKind, text: string) => {
    const { reading, isNew } = await readOnce(model, kind, text);
    if (isNew) embedded += 1;
    return reading.vector;
  };
  return {
    /** Null for an item of which nothing is shown. */
    async read(item: Item): Promise<ItemVectors | null> {
      const { tree } = shownAnswer(item.answer);
      if (tree.length === 0) return null;
      const question = await vectorOf('question', item.question);
      const passage = await vectorOf('passage', passageText(item.question, searchedTree(item, tree)));
      return { question, passage };
    },
    embedded: () => embedded,
  };
}
