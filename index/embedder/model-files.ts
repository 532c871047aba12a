import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** The weights of a model, in the place where the model's library looks for them. */
export function weightsFile(modelsDirectory: string, model: string): string {
  return join(modelsDirectory, model, 'onnx', 'model_quantized.onnx');
}

/** Whether the model lies in the folder, so that nothing has to be loaded from elsewhere. */
export function hasModel(modelsDirectory: string, model: string): boolean {
  return existsSync(weightsFile(modelsDirectory, model));
}

const sameVectorsSchema = z.object({ weights: z.string(), vectorsOf: z.string() });

/**
 * What tells the vectors of a model apart from others: the digest of its weights; or that of earlier weights, where
 * `same-vectors.json` beside the model says that these give the same vectors bit for bit and only more beside them. So an
 * index that was built with the earlier ones stays good.
 * @param weights sha256 of the file of the weights, in hex
 */
export function digestOfVectors(modelsDirectory: string, model: string, weights: string): string {
  const path = join(modelsDirectory, model, 'same-vectors.json');
  if (!existsSync(path)) return weights;
  const said = sameVectorsSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  return said.success && said.data.weights === weights ? said.data.vectorsOf : weights;
}

/** The mean vector a model brings in `mean-vector.json`; null when it brings none of the right length. */
export function readMeanVector(
  modelsDirectory: string,
  model: string,
  dimensions: number,
): Float32Array | null {
  const path = join(modelsDirectory, model, 'mean-vector.json');
  if (!existsSync(path)) return null;
  const numbers: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const isVector =
    Array.isArray(numbers) &&
    numbers.length === dimensions &&
    numbers.every((value) => Number.isFinite(value));
  return isVector ? Float32Array.from(numbers) : null;
}
