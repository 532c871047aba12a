import type { EmbeddedItem, Embedder, Item } from '../index/contracts.js';
import { passageText } from '../index/knowledge-base.js';
import { ingestErrors } from './errors.js';
import type { UpcomingItems } from './store/upcoming-items.js';
import type { VectorCache, VectorKind } from './store/vector-cache.js';

/** A text to embed, and as what. */
interface Text {
  readonly kind: VectorKind;
  readonly text: string;
}

/**
 * Embeds every text of the items that has no vector yet, one at a time, each kept as soon as it is made.
 * @returns how many were embedded
 */
export async function embedMissing(
  items: UpcomingItems,
  vectors: VectorCache,
  embedder: Embedder,
  begin: (total: number) => void,
  advance: (done: number) => void,
): Promise<number> {
  for (const item of items.all()) {
    for (const { kind, text } of textsOf(item)) vectors.use(kind, text);
  }
  const total = vectors.missing();
  begin(total);
  let done = 0;
  if (total === 0) return 0;
  for (const item of items.all()) {
    for (const { kind, text } of textsOf(item)) {
      if (vectors.get(kind, text)) continue;
      const vector = await (kind === 'question' ? embedder.embedQuestion(text) : embedder.embedPassage(text));
      vectors.put(kind, text, vector);
      done += 1;
      advance(done);
    }
  }
  return done;
}

/** The items with their vectors, as a release takes them. */
export function* embeddedItems(items: UpcomingItems, vectors: VectorCache): Generator<EmbeddedItem> {
  const vectorOf = (item: Item, { kind, text }: Text) => {
    const vector = vectors.get(kind, text);
    if (!vector) throw ingestErrors.INGEST_VECTOR_MISSING({ id: item.id });
    return vector;
  };
  for (const item of items.all()) {
    const passage = passageOf(item);
    yield {
      item,
      questionVectors: wordingsOf(item).map((wording) => vectorOf(item, wording)),
      passageVector: passage ? vectorOf(item, passage) : null,
    };
  }
}

function textsOf(item: Item): Text[] {
  const passage = passageOf(item);
  return passage ? [...wordingsOf(item), passage] : wordingsOf(item);
}

function wordingsOf(item: Item): Text[] {
  return [item.question, ...item.phrasings].map((text) => ({ kind: 'question', text }));
}

function passageOf(item: Item): Text | null {
  return item.answer.trim() === ''
    ? null
    : { kind: 'passage', text: passageText(item.question, item.answer) };
}
