import type { Embedder } from '../contracts/embedder.js';
import type { Item } from '../contracts/items.js';
import type { EmbeddedItem } from '../contracts/releases.js';
import { embedQuery } from '../embedder/embed-query.js';
import { itemTexts } from '../search/item-texts.js';
import { isPlaceholder } from './read-corpus.js';

/** Called after each text or question that is done. */
export type OnProgress = (done: number, total: number) => void;

/** Embeds the items of a corpus, one text after the other. */
export async function embedItems(
  items: readonly Item[],
  embedder: Embedder,
  onProgress: OnProgress = () => {},
): Promise<EmbeddedItem[]> {
  const embedded: EmbeddedItem[] = [];
  for (const item of items) {
    // The mark that stands for an answer in some sets is compared, never searched.
    const texts = itemTexts(isPlaceholder(item.answer) ? { ...item, answer: '' } : item);
    const passage = texts.passage ?? texts.questions[0] ?? '';
    const read = await embedder.tokens?.readPassage(passage);
    embedded.push({
      item,
      questionVectors: await embedEach(texts.questions, embedder.embedQuestion),
      passageVector: texts.passage === null ? null : (read?.vector ?? (await embedder.embedPassage(passage))),
      sentenceVectors: await embedEach(texts.sentences, embedder.embedPassage),
      tokens: read
        ? {
            question: (await embedQuery(embedder, item.question)).tokens ?? read.tokens,
            passage: read.tokens,
          }
        : null,
    });
    onProgress(embedded.length, items.length);
  }
  return embedded;
}

async function embedEach(
  texts: readonly string[],
  embed: (text: string) => Promise<Float32Array>,
): Promise<Float32Array[]> {
  const vectors: Float32Array[] = [];
  for (const text of texts) vectors.push(await embed(text));
  return vectors;
}
