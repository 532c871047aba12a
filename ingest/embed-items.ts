import type { EmbeddedItem, EmbeddedLabel, Item, ItemVectors, Label, Language } from '../index/contracts.js';
import { type ItemTexts, itemTexts, questionLanguage } from '../index/knowledge-base.js';
import { allModels, type EmbeddingModel, type EmbeddingModels } from './embedding-models.js';
import { ingestErrors } from './errors.js';
import type { UpcomingItems } from './store/upcoming-items.js';
import type { VectorKind } from './store/vector-cache.js';

/**
 * Embeds every text of the items and labels that has no vector yet, one at a time, each kept as soon as it is made. The
 * main model embeds all of them, the companion questions and passages in its language.
 *
 * @param begin called once with the number of texts to embed, a text of two models counted twice
 * @returns how many were embedded
 */
export async function embedMissing(
  items: UpcomingItems,
  labels: readonly Label[],
  models: EmbeddingModels,
  begin: (total: number) => void,
  advance: (done: number) => void,
): Promise<number> {
  const languages = items.languages();
  for (const item of items.all()) noteItem(item, models);
  for (const label of labels) {
    for (const { vectors } of modelsForLabel(label, languages, models))
      vectors.use('question', label.question);
  }
  begin(allModels(models).reduce((total, { vectors }) => total + vectors.missing(), 0));
  let done = 0;
  for (const { vectors, embedQuestion, embedPassage } of allModels(models)) {
    for (const { kind, text } of vectors.missingTexts()) {
      vectors.put(kind, text, await (kind === 'question' ? embedQuestion(text) : embedPassage(text)));
      done += 1;
      advance(done);
    }
  }
  return done;
}

/** The items with their vectors, as a release takes them; one at a time, read when it is asked for. */
export function* embeddedItems(items: UpcomingItems, models: EmbeddingModels): Generator<EmbeddedItem> {
  for (const item of items.all()) {
    const texts = itemTexts(item);
    const companion = companionFor(item.language, models);
    yield {
      item,
      ...itemVectors(item, texts, models.main),
      sentenceVectors: texts.sentences.map((text) => vectorOf(models.main, 'passage', text, item.id)),
      companion: companion && itemVectors(item, texts, companion),
    };
  }
}

/**
 * The labels with the vectors of their questions.
 * @param languages of the items, as `UpcomingItems.languages` gives them
 */
export function embeddedLabels(
  labels: readonly Label[],
  languages: readonly Language[],
  models: EmbeddingModels,
): EmbeddedLabel[] {
  return labels.map((label, index) => {
    // Its number, because its question is a customer's.
    const name = `label ${index + 1}`;
    const [vector, companionVector = null] = modelsForLabel(label, languages, models).map((model) =>
      vectorOf(model, 'question', label.question, name),
    );
    if (!vector) throw ingestErrors.INGEST_VECTOR_MISSING({ id: name });
    return { ...label, vector, companionVector };
  });
}

function noteItem(item: Item, models: EmbeddingModels): void {
  const { questions, passage, sentences } = itemTexts(item);
  const companion = companionFor(item.language, models);
  for (const { vectors } of companion ? [models.main, companion] : [models.main]) {
    for (const question of questions) vectors.use('question', question);
    if (passage !== null) vectors.use('passage', passage);
  }
  for (const sentence of sentences) models.main.vectors.use('passage', sentence);
}

function itemVectors({ id }: Item, { questions, passage }: ItemTexts, model: EmbeddingModel): ItemVectors {
  return {
    questionVectors: questions.map((question) => vectorOf(model, 'question', question, id)),
    passageVector: passage === null ? null : vectorOf(model, 'passage', passage, id),
  };
}

function vectorOf({ vectors }: EmbeddingModel, kind: VectorKind, text: string, id: string): Float32Array {
  const vector = vectors.get(kind, text);
  if (!vector) throw ingestErrors.INGEST_VECTOR_MISSING({ id });
  return vector;
}

/** The main model, then the companion where the search would ask it for this question too. */
function modelsForLabel(
  { question }: Label,
  languages: readonly Language[],
  models: EmbeddingModels,
): EmbeddingModel[] {
  const language = questionLanguage(question, languages);
  const companion = language !== null && languages.includes(language) ? companionFor(language, models) : null;
  return companion ? [models.main, companion] : [models.main];
}

function companionFor(language: Language, { companion }: EmbeddingModels): EmbeddingModel | null {
  return companion?.language === language ? companion : null;
}
