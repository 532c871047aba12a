import { parentPort, workerData } from 'node:worker_threads';
import { AutoModel, AutoTokenizer, env } from '@xenova/transformers';
import { messageOf } from '../platform/errors.js';
import { hasModel, weightsFile } from './model-files.js';
import { openSession } from './open-session.js';
import { readTokenProjection, type TokenProjection } from './token-projection.js';
import type { WorkerReading, WorkerReply, WorkerRequest, WorkerSettings } from './worker-messages.js';

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
      const reading = await model.read(request);
      const { vector, layers, tokens } = reading;
      const parts = [vector, layers, ...(tokens ? [tokens.ids, tokens.rows, tokens.wordOfToken] : [])];
      reply(
        { kind: 'reading', reading },
        parts.map(({ buffer }) => buffer as ArrayBuffer),
      );
    } catch (error) {
      reply({ kind: 'failed', reason: messageOf(error) });
    }
  });
  // The first run is slow; let it be this one instead of a customer's.
  const { vector } = await model.read({ text: 'ready', maxTokens: 8, prefix: null, withLayers: true });
  reply({ kind: 'ready', dimensions: vector.length, tokenDimensions: model.tokenDimensions(vector.length) });
}

interface LoadedModel {
  read(request: WorkerRequest): Promise<WorkerReading>;
  /** Numbers in the row of a token; 0 where the model brings no projection for its width. */
  tokenDimensions(width: number): number;
}

async function load(settings: WorkerSettings): Promise<LoadedModel> {
  const { model, pooling, modelsDirectory, allowRemote } = settings;
  env.allowRemoteModels = allowRemote;
  env.localModelPath = modelsDirectory;
  env.cacheDir = modelsDirectory;
  const tokenizer = await AutoTokenizer.from_pretrained(model);
  // The library reads a model from its hub into the folder; a model that is there is opened without its help.
  if (!hasModel(modelsDirectory, model)) await AutoModel.from_pretrained(model, { quantized: true });
  const session = await openSession(weightsFile(modelsDirectory, model));
  let projection: TokenProjection | null | undefined;
  const projectionFor = (width: number) => {
    if (projection === undefined) projection = readTokenProjection(modelsDirectory, model, width);
    return projection;
  };
  const skipped = new Map<string, number>();
  /** How many tokens stand before a text: the mark of the beginning, and the prefix that the model wants. */
  const tokensBefore = (prefix: string) => {
    const known = skipped.get(prefix);
    if (known !== undefined) return known;
    const count = prefix.trim() === '' ? 1 : tokenizer(prefix.trimEnd()).input_ids.data.length - 1;
    skipped.set(prefix, count);
    return count;
  };
  return {
    tokenDimensions: (width) => projectionFor(width)?.dimensions ?? 0,
    async read({ text, maxTokens, prefix, withLayers }) {
      // No padding: with a maximum given, the library would fill up to it, which costs time and changes the mean.
      const tokens = tokenizer(text, { truncation: true, max_length: maxTokens });
      const { numbers, inner, length, width } = await session.run(tokens, withLayers);
      const vector = normalised(pool(numbers, pooling === 'cls' ? 1 : length, width));
      const layers = joined(inner.map((states) => pool(states, length, width)));
      const used = prefix === null ? null : projectionFor(width);
      if (!used) return { vector, layers, tokens: null };
      const from = tokensBefore(prefix ?? '');
      // The last token is the mark of the end.
      const ids = Uint32Array.from(tokens.input_ids.data as ArrayLike<bigint>, Number).slice(
        from,
        length - 1,
      );
      const rows = new Int8Array(ids.length * used.dimensions);
      for (let at = 0; at < ids.length; at++) {
        const state = numbers.subarray((from + at) * width, (from + at + 1) * width);
        rows.set(used.project(state), at * used.dimensions);
      }
      return { vector, layers, tokens: { ids, rows, wordOfToken: wordsOf(ids) } };
    },
  };

  /** Pieces that begin a word carry a mark (SentencePiece's "▁"). */
  function wordsOf(ids: Uint32Array): Uint32Array {
    const pieces: readonly string[] = tokenizer.model.vocab;
    let word = -1;
    return ids.map((id, at) => {
      if (at === 0 || pieces[id]?.startsWith('▁')) word += 1;
      return word;
    });
  }
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

function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function normalised(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares) || 1;
  return vector.map((value) => value / length);
}
