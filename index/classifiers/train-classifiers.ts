import { chooseThreshold, type Scored, WANTED, WANTED_ALONE } from './choose-thresholds.js';
import { HEAD_NAMES, HEADS, type HeadName, type Heads, layoutOf } from './heads.js';
import type { LabelledMessage } from './labelled-messages.js';
import {
  type ClassifierModel,
  committeeScores,
  gramScores,
  netInput,
  quantise,
  type Reading,
  type Use,
} from './model.js';
import { fitHead } from './softmax-regression.js';
import { type StackedExample, type StackedNet, trainNet } from './stacked-net.js';
import { BUCKETS, type TextFeatures, textFeatures } from './text-features.js';
import { chancesOf, scoresOf } from './uses.js';

const FOLDS = 4;
const GRAMS = { epochs: 10, rate: 0.3, ridge: 1e-5 };
const NET = { units: 64, epochs: 10, rate: 2e-3, ridge: 2e-4, batch: 128 };
const NETS = 2;
/** Most messages are ordinary questions: each counts half. */
const ORDINARY_WEIGHT = 0.5;

/** A message ready to learn from. */
interface Ready {
  readonly message: LabelledMessage;
  readonly features: TextFeatures;
  readonly vector: Float32Array;
  readonly allowed: Uint8Array;
  readonly fold: number;
  readonly weight: number;
}

export interface TrainingParts {
  readonly messages: readonly LabelledMessage[];
  /** In the order of the messages, of unit length. */
  readonly vectors: readonly Float32Array[];
  readonly embedder: string;
  readonly centre: Float32Array;
  /** A company's own topics, each with the topic of the program that it is handled as. */
  readonly ownTopics: Readonly<Record<string, string>>;
  readonly onStep?: (step: string) => void;
}

/**
 * Trains all classifiers: n-grams first; then networks over the vector and what n-grams say of messages that they were not
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
  const input = ({ vector }: Ready, scores: Float32Array) => netInput(vector, parts.centre, scores);
  const examples = new Map<Ready, StackedExample>(
    [...fit, ...choose].map((row) => [
      row,
      { input: input(row, held.get(row) as Float32Array), allowed: row.allowed, weight: row.weight },
    ]),
  );
  const exampleOf = (row: Ready) => examples.get(row) as StackedExample;
  const heldNet = new Map<Ready, Float32Array>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const net = trainNet(fit.filter((row) => row.fold !== fold).map(exampleOf), heads, { ...NET, seed: 1 });
    for (const row of [...fit.filter((other) => other.fold === fold), ...(fold === 0 ? choose : [])]) {
      heldNet.set(row, committeeScores([net], exampleOf(row).input));
    }
    step(`networks, fold ${fold + 1} of ${FOLDS}`);
  }
  const nets: StackedNet[] = [];
  for (let seed = 1; seed <= NETS; seed++) {
    nets.push(trainNet(fit.map(exampleOf), heads, { ...NET, seed }));
    step(`network ${seed} of ${NETS}`);
  }
  return {
    ...{ heads, handledAs: parts.ownTopics, embedder: parts.embedder, centre: parts.centre },
    ...whole,
    nets,
    alone: readingOf([...fit, ...choose], held, heads, WANTED_ALONE),
    withVector: readingOf([...fit, ...choose], heldNet, heads, WANTED),
  };
}

function readyOf({ messages, vectors }: TrainingParts, heads: Heads): Ready[] {
  return messages.map((message, at) => ({
    message,
    features: textFeatures(message.text),
    vector: vectors[at] ?? new Float32Array(),
    allowed: Uint8Array.from(
      HEAD_NAMES.flatMap((name) =>
        heads[name].map((label) => (message.labels[name]?.includes(label) ? 1 : 0)),
      ),
    ),
    fold: hashOf(message.group ?? message.text) % FOLDS,
    weight: message.isOrdinary ? ORDINARY_WEIGHT : 1,
  }));
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

/** Temperatures and thresholds by what was said of rows that were held out. */
function readingOf(
  rows: readonly Ready[],
  held: ReadonlyMap<Ready, Float32Array>,
  heads: Heads,
  wanted: typeof WANTED,
): Reading {
  const { starts } = layoutOf(heads);
  const scores = (row: Ready) => held.get(row) as Float32Array;
  const temperatures = Object.fromEntries(
    HEAD_NAMES.map((name) => {
      const start = starts[name];
      const end = start + heads[name].length;
      const known = rows.filter(({ message }) => message.labels[name] && message.split === 'fit');
      const parts = known.map((row) => ({
        part: scores(row).subarray(start, end),
        may: row.allowed.subarray(start, end),
        weight: row.weight,
      }));
      return [name, temperatureOf(parts)];
    }),
  ) as Record<HeadName, number>;
  const scored = rows.map((row) => ({ row, uses: scoresOf(chancesOf(scores(row), heads, temperatures)) }));
  const threshold = (use: Use) => {
    const kind = use === 'clear' ? 'matter' : use;
    const messages: Scored[] = [];
    const ordinary: number[] = [];
    for (const { row, uses } of scored) {
      const isRight = isWanted(kind, row.message);
      if (isRight === null) continue;
      if (row.message.isOrdinary) ordinary.push(uses[kind]);
      else if (isHeldAgainst(kind, row.message)) messages.push({ score: uses[kind], isRight });
    }
    return chooseThreshold(messages, ordinary, wanted[use]);
  };
  const thresholds = {
    person: threshold('person'),
    matter: threshold('matter'),
    clear: threshold('clear'),
    annoyed: threshold('annoyed'),
    talk: threshold('talk'),
    danger: threshold('danger'),
    act: threshold('act'),
  };
  return { temperatures, thresholds };
}

/** Wordings are too plain to choose by. Acts are read before persons and small talk: what they sound like of these does not count. */
function isHeldAgainst(use: Exclude<Use, 'clear'>, { file }: LabelledMessage): boolean {
  return file !== 'wordings.jsonl' && !(file === 'acts.jsonl' && (use === 'person' || use === 'talk'));
}

/** Whether a message is what a use looks for; null where its labels do not tell. */
export function isWanted(use: Exclude<Use, 'clear'>, { labels }: LabelledMessage): boolean | null {
  const head = (
    {
      person: 'person',
      matter: 'topic',
      annoyed: 'mood',
      talk: 'talk',
      danger: 'danger',
      act: 'act',
    } as const
  )[use];
  const given = labels[head];
  if (!given) return null;
  if (use === 'annoyed') return given.some((label) => label === 'angry' || label === 'frustrated');
  const nothing = HEADS[head][0];
  return given.includes(nothing) ? (given.length > 1 ? null : false) : true;
}

/** What scores are divided by so that the chances of held-out messages come true: the least surprise. */
function temperatureOf(
  rows: readonly { readonly part: Float32Array; readonly may: Uint8Array; readonly weight: number }[],
): number {
  let best = { temperature: 1, loss: Number.POSITIVE_INFINITY };
  for (let temperature = 0.5; temperature <= 4; temperature += 0.1) {
    let loss = 0;
    for (const { part, may, weight } of rows) {
      let sum = 0;
      let right = 0;
      part.forEach((score, at) => {
        const raised = Math.exp(score / temperature);
        sum += raised;
        if (may[at]) right += raised;
      });
      loss -= weight * Math.log(Math.max(right / sum, 1e-9));
    }
    if (loss < best.loss) best = { temperature: Number(temperature.toFixed(2)), loss };
  }
  return best.temperature;
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 8;
}
