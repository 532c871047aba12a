import type { AsideEar } from '../../index/contracts/asides.js';
import type { Progress } from '../contracts.js';
import type { EmbeddingModel } from '../releasing/embedding-model.js';
import { readOnce } from '../releasing/embedding-model.js';
import { fingerprint } from '../steps/fingerprint.js';
import { layeredItems } from '../store/layered-items.js';
import type { HeardAnswers } from '../store/made/heard-answers.js';
import type { UpcomingItems } from '../store/upcoming-items.js';
import { dropHeardAsides, isHeard } from './drop-heard-asides.js';

export interface WithoutAsides {
  readonly items: UpcomingItems;
  /** How many sentences were embedded for it. */
  readonly embedded: number;
}

/**
 * The items without the asides that a trained ear hears. It is a layer below all others, so that what is shown, searched, embedded, joined
 * and edited is the same text; what sources give is kept with its asides. What was heard of an answer is kept while the answer, the
 * rules and the ear stay, and the vectors of its sentences with it.
 */
export async function withAsides(
  items: UpcomingItems,
  ear: AsideEar,
  model: EmbeddingModel,
  kept: HeardAnswers,
  progress: Progress,
): Promise<WithoutAsides> {
  const shortened = new Map<string, string>();
  let embedded = 0;
  let done = 0;
  progress.begin('looking for asides', items.count());
  const vectorOf = async (text: string) => {
    const { reading, isNew } = await readOnce(model, 'sentence', text);
    if (isNew) embedded += 1;
    return reading.vector;
  };
  for (const item of items.all()) {
    if (isHeard(item, ear)) {
      const known = kept.find(item);
      const heard = known ?? (await dropHeardAsides(item, ear, vectorOf));
      if (!known) kept.put(item, heard);
      for (const text of heard.texts) model.vectors.use('sentence', text);
      if (heard.item !== item) shortened.set(item.id, fingerprint(heard.item));
    }
    done += 1;
    progress.advance(done);
  }
  progress.end();
  if (shortened.size === 0) return { items, embedded };
  return {
    items: layeredItems(items, {
      isTold: () => true,
      isChanged: (id) => shortened.has(id),
      told: (item) => kept.find(item)?.item ?? item,
      sign: () => [...shortened],
    }),
    embedded,
  };
}
