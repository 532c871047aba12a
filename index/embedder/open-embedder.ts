import { resolve } from 'node:path';
import type { Embedder, EmbedderEnd, TextReading } from '../contracts/embedder.js';
import { indexErrors } from '../errors.js';
import { fileDigest } from '../file-digest.js';
import { createEmbedderThread } from './embedder-thread.js';
import { joinReadings } from './join-readings.js';
import { digestOfVectors, hasModel, readMeanVector, weightsFile } from './model-files.js';
import { modelProfile } from './model-profile.js';
import { readLearnedRanking } from './read-learned-ranking.js';
import { createRecentReadings } from './recent-readings.js';
import type { WorkerReading } from './worker-messages.js';

/** Readings of so many questions are kept: follow-ups and repeated questions. */
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
  /** Called once when the models' thread died or hangs: from then on every text fails with EMBEDDER_ENDED. */
  readonly onEnd?: (end: EmbedderEnd) => void;
}

/**
 * Loads an embedding model in a thread of its own. Vectors have unit length. Questions go before passages, so that a customer does not wait for an ingest in the same process. Close it to end the thread.
 * @throws EMBEDDER_MODEL_MISSING, EMBEDDER_FAILED when a model cannot be loaded
 */
export async function openEmbedder(options: EmbedderOptions): Promise<Embedder> {
  const { model, allowRemote } = options;
  const modelsDirectory = resolve(options.modelsDirectory);
  if (!allowRemote && !hasModel(modelsDirectory, model)) {
    throw indexErrors.EMBEDDER_MODEL_MISSING({ model, directory: options.modelsDirectory });
  }
  const { pooling, maxTokens, questionPrefix, passagePrefix } = modelProfile(model);
  const workerFile = options.workerFile ?? new URL('./embedding-worker.js', import.meta.url);
  const thread = createEmbedderThread({ model, pooling, modelsDirectory, allowRemote }, workerFile, {
    onEnd: options.onEnd ?? (() => {}),
  });
  const { dimensions, tokenDimensions } = await thread.start();
  // Only now the weights are surely there: a model from a hub was loaded by the thread.
  const weights = await fileDigest(weightsFile(modelsDirectory, model));
  const digest = digestOfVectors(modelsDirectory, model, weights);
  const recent = createRecentReadings(RECENT_QUESTIONS);

  /** A customer's question, with its tokens where the model has them: the same run gives both. */
  async function readQuestion(question: string, beginning?: string): Promise<WorkerReading> {
    const text = questionPrefix + cut(question);
    const known = recent.get(text);
    if (known) return known;
    const reading = beginning === undefined ? await run(text) : await readBoth(question, beginning);
    recent.set(text, reading);
    return reading;
  }
  const run = (text: string) =>
    thread.embed({ text, maxTokens: maxTokens.question, prefix: questionPrefix, withLayers: true }, true);
  async function readBoth(question: string, beginning: string): Promise<WorkerReading> {
    const [first, second] = await Promise.all([
      readQuestion(beginning),
      readQuestion(question.slice(beginning.length).trimStart()),
    ]);
    return joinReadings(first, second);
  }
  const readPassage = (passage: string, prefix: string | null) =>
    thread.embed(
      { text: passagePrefix + cut(passage), maxTokens: maxTokens.passage, prefix, withLayers: false },
      false,
    );

  return {
    id: `${model}@${digest.slice(0, 12)}/${pooling}/normalised${tokenDimensions > 0 ? `/tokens-${tokenDimensions}` : ''}`,
    dimensions,
    meanVector: readMeanVector(modelsDirectory, model, dimensions),
    embedQuestion: async (question) => (await readQuestion(question)).vector.slice(),
    embedPassage: async (passage) => (await readPassage(passage, null)).vector,
    tokens:
      tokenDimensions === 0
        ? null
        : {
            dimensions: tokenDimensions,
            ranking: readLearnedRanking(modelsDirectory, model),
            readQuestion: async (question, beginning) => withTokens(await readQuestion(question, beginning)),
            readPassage: async (passage) => withTokens(await readPassage(passage, passagePrefix)),
          },
    close: () => thread.close(),
  };
}

function withTokens({ vector, layers, tokens }: WorkerReading): TextReading {
  return { vector: vector.slice(), layers: layers.slice(), tokens: tokens ?? NO_TOKENS };
}

const NO_TOKENS = { ids: new Uint32Array(), rows: new Int8Array(), wordOfToken: new Uint32Array() };

function cut(text: string): string {
  // Through bytes and back: half of a surrogate pair (at the cut, or in hostile input) becomes a replacement character.
  return Buffer.from(text.slice(0, MAX_CHARACTERS)).toString();
}
