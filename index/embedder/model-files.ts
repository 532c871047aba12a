import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The weights of a model, in the place where the model's library looks for them. */
export function weightsFile(modelsDirectory: string, model: string): string {
  return join(modelsDirectory, model, 'onnx', 'model_quantized.onnx');
}

/** Whether the model lies in the folder, so that nothing has to be loaded from elsewhere. */
export function hasModel(modelsDirectory: string, model: string): boolean {
  return existsSync(weightsFile(modelsDirectory, model));
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
