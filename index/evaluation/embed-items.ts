import type { EmbeddedItem, Embedder, Item, ItemVectors } from '../contracts.js';
import { type ItemTexts, itemTexts } from '../search/item-texts.js';
import { isPlaceholder } from './read-corpus.js';

/** Called after each text or question that is done. */
export type Progress = (done: number, total: number) => void;

/** Embeds the items of a corpus, one text after the other. */
export async function embedItems(
  items: readonly Item[],
  embedder: Embedder,
  onProgress: Progress = () => {},
): Promise<EmbeddedItem[]> {
  const { companion } = embedder;
  const embedded: EmbeddedItem[] = [];
  for (const item of items) {
    // The mark that stands for an answer in some sets is compared, never searched.
    const texts = itemTexts(isPlaceholder(item.answer) ? { ...item, answer: '' } : item);
    embedded.push({
      item,
      ...(await vectorsOf(texts, embedder)),
      sentenceVectors: await embedEach(texts.sentences, embedder.embedPassage),
      companion: companion?.language === item.language ? await vectorsOf(texts, companion) : null,
    });
    onProgress(embedded.length, items.length);
  }
  return embedded;
}

async function vectorsOf(
  { questions, passage }: ItemTexts,
  model: Pick<Embedder, 'embedQuestion' | 'embedPassage'>,
): Promise<ItemVectors> {
  return {
    questionVectors: await embedEach(questions, model.embedQuestion),
    passageVector: passage === null ? null : await model.embedPassage(passage),
  };
}

async function embedEach(
  texts: readonly string[],
  embed: (text: string) => Promise<Float32Array>,
): Promise<Float32Array[]> {
  const vectors: Float32Array[] = [];
  for (const text of texts) vectors.push(await embed(text));
  return vectors;
}
