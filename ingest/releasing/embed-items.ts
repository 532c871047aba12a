import type { TextReading } from '../../index/contracts/embedder.js';
import type { Item } from '../../index/contracts/items.js';
import type { EmbeddedLabel, Label } from '../../index/contracts/labels.js';
import type { EmbeddedItem } from '../../index/contracts/releases.js';
import { itemTexts } from '../../index/search/item-texts.js';
import { ingestErrors } from '../errors.js';
import { shownAnswer } from '../steps/shown-answer.js';
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
  { vectors, read }: EmbeddingModel,
  begin: (total: number) => void,
  advance: (done: number) => void,
): Promise<number> {
  for (const item of items.all()) noteTexts(item, vectors);
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
export function noteTexts(item: Item, vectors: EmbeddingModel['vectors']): void {
  const { questions, passage, sentences } = textsOf(item);
  for (const question of questions) vectors.use('question', question);
  vectors.use('passage', passage);
  // The only sentence of an answer is its passage.
  for (const sentence of sentences) if (sentence !== passage) vectors.use('sentence', sentence);
}

/** The items with their vectors, as a release takes them; one at a time, read when it is asked for. */
export function* embeddedItems(items: UpcomingItems, model: EmbeddingModel): Generator<EmbeddedItem> {
  for (const item of items.all()) {
    const { shown, questions, passage, sentences, hasAnswer } = textsOf(item);
    const readings = questions.map((text) => readingOf(model, 'question', text, item.id));
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

/** The answer of an item as it is shown, and the texts; one without an answer has its question for a passage. */
function textsOf(item: Item) {
  const shown = shownAnswer(item.answer);
  const { questions, passage, sentences } = itemTexts(item, shown.tree);
  return { shown, questions, passage: passage ?? item.question, sentences, hasAnswer: passage !== null };
}

function readingOf({ vectors }: EmbeddingModel, kind: VectorKind, text: string, id: string): TextReading {
  const reading = vectors.get(kind, text);
  if (!reading) throw ingestErrors.INGEST_VECTOR_MISSING({ id });
  return reading;
}
