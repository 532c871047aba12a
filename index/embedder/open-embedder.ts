import { resolve } from 'node:path';
import type { Embedder, Language } from '../contracts.js';
import { indexErrors } from '../errors.js';
import { fileDigest } from '../file-digest.js';
import { createEmbedderThread, type EmbedderEnd, type EmbedderThread } from './embedder-thread.js';
import { hasModel, readMeanVector, weightsFile } from './model-files.js';
import { modelProfile } from './model-profile.js';
import { createRecentVectors } from './recent-vectors.js';

/** Vectors of so many questions are kept: follow-ups and repeated questions. */
const RECENT_QUESTIONS = 256;

/** Longer texts are cut before they reach the tokenizer: 512 tokens never need so many characters. */
const MAX_CHARACTERS = 8_000;

export interface EmbedderOptions {
  /** Folder name in `modelsDirectory`, or a name on the hub. */
  readonly model: string;
  /** A second model for one language; none where not given. */
  readonly companion?: { readonly model: string; readonly language: Language } | null;
  readonly modelsDirectory: string;
  /** Whether a model that is not in the folder may be loaded from its hub. */
  readonly allowRemote: boolean;
  /** The built thread; the one beside this file where not given. */
  readonly workerFile?: URL;
  /** Called once when the models' thread died or hangs: from then on every text fails with EMBEDDER_ENDED. */
  readonly onEnd?: (end: EmbedderEnd) => void;
}

/**
 * Loads an embedding model, and a companion for one language, in a thread of their own. Vectors have unit length. Questions
 * go before passages, so that a customer does not wait for an ingest in the same process. Close it to end the thread.
 * @throws EMBEDDER_MODEL_MISSING, EMBEDDER_FAILED when a model cannot be loaded
 */
export async function openEmbedder(options: EmbedderOptions): Promise<Embedder> {
  const { companion = null, allowRemote } = options;
  const modelsDirectory = resolve(options.modelsDirectory);
  const models = [options.model, ...(companion ? [companion.model] : [])];
  for (const model of models) {
    if (allowRemote || hasModel(modelsDirectory, model)) continue;
    throw indexErrors.EMBEDDER_MODEL_MISSING({ model, directory: options.modelsDirectory });
  }
  const workerFile = options.workerFile ?? new URL('./embedding-worker.js', import.meta.url);
  const workerModels = models.map((model) => ({ model, pooling: modelProfile(model).pooling }));
  const thread = createEmbedderThread({ models: workerModels, modelsDirectory, allowRemote }, workerFile, {
    onEnd: options.onEnd ?? (() => {}),
  });
  const [dimensions = 0, companionDimensions = 0] = await thread.start();
  return {
    ...(await oneModel(thread, 0, options.model, modelsDirectory)),
    dimensions,
    meanVector: readMeanVector(modelsDirectory, options.model, dimensions),
    companion: companion && {
      ...(await oneModel(thread, 1, companion.model, modelsDirectory)),
      dimensions: companionDimensions,
      language: companion.language,
    },
    close: () => thread.close(),
  };
}

/** One of the models of a thread. */
async function oneModel(thread: EmbedderThread, place: number, model: string, modelsDirectory: string) {
  const { pooling, maxTokens, questionPrefix, passagePrefix } = modelProfile(model);
  // Only now the weights are surely there: a model from a hub was loaded by the thread.
  const digest = await fileDigest(weightsFile(modelsDirectory, model));
  const recent = createRecentVectors(RECENT_QUESTIONS);
  return {
    id: `${model}@${digest.slice(0, 12)}/${pooling}/normalised`,
    async embedQuestion(question: string): Promise<Float32Array> {
      const text = questionPrefix + cut(question);
      const known = recent.get(text);
      if (known) return known.slice();
      const vector = await thread.embed({ model: place, text, maxTokens: maxTokens.question }, true);
      recent.set(text, vector.slice());
      return vector;
    },
    embedPassage(passage: string): Promise<Float32Array> {
      const text = passagePrefix + cut(passage);
      return thread.embed({ model: place, text, maxTokens: maxTokens.passage }, false);
    },
  };
}

function cut(text: string): string {
  // Through bytes and back: half of a surrogate pair (at the cut, or in hostile input) becomes a replacement character.
  return Buffer.from(text.slice(0, MAX_CHARACTERS)).toString();
}
