import type { Embedder, TextReading } from '../../index/contracts/embedder.js';
import type { Database } from '../../index/platform/database.js';
import { type ItemTexts, openItemTexts } from '../store/made/item-texts.js';
import { openVectorCache, type VectorCache, type VectorKind } from '../store/vector-cache.js';

/** The model of a run and what it has read. */
export interface EmbeddingModel {
  readonly vectors: VectorCache;
  /** What answers are cut into. */
  readonly texts: ItemTexts;
  /** Whether it compares tokens. */
  readonly hasTokens: boolean;
  read(kind: VectorKind, text: string): Promise<TextReading>;
}

/** The model of an embedder, with the vectors that `database` keeps of it; no text is noted as in use yet. */
export function openEmbeddingModel(database: Database, embedder: Embedder): EmbeddingModel {
  const { id, dimensions, tokens } = embedder;
  return {
    vectors: openVectorCache(database, id, { texts: dimensions, tokens: tokens?.dimensions ?? 0 }),
    texts: openItemTexts(database),
    hasTokens: Boolean(tokens),
    async read(kind, text) {
      if (kind === 'question') {
        return (
          tokens?.readQuestion(text) ?? { vector: await embedder.embedQuestion(text), tokens: NO_TOKENS }
        );
      }
      // Of single sentences only the vector is used.
      if (kind === 'sentence' || !tokens)
        return { vector: await embedder.embedPassage(text), tokens: NO_TOKENS };
      return tokens.readPassage(text);
    },
  };
}

/** What a model reads of a text, read and kept where it was not read before. */
export async function readOnce(
  { vectors, read }: EmbeddingModel,
  kind: VectorKind,
  text: string,
): Promise<{ readonly reading: TextReading; readonly isNew: boolean }> {
  const kept = vectors.get(kind, text);
  if (kept) return { reading: kept, isNew: false };
  const reading = await read(kind, text);
  vectors.put(kind, text, reading);
  return { reading, isNew: true };
}

/** The embedder of a model, which reads a question that it read before from what is kept. */
export function rememberingEmbedder(embedder: Embedder, model: EmbeddingModel): Embedder {
  const readQuestion = async (text: string) => (await readOnce(model, 'question', text)).reading;
  const { id, dimensions, meanVector, tokens } = embedder;
  return {
    id,
    dimensions,
    meanVector,
    embedQuestion: async (text) => (await readQuestion(text)).vector,
    embedPassage: (text) => embedder.embedPassage(text),
    tokens: tokens
      ? {
          dimensions: tokens.dimensions,
          ranking: tokens.ranking,
          readQuestion,
          readPassage: (text) => tokens.readPassage(text),
        }
      : null,
    close: () => embedder.close(),
  };
}

const NO_TOKENS = { ids: new Uint32Array(), rows: new Int8Array(), wordOfToken: new Uint32Array() };
