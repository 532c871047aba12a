import { createHash } from 'node:crypto';
import { chooseThreshold } from '../classifiers/choose-thresholds.js';
import { fitHead, headScores, softmax } from '../classifiers/softmax-regression.js';
import { asideColumns, asideInput } from './aside-input.js';
import type { AsideModel } from './asides-file.js';
import type { LabelledAnswer } from './labelled-answers.js';
import { mayBeAside } from './may-be-aside.js';

const FOLDS = 5;
const REGRESSION = { epochs: 30, rate: 0.3, ridge: 1e-3 };
/** Of what is taken out of answers that were held out so much must be asides; most stand among few. */
const WANTED = { precision: 0.98, ordinary: 1 };
/** Weights are written with so many decimals. */
const DECIMALS = 5;

/** A sentence ready to learn from. */
interface Ready {
  readonly input: Float32Array;
  readonly isAside: boolean;
  /** Whether it would be asked about at all. */
  readonly isAsked: boolean;
  readonly fold: number;
}

/** What was trained, and what it came to on answers that were held out. */
interface TrainedAsides {
  readonly model: AsideModel;
  /** Counts of sentences: asides, those of them found, others, those of them taken for asides. */
  readonly heldOut: Readonly<Record<'asides' | 'found' | 'others' | 'wrong', number>>;
}

/**
 * Trains the line between asides and the rest, by softmax regression; the threshold comes from answers that were held out whole. The same
 * answers and vectors give the same numbers.
 * @param vectors of every sentence with a label, in order, embedded alone as passages
 */
export function trainAsides(
  answers: readonly LabelledAnswer[],
  vectors: readonly Float32Array[],
  embedder: { readonly id: string; readonly dimensions: number; readonly meanVector: Float32Array | null },
): TrainedAsides {
  const rows = readyOf(answers, vectors, embedder.meanVector);
  const columns = asideColumns(embedder.dimensions);
  const scored = Array.from({ length: FOLDS }, (_, fold) => {
    const chance = fitLine(
      rows.filter((row) => row.fold !== fold),
      columns,
    ).chanceOf;
    const held = rows.filter((row) => row.fold === fold);
    return held.map((row) => ({ score: row.isAsked ? chance(row.input) : 0, isRight: row.isAside }));
  }).flat();
  const threshold = chooseThreshold(scored, [], WANTED);
  const { weights, bias } = fitLine(rows, columns);
  const count = (isRight: boolean, least: number) =>
    scored.filter((row) => row.isRight === isRight && row.score >= least).length;
  return {
    model: { embedder: embedder.id, languages: ['nl', 'en'], threshold, bias, weights },
    heldOut: {
      asides: count(true, 0),
      found: count(true, threshold),
      others: count(false, 0),
      wrong: count(false, threshold),
    },
  };
}

function readyOf(
  answers: readonly LabelledAnswer[],
  vectors: readonly Float32Array[],
  mean: Float32Array | null,
): Ready[] {
  let next = 0;
  return answers.flatMap(({ sentences }) => {
    const fold = foldOf(sentences.map(({ text }) => text).join('\n'));
    return sentences.flatMap(({ text, isAside }, at) => {
      if (isAside === null) return [];
      const sentence = { text, at, of: sentences.length };
      const vector = vectors[next] ?? new Float32Array();
      next += 1;
      return [{ input: asideInput(sentence, vector, mean), isAside, isAsked: mayBeAside(sentence), fold }];
    });
  });
}

function fitLine(rows: readonly Ready[], columns: number) {
  const examples = rows.map(({ input, isAside }) => ({
    row: { values: input },
    allowed: Uint8Array.from(isAside ? [0, 1] : [1, 0]),
    weight: 1,
  }));
  const head = fitHead(examples, { ...REGRESSION, columns, labels: 2 });
  // Of two labels only how far they are apart counts.
  const apart = (numbers: Float32Array, at: number) =>
    Number(((numbers[2 * at + 1] as number) - (numbers[2 * at] as number)).toFixed(DECIMALS));
  return {
    weights: Array.from({ length: columns }, (_, at) => apart(head.weights, at)),
    bias: apart(head.bias, 0),
    chanceOf: (input: Float32Array) => softmax(headScores(head, { values: input }))[1] ?? 0,
  };
}

function foldOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) % FOLDS;
}
