import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { indexErrors } from '../errors.js';
import { messageOf } from '../platform/errors.js';

/** An answer in its sentences, in their order. */
export interface LabelledAnswer {
  readonly language: string;
  readonly sentences: readonly {
    readonly text: string;
    /** Whether a careful editor takes it out; null where that is not known. */
    readonly isAside: boolean | null;
  }[];
}

/** A sentence with its label in front: `+` goes, `=` stays, `?` is not known. */
const sentence = z.string().regex(/^[+=?] \S/, 'a sentence must begin with "+ ", "= " or "? "');
const rowSchema = z.object({
  language: z.enum(['nl', 'en']),
  sector: z.string().optional(),
  question: z.string(),
  answer: z.array(sentence).min(1).max(100),
});
const LABELS: Readonly<Record<string, boolean | null>> = { '+': true, '=': false, '?': null };

/**
 * Reads every `.jsonl` file of a folder, in the order of their names.
 * @throws TRAINING_INVALID with file, line and complaint
 */
export function readLabelledAnswers(folder: string): LabelledAnswer[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  return files.sort().flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .flatMap((line, at) => (line.trim() === '' ? [] : [answerOf(line, file, at + 1)])),
  );
}

function answerOf(line: string, file: string, number: number): LabelledAnswer {
  try {
    const { language, answer } = rowSchema.parse(JSON.parse(line));
    const sentences = answer.map((said) => ({
      text: said.slice(2),
      isAside: LABELS[said.charAt(0)] ?? null,
    }));
    return { language, sentences };
  } catch (error) {
    const reason =
      error instanceof z.ZodError ? error.issues.map(({ message }) => message).join('; ') : messageOf(error);
    throw indexErrors.TRAINING_INVALID({ file, line: number, reason });
  }
}
