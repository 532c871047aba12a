import { resolve } from 'node:path';
import type { Embedder } from '../contracts.js';
import { indexErrors } from '../errors.js';
import { fileDigest } from '../file-digest.js';
import { createEmbedderThread } from './embedder-thread.js';
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
  readonly modelsDirectory: string;
  /** Whether a model that is not in the folder may be loaded from its hub. */
  readonly allowRemote: boolean;
  /** The built thread; the one beside this file where not given. */
  readonly workerFile?: URL;
}

/**
 * Loads an embedding model in a thread of its own. Vectors have unit length. Questions go before passages, so that a
 * customer does not wait for an ingest in the same process. Close it to end the thread.
 * @throws EMBEDDER_MODEL_MISSING, EMBEDDER_FAILED when the model cannot be loaded
 */
export async function openEmbedder(options: EmbedderOptions): Promise<Embedder> {
  const { model, allowRemote } = options;
  const modelsDirectory = resolve(options.modelsDirectory);
  if (!allowRemote && !hasModel(modelsDirectory, model)) {
    throw indexErrors.EMBEDDER_MODEL_MISSING({ model, directory: options.modelsDirectory });
  }
  const profile = modelProfile(model);
  const { pooling, maxTokens, questionPrefix, passagePrefix } = profile;
  const workerFile = options.workerFile ?? new URL('./embedding-worker.js', import.meta.url);
  const thread = createEmbedderThread({ model, modelsDirectory, allowRemote, pooling }, workerFile);
  const dimensions = await thread.start();
  // Only now the weights are surely there: a model from a hub was loaded by the thread.
  const digest = await fileDigest(weightsFile(modelsDirectory, model));
  const recent = createRecentVectors(RECENT_QUESTIONS);

  return {
    id: `${model}@${digest.slice(0, 12)}/${pooling}/normalised`,
    dimensions,
    meanVector: readMeanVector(modelsDirectory, model, dimensions),
    async embedQuestion(question) {
      const text = questionPrefix + cut(question);
      const known = recent.get(text);
      if (known) return known.slice();
      const vector = await thread.embed({ text, maxTokens: maxTokens.question }, true);
      recent.set(text, vector.slice());
      return vector;
    },
    embedPassage(passage) {
      return thread.embed({ text: passagePrefix + cut(passage), maxTokens: maxTokens.passage }, false);
    },
    close: () => thread.close(),
  };
}

function cut(text: string): string {
  // Through bytes and back: half of a surrogate pair (at the cut, or in hostile input) becomes a replacement character.
  return Buffer.from(text.slice(0, MAX_CHARACTERS)).toString();
}
