import type { Embedder, Language } from '../index/contracts.js';
import type { Database } from '../index/platform/database.js';
import { openVectorCache, type VectorCache } from './store/vector-cache.js';

/** A model and the vectors it has made. */
export interface EmbeddingModel extends Pick<Embedder, 'embedQuestion' | 'embedPassage'> {
  readonly vectors: VectorCache;
}

/** The models of a run. */
export interface EmbeddingModels {
  readonly main: EmbeddingModel;
  /** Takes the texts in its own language beside the main one; null where there is none. */
  readonly companion: (EmbeddingModel & { readonly language: Language }) | null;
}

/** The models of an embedder, with the vectors that `database` keeps of each; no text is noted as in use yet. */
export function openEmbeddingModels(database: Database, embedder: Embedder): EmbeddingModels {
  const { companion } = embedder;
  return {
    main: modelOf(database, embedder),
    companion: companion ? { ...modelOf(database, companion), language: companion.language } : null,
  };
}

/** Every model there is. */
export function allModels({ main, companion }: EmbeddingModels): EmbeddingModel[] {
  return companion ? [main, companion] : [main];
}

function modelOf(
  database: Database,
  { id, embedQuestion, embedPassage }: Pick<Embedder, 'id' | 'embedQuestion' | 'embedPassage'>,
): EmbeddingModel {
  return { vectors: openVectorCache(database, id), embedQuestion, embedPassage };
}
