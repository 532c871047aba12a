import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { writeAsides } from './asides/asides-file.js';
import { readLabelledAnswers } from './asides/labelled-answers.js';
import { trainAsides } from './asides/train-asides.js';
import { writeClassifiers } from './classifiers/classifiers-file.js';
import { readLabelledMessages } from './classifiers/labelled-messages.js';
import { formatTopicEffects, measureTopics } from './classifiers/measure-topics.js';
import { joinedVectors } from './classifiers/model.js';
import { readTopics } from './classifiers/read-topics.js';
import { trainClassifiers } from './classifiers/train-classifiers.js';
import type { Embedder } from './contracts/embedder.js';
import { embedQuery } from './embedder/embed-query.js';

/** What training is given by the command line. */
interface Terminal {
  readonly withEmbedder: (run: (embedder: Embedder) => Promise<void>) => Promise<void>;
  readonly print: (line: string) => void;
}

/**
 * Trains the classifiers of messages and writes them to a file; a company's own topics with their measured effect.
 * @returns false where the words do not say where to
 */
export async function trainClassifiersCommand(
  words: string[],
  { withEmbedder, print }: Terminal,
): Promise<boolean> {
  const { values } = parseArgs({
    args: words,
    options: {
      messages: { type: 'string', default: 'data/training' },
      topics: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const { messages: folder, topics, out } = values;
  if (out === undefined) return false;
  const company = topics === undefined ? { messages: [], ownTopics: {} } : readTopics(topics);
  const own = readLabelledMessages(folder).filter(({ split }) => split !== 'report');
  if (topics !== undefined) print(formatTopicEffects(measureTopics(own, company)));
  await withEmbedder(async (embedder) => {
    const messages = [...own, ...company.messages];
    const vectors: Float32Array[] = [];
    for (const { text } of messages) {
      // One text at a time, as customers' texts are read: in a batch a vector differs a little.
      vectors.push(joinedVectors(await embedQuery(embedder, text.trim())));
      if (vectors.length % 1_000 === 0)
        process.stderr.write(`${vectors.length} of ${messages.length} read\n`);
    }
    const { dimensions, id } = embedder;
    const model = trainClassifiers({
      messages,
      vectors,
      dimensions,
      embedder: id,
      ownTopics: company.ownTopics,
      onStep: (step) => process.stderr.write(`${step} done\n`),
    });
    writeFileSync(out, writeClassifiers(model));
    print(JSON.stringify({ alone: model.alone.thresholds, withVector: model.withVector.thresholds }));
  });
  return true;
}

/**
 * Trains what tells asides in answers from the rest, writes it to a file and prints what it came to on answers held out.
 * @returns false where the words do not say where to
 */
export async function trainAsidesCommand(
  words: string[],
  { withEmbedder, print }: Terminal,
): Promise<boolean> {
  const { values } = parseArgs({
    args: words,
    options: { answers: { type: 'string', default: 'data/training/asides' }, out: { type: 'string' } },
  });
  const { out } = values;
  if (out === undefined) return false;
  const answers = readLabelledAnswers(values.answers);
  await withEmbedder(async (embedder) => {
    const vectors: Float32Array[] = [];
    for (const { sentences } of answers)
      for (const { text, isAside } of sentences)
        if (isAside !== null) vectors.push(await embedder.embedPassage(text));
    const { model, heldOut } = trainAsides(answers, vectors, embedder);
    writeFileSync(out, writeAsides(model));
    print(JSON.stringify({ threshold: model.threshold, heldOut }));
  });
  return true;
}
