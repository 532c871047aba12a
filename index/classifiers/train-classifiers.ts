import { chooseReading } from './choose-reading.js';
import { WANTED, WANTED_ALONE } from './choose-thresholds.js';
import { HEAD_NAMES, HEADS, type Heads, layoutOf } from './heads.js';
import type { LabelledMessage } from './labelled-messages.js';
import { type ClassifierModel, gramScores, netInput, quantise, scoresWithWords } from './model.js';
import { fitHead } from './softmax-regression.js';
import { joinedNet, type StackedExample, type StackedNet, trainNet } from './stacked-net.js';
import { BUCKETS, type TextFeatures, textFeatures } from './text-features.js';

const FOLDS = 3;
const GRAMS = { epochs: 10, rate: 0.3, ridge: 1e-5 };
const NET = { units: 64, epochs: 10, rate: 2e-3, ridge: 2e-4, batch: 128 };
const NETS = 2;
/** Wordings say plainly what most customers say; among messages written to be hard they would be forgotten. */
const PLAIN = { file: 'wordings.jsonl', weight: 8 };

/** A message ready to learn from. */
interface Ready {
  readonly message: LabelledMessage;
  readonly features: TextFeatures;
  readonly vectors: Float32Array;
  readonly allowed: Uint8Array;
  readonly fold: number;
  readonly weight: number;
}

interface TrainingParts {
  readonly messages: readonly LabelledMessage[];
  /** In the order of the messages: all vectors of each, one after the other (`joinedVectors`). */
  readonly vectors: readonly Float32Array[];
  /** Numbers in one vector. */
  readonly dimensions: number;
  readonly embedder: string;
  /** A company's own topics, each with the topic of the program that it is handled as. */
  readonly ownTopics: Readonly<Record<string, string>>;
  readonly onStep?: (step: string) => void;
}

/**
 * Trains all classifiers: n-grams first; then networks over the vectors and what n-grams say of messages that they were not
 * trained on. Thresholds come from held-out messages of the half to fit on and from the questions to choose on.
 */
export function trainClassifiers(parts: TrainingParts): ClassifierModel {
  const heads: Heads = { ...HEADS, topic: [...HEADS.topic, ...Object.keys(parts.ownTopics)] };
  const ready = readyOf(parts, heads);
  const fit = ready.filter(({ message }) => message.split === 'fit');
  const choose = ready.filter(({ message }) => message.split === 'choose');
  const step = parts.onStep ?? (() => {});

  const held = new Map<Ready, Float32Array>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const grams = fitGrams(
      fit.filter((row) => row.fold !== fold),
      heads,
    );
    for (const row of [...fit.filter((other) => other.fold === fold), ...(fold === 0 ? choose : [])]) {
      held.set(row, gramScores(grams, row.features));
    }
    step(`words, fold ${fold + 1} of ${FOLDS}`);
  }
  const whole = fitGrams(fit, heads);
  step('words');
  const { dimensions } = parts;
  const centre = meanOf(fit.map(({ vectors }) => vectors));
  const input = ({ vectors }: Ready, scores: Float32Array) =>
    netInput(vectors, { centre, dimensions }, scores);
  const examples = new Map<Ready, StackedExample>(
    [...fit, ...choose].map((row) => [
      row,
      { input: input(row, held.get(row) as Float32Array), allowed: row.allowed, weight: row.weight },
    ]),
  );
  const exampleOf = (row: Ready) => examples.get(row) as StackedExample;
  const heldNet = new Map<Ready, Float32Array>();
  for (let fold = 0; fold < FOLDS; fold++) {
    // As many as will be asked: the mean of several is less sure of itself than one, and has thresholds of its own.
    const others = fit.filter((row) => row.fold !== fold).map(exampleOf);
    const net = joinedNetOf(others, heads);
    for (const row of [...fit.filter((other) => other.fold === fold), ...(fold === 0 ? choose : [])]) {
      heldNet.set(row, scoresWithWords(net, exampleOf(row).input, held.get(row) as Float32Array));
    }
    step(`networks, fold ${fold + 1} of ${FOLDS}`);
  }
  const heldOut = (scores: ReadonlyMap<Ready, Float32Array>) =>
    [...fit, ...choose].map((row) => ({ ...row, scores: scores.get(row) as Float32Array }));
  const net = joinedNetOf(fit.map(exampleOf), heads);
  step('networks');
  return {
    heads,
    handledAs: parts.ownTopics,
    embedder: parts.embedder,
    dimensions,
    centre,
    ...whole,
    net,
    alone: chooseReading(heldOut(held), heads, WANTED_ALONE),
    withVector: chooseReading(heldOut(heldNet), heads, WANTED),
  };
}

function readyOf({ messages, vectors }: TrainingParts, heads: Heads): Ready[] {
  return messages.map((message, at) => ({
    message,
    features: textFeatures(message.text),
    vectors: vectors[at] ?? new Float32Array(),
    allowed: Uint8Array.from(
      HEAD_NAMES.flatMap((name) =>
        heads[name].map((label) => (message.labels[name]?.includes(label) ? 1 : 0)),
      ),
    ),
    fold: hashOf(message.group ?? message.text) % FOLDS,
    weight: message.file === PLAIN.file ? PLAIN.weight : 1,
  }));
}

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float64Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) {
    for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] as number) + (vector[at] as number);
  }
  return Float32Array.from(sum, (value) => value / vectors.length);
}

function joinedNetOf(examples: readonly StackedExample[], heads: Heads): StackedNet {
  return joinedNet(
    Array.from({ length: NETS }, (_, at) => trainNet(examples, heads, { ...NET, seed: at + 1 })),
  );
}

function fitGrams(rows: readonly Ready[], heads: Heads): Pick<ClassifierModel, 'grams' | 'scales' | 'bias'> {
  const { starts, width } = layoutOf(heads);
  const weights = new Float32Array(BUCKETS * width);
  const bias = new Float32Array(width);
  for (const name of HEAD_NAMES) {
    const labels = heads[name].length;
    const start = starts[name];
    const known = rows.filter(({ message }) => message.labels[name]);
    const examples = known.map(({ features, allowed, weight }) => ({
      row: { columns: features.buckets, values: features.weights },
      allowed: allowed.subarray(start, start + labels),
      weight,
    }));
    const head = fitHead(examples, { ...GRAMS, columns: BUCKETS, labels });
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      weights.set(head.weights.subarray(bucket * labels, (bucket + 1) * labels), bucket * width + start);
    }
    bias.set(head.bias, start);
  }
  return { ...quantise(weights, width), bias };
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 8;
}
