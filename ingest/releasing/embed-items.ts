import type { TextReading } from '../../index/contracts/embedder.js';
import type { Item } from '../../index/contracts/items.js';
import type { EmbeddedLabel, Label } from '../../index/contracts/labels.js';
import type { EmbeddedItem } from '../../index/contracts/releases.js';
import { ingestErrors } from '../errors.js';
import type { UpcomingItems } from '../store/upcoming-items.js';
import type { VectorKind } from '../store/vector-cache.js';
import type { EmbeddingModel } from './embedding-model.js';

/**
 * Embeds every text of the items and every further question that has no vector yet, one at a time, each kept as soon as it
 * is made.
 *
 * @param begin called once with the number of texts to embed
 * @returns how many were embedded
 */
export async function embedMissing(
  items: UpcomingItems,
  questionsBeside: readonly string[],
  model: EmbeddingModel,
  begin: (total: number) => void,
  advance: (done: number) => void,
): Promise<number> {
  const { vectors, read } = model;
  for (const item of items.all()) noteTexts(item, model);
  for (const question of questionsBeside) vectors.use('question', question);
  begin(vectors.missing());
  let done = 0;
  for (const { kind, text } of vectors.missingTexts()) {
    vectors.put(kind, text, await read(kind, text));
    done += 1;
    advance(done);
  }
  return done;
}

/** Notes that the texts of an item are in use. */
export function noteTexts(item: Item, { vectors, texts }: EmbeddingModel): void {
  const { passage, sentences } = texts.of(item);
  for (const question of questionsOf(item)) vectors.use('question', question);
  vectors.use('passage', passage);
  // The only sentence of an answer is its passage.
  for (const sentence of sentences) if (sentence !== passage) vectors.use('sentence', sentence);
}

/** The items with their vectors, as a release takes them; one at a time, read when it is asked for. */
export function* embeddedItems(items: UpcomingItems, model: EmbeddingModel): Generator<EmbeddedItem> {
  for (const item of items.all()) {
    const { shown, passage, sentences, hasAnswer } = model.texts.of(item);
    const readings = questionsOf(item).map((text) => readingOf(model, 'question', text, item.id));
    const whole = readingOf(model, 'passage', passage, item.id);
    const [question] = readings;
    yield {
      item,
      shown,
      questionVectors: readings.map(({ vector }) => vector),
      passageVector: hasAnswer ? whole.vector : null,
      sentenceVectors: sentences.map((text) =>
        text === passage ? whole.vector : readingOf(model, 'sentence', text, item.id).vector,
      ),
      tokens: model.hasTokens && question ? { question: question.tokens, passage: whole.tokens } : null,
    };
  }
}

/** The labels with what the model read of their questions. */
export function embeddedLabels(labels: readonly Label[], model: EmbeddingModel): EmbeddedLabel[] {
  return labels.map((label, index) => {
    // Its number, because its question is a customer's.
    const { vector, tokens } = readingOf(model, 'question', label.question, `label ${index + 1}`);
    return { ...label, vector, tokens: model.hasTokens ? tokens : null };
  });
}

/** All that is embedded as a question. */
function questionsOf({ question, phrasings, asked = [] }: Item): string[] {
  return [question, ...phrasings, ...asked];
}

function readingOf({ vectors }: EmbeddingModel, kind: VectorKind, text: string, id: string): TextReading {
  const reading = vectors.get(kind, text);
  if (!reading) throw ingestErrors.INGEST_VECTOR_MISSING({ id });
  return reading;
}
