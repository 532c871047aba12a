import { createHash } from 'node:crypto';
import type { AsideEar, PlacedSentence } from '../contracts/asides.js';
import type { Embedder } from '../contracts/embedder.js';
import { bundledFile } from '../platform/bundled-file.js';
import { asideInput } from './aside-input.js';
import { type AsideModel, readAsides, writeAsides } from './asides-file.js';

const BUNDLED = 'data/models/classifiers/asides.json';

/**
 * Opens what was learned of asides.
 * @param embedder whose vectors will be given
 * @param path a file that `train-asides` wrote; the one that comes with the program where not given
 * @returns null where it was trained with the vectors of another embedder
 * @throws CLASSIFIERS_UNREADABLE
 */
export function openAsides(
  embedder: Pick<Embedder, 'id' | 'meanVector'>,
  path: string = bundledFile(BUNDLED),
): AsideEar | null {
  const model = readAsides(path);
  return model.embedder === embedder.id ? createAsideEar(model, embedder.meanVector) : null;
}

/** Hears with a model; a pure function of sentence and vector. */
function createAsideEar(model: AsideModel, mean: Float32Array | null): AsideEar {
  const { embedder, languages, threshold } = model;
  return {
    sign: createHash('sha256').update(writeAsides(model)).digest('hex'),
    embedder,
    languages,
    isAside: (sentence, vector) => asideChance(model, sentence, vector, mean) >= threshold,
  };
}

/** How likely a sentence is an aside, from 0 to 1. */
function asideChance(
  { weights, bias }: Pick<AsideModel, 'weights' | 'bias'>,
  sentence: PlacedSentence,
  vector: Float32Array,
  mean: Float32Array | null,
): number {
  const input = asideInput(sentence, vector, mean);
  let score = bias;
  for (let column = 0; column < input.length; column++)
    score += (weights[column] ?? 0) * (input[column] as number);
  return 1 / (1 + Math.exp(-score));
}
