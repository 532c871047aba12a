import type { EmbeddedItem, Embedder, Item } from '../contracts.js';
import { passageText } from '../search/plain-text.js';
import { isPlaceholder } from './read-corpus.js';

/** Called after each text or question that is done. */
export type Progress = (done: number, total: number) => void;

/** Embeds the items of a corpus, one text after the other. */
export async function embedItems(
  items: readonly Item[],
  embedder: Embedder,
  onProgress: Progress = () => {},
): Promise<EmbeddedItem[]> {
  const embedded: EmbeddedItem[] = [];
  for (const item of items) {
    const questionVectors: Float32Array[] = [];
    for (const text of [item.question, ...item.phrasings]) {
      questionVectors.push(await embedder.embedQuestion(text));
    }
    const hasText = item.answer.trim() !== '' && !isPlaceholder(item.answer);
    const passageVector = hasText
      ? await embedder.embedPassage(passageText(item.question, item.answer))
      : null;
    embedded.push({ item, questionVectors, passageVector });
    onProgress(embedded.length, items.length);
  }
  return embedded;
}
