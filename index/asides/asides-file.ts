import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { indexErrors } from '../errors.js';
import { messageOf } from '../platform/errors.js';

const FORMAT = 1;

const modelSchema = z.object({
  format: z.literal(FORMAT),
  embedder: z.string(),
  languages: z.array(z.string()),
  threshold: z.number(),
  bias: z.number(),
  weights: z.array(z.number()).min(1),
});

/** A trained line between asides and the rest; chances from `threshold` on are asides. */
export interface AsideModel {
  /** Id of the embedder whose vectors it was trained with. */
  readonly embedder: string;
  readonly languages: readonly string[];
  readonly threshold: number;
  readonly bias: number;
  /** One a number of `asideInput`. */
  readonly weights: readonly number[];
}

/** A model as the text of its file. */
export function writeAsides({ embedder, languages, threshold, bias, weights }: AsideModel): string {
  return `${JSON.stringify({ format: FORMAT, embedder, languages, threshold, bias, weights })}\n`;
}

/**
 * Reads a file that `writeAsides` made.
 * @throws CLASSIFIERS_UNREADABLE
 */
export function readAsides(path: string): AsideModel {
  try {
    return modelSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw indexErrors.CLASSIFIERS_UNREADABLE(
      { path, reason: messageOf(error), command: 'train-asides' },
      error,
    );
  }
}
