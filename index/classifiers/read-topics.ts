import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { indexErrors } from '../errors.js';
import { messageOf } from '../platform/errors.js';
import { HEADS } from './heads.js';
import type { LabelledMessage } from './labelled-messages.js';

export interface CompanyTopics {
  readonly messages: readonly LabelledMessage[];
  /** A company's own topics, each with the topic of the program that it is handled as. */
  readonly ownTopics: Readonly<Record<string, string>>;
}

const KNOWN: readonly string[] = HEADS.topic;
const rowSchema = z.strictObject({
  text: z.string().min(1).max(1_500),
  lang: z.enum(['nl', 'en']),
  topic: z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/, 'topic must be a short name in lower case'),
  as: z.enum(HEADS.topic).optional(),
});

/**
 * Reads a company's own examples: messages of the topics that the program knows, or of topics of its own, which say with
 * `as` what they are handled as.
 * @throws TRAINING_INVALID
 */
export function readTopics(path: string): CompanyTopics {
  const ownTopics: Record<string, string> = {};
  const messages: LabelledMessage[] = [];
  for (const [at, line] of readLines(path).entries()) {
    if (line.trim() === '') continue;
    const complain = (reason: string) => indexErrors.TRAINING_INVALID({ file: path, line: at + 1, reason });
    const row = parse(line, complain);
    if (!KNOWN.includes(row.topic)) {
      const as = row.as ?? ownTopics[row.topic];
      if (as === undefined)
        throw complain(`the topic "${row.topic}" is new: say with "as" what it is handled as`);
      ownTopics[row.topic] = as;
    }
    const labels = { topic: [row.topic], talk: ['none'] };
    messages.push({
      text: row.text,
      lang: row.lang,
      split: 'fit',
      labels,
      group: null,
      isOrdinary: false,
      detail: row.topic,
      file: path,
    });
  }
  return { messages, ownTopics };
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch (error) {
    throw indexErrors.TRAINING_INVALID({ file: path, line: 0, reason: messageOf(error) }, error);
  }
}

function parse(line: string, complain: (reason: string) => Error): z.infer<typeof rowSchema> {
  try {
    return rowSchema.parse(JSON.parse(line));
  } catch (error) {
    throw complain(messageOf(error));
  }
}
