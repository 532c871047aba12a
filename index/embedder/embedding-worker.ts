import { parentPort, workerData } from 'node:worker_threads';
import { AutoModel, AutoTokenizer, env } from '@xenova/transformers';
import { messageOf } from '../platform/errors.js';
import { hasModel, weightsFile } from './model-files.js';
import { openSession } from './open-session.js';
import type { WorkerModel, WorkerReply, WorkerRequest, WorkerSettings } from './worker-messages.js';

/**
 * The thread in which the models run, because running them blocks the event loop. One thread, one text at a time: several
 * at once crash the binding, and a text's vector differs a little inside a batch. This file is the one door to
 * @xenova/transformers.
 */
if (parentPort && workerData !== null) {
  const port = parentPort;
  const reply = (message: WorkerReply, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);
  const settings = workerData as WorkerSettings;
  const models: LoadedModel[] = [];
  for (const { model, pooling } of settings.models) models.push(await load(model, pooling, settings));
  // The embedder sends the next text only after the reply, so requests cannot overlap here.
  port.on('message', async (request: WorkerRequest) => {
    try {
      const vector = (await models[request.model]?.embed(request)) ?? new Float32Array();
      reply({ kind: 'vector', vector }, [vector.buffer as ArrayBuffer]);
    } catch (error) {
      reply({ kind: 'failed', reason: messageOf(error) });
    }
  });
  // The first run is slow; let it be this one instead of a customer's.
  const dimensions: number[] = [];
  for (const model of models) dimensions.push((await model.embed({ text: 'ready', maxTokens: 8 })).length);
  reply({ kind: 'ready', dimensions });
}

interface LoadedModel {
  embed(request: Pick<WorkerRequest, 'text' | 'maxTokens'>): Promise<Float32Array>;
}

async function load(
  model: string,
  pooling: WorkerModel['pooling'],
  settings: WorkerSettings,
): Promise<LoadedModel> {
  env.allowRemoteModels = settings.allowRemote;
  env.localModelPath = settings.modelsDirectory;
  env.cacheDir = settings.modelsDirectory;
  const tokenizer = await AutoTokenizer.from_pretrained(model);
  // The library reads a model from its hub into the folder; a model that is there is opened without its help.
  if (!hasModel(settings.modelsDirectory, model)) await AutoModel.from_pretrained(model, { quantized: true });
  const session = await openSession(weightsFile(settings.modelsDirectory, model));
  return {
    async embed({ text, maxTokens }) {
      // No padding: with a maximum given, the library would fill up to it, which costs time and changes the mean.
      const tokens = tokenizer(text, { truncation: true, max_length: maxTokens });
      const { numbers, length, width } = await session.run(tokens);
      return normalised(pool(numbers, pooling === 'cls' ? 1 : length, width));
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
