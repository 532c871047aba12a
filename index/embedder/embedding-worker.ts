import { parentPort, workerData } from 'node:worker_threads';
import { env, type FeatureExtractionPipeline, pipeline } from '@xenova/transformers';
import { messageOf } from '../platform/errors.js';
import type { WorkerReply, WorkerRequest, WorkerSettings } from './worker-messages.js';

/**
 * The thread in which the model runs, because running it blocks the event loop. One thread, one text at a time: several
 * at once crash the binding, and a text's vector differs a little inside a batch. This file is the one door to
 * @xenova/transformers.
 */
if (parentPort && workerData !== null) {
  const port = parentPort;
  const reply = (message: WorkerReply, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);
  const model = await load(workerData as WorkerSettings);
  // The embedder sends the next text only after the reply, so requests cannot overlap here.
  port.on('message', async (request: WorkerRequest) => {
    try {
      const vector = await model.embed(request);
      reply({ kind: 'vector', vector }, [vector.buffer as ArrayBuffer]);
    } catch (error) {
      reply({ kind: 'failed', reason: messageOf(error) });
    }
  });
  // The first run is slow; let it be this one instead of a customer's.
  const first = await model.embed({ text: 'ready', maxTokens: 8 });
  reply({ kind: 'ready', dimensions: first.length });
}

async function load(settings: WorkerSettings) {
  env.allowRemoteModels = settings.allowRemote;
  env.localModelPath = settings.modelsDirectory;
  env.cacheDir = settings.modelsDirectory;
  const extract: FeatureExtractionPipeline = await pipeline('feature-extraction', settings.model, {
    quantized: true,
  });
  return {
    async embed({ text, maxTokens }: WorkerRequest): Promise<Float32Array> {
      // No padding: with a maximum given, the library would fill up to it, which costs time and changes the mean.
      const tokens = extract.tokenizer(text, { truncation: true, max_length: maxTokens });
      const output = await extract.model(tokens);
      const states = output.last_hidden_state ?? output.token_embeddings;
      const [, length, width] = states.dims as [number, number, number];
      return normalised(pool(states.data as Float32Array, settings.pooling === 'cls' ? 1 : length, width));
    },
  };
}

/** The mean of the first `count` token states, each of `width` numbers; a single text has no padding to mask. */
function pool(states: Float32Array, count: number, width: number): Float32Array {
  const sum = new Float64Array(width);
  for (let token = 0; token < count; token++) {
    for (let axis = 0; axis < width; axis++) {
      sum[axis] = (sum[axis] ?? 0) + (states[token * width + axis] ?? 0);
    }
  }
  return Float32Array.from(sum, (value) => value / count);
}

function normalised(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares) || 1;
  return vector.map((value) => value / length);
}
