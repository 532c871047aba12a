import type { LearnedRanking, NetCommittee } from '../contracts/learned-ranking.js';
import { ask } from '../search/committee.js';
import { beliefFeatures } from '../search/confidence/belief.js';
import { type AnswerEvidence, EVIDENCE } from '../search/evidence/evidence.js';
import type { RankedAnswer } from '../search/rank.js';
import { joinCommittees } from './join-committees.js';
import { type Training, trainCommittee } from './train-net.js';

/** What was found for a question of a set, with what is known of it. */
export interface AskedQuestion {
  readonly found: readonly FoundEvidence[];
}

interface FoundEvidence {
  readonly evidence: AnswerEvidence;
  readonly isRight: boolean;
  /** Answers with equal numbers do not compete. */
  readonly twin: number;
}

/** The questions of a set, which count together by its weight, however many they are. */
export interface AskedSet {
  readonly asked: readonly AskedQuestion[];
  readonly weight: number;
  /** Where its questions are also labels of a release, whose curve would then be fitted to what is already known. */
  readonly teachesOrderOnly?: boolean;
}

/** Answers of a question that its order is learned from: the best by what is known before. */
const ORDERED = 12;

const ORDER: Training = { nets: 3, units: 8, ridge: 0.01, steps: 300, rate: 0.05 };
const BELIEF: Training = { nets: 5, units: 16, ridge: 0.01, steps: 400, rate: 0.03 };

/**
 * What a model brings before anything is learned: the score and 1.5 times the comparison of tokens. Its beliefs mean
 * nothing; it only finds what there is to learn from.
 */
export const UNLEARNED: LearnedRanking = {
  evidence: EVIDENCE,
  order: linear((name) => (name === 'score' ? 20 : name === 'tokens' ? 30 : 0)),
  belief: { means: [], deviations: [], nets: [{ hidden: [], bias: [], out: [], straight: [], last: 0 }] },
};

function linear(weightOf: (name: string) => number): NetCommittee {
  return {
    means: EVIDENCE.map(() => 0),
    deviations: EVIDENCE.map(() => 1),
    nets: [{ hidden: [], bias: [], out: [], straight: EVIDENCE.map(weightOf), last: 0 }],
  };
}

/**
 * Learns from sets of questions with known answers. First the order: a softmax over the answers found for a question, whose
 * right ones shall have all of it. Then the belief: whether an answer is right, of the three that come first, by logistic
 * loss; questions that nothing answers teach it what only looks right.
 */
export function learnRanking(sets: readonly AskedSet[]): LearnedRanking {
  const believed = sets.filter(({ teachesOrderOnly }) => !teachesOrderOnly);
  const general = learnOrder(believed);
  // A community's own questions pull the order its way: half of it stays what all others taught.
  const order = believed.length === sets.length ? general : joinCommittees(general, learnOrder(sets));
  return { evidence: EVIDENCE, order, belief: learnBelief(believed, order) };
}

function learnOrder(sets: readonly AskedSet[]): NetCommittee {
  const rows: Float64Array[] = [];
  const groups: { from: number; to: number; isRight: boolean[]; weight: number }[] = [];
  const mass = massOf(sets);
  for (const { asked, weight } of sets) {
    const told = asked
      .map(({ found }) => found.slice(0, ORDERED))
      .filter((found) => found.some(({ isRight }) => isRight));
    for (const found of told) {
      const from = rows.length;
      for (const { evidence } of found) rows.push(evidence);
      const isRight = found.map((one) => one.isRight);
      groups.push({ from, to: rows.length, isRight, weight: weight / told.length / mass });
    }
  }
  return trainCommittee(
    rows,
    (outputs) => {
      const slopes = new Float64Array(rows.length);
      for (const { from, to, isRight, weight } of groups) {
        const part = outputs.subarray(from, to);
        const highest = Math.max(...part);
        const masses = Array.from(part, (value) => Math.exp(value - highest));
        const all = masses.reduce((sum, mass) => sum + mass, 0);
        const right = masses.reduce((sum, mass, at) => sum + (isRight[at] ? mass : 0), 0);
        masses.forEach((mass, at) => {
          slopes[from + at] = weight * (mass / all - (isRight[at] ? mass / Math.max(right, 1e-12) : 0));
        });
      }
      return slopes;
    },
    ORDER,
  );
}

/** Answers of a question whose belief is learned; the first counts most, because it is the one that is shown. */
const BELIEVED_WEIGHTS = [1, 0.3, 0.3];

function learnBelief(sets: readonly AskedSet[], order: NetCommittee): NetCommittee {
  const rows: Float64Array[] = [];
  const targets: number[] = [];
  const weights: number[] = [];
  const mass = massOf(sets);
  for (const { asked, weight: ofSet } of sets) {
    for (const { found } of asked) {
      const ranked = found
        .map((one) => ({ ...one, entry: answerOf(one.evidence, ask(order, one.evidence)) }))
        .sort((left, right) => right.entry.order - left.entry.order);
      const entries = ranked.map(({ entry }) => entry);
      const [first] = ranked;
      const second = ranked.find(({ twin }) => twin !== first?.twin);
      BELIEVED_WEIGHTS.forEach((weight, place) => {
        const one = ranked[place];
        if (!one) return;
        const rival = one.twin === first?.twin ? second : first;
        rows.push(beliefFeatures(one.entry, rival?.entry ?? null, entries));
        targets.push(one.isRight ? 1 : 0);
        weights.push((ofSet * weight) / asked.length / mass);
      });
    }
  }
  return trainCommittee(
    rows,
    (outputs) =>
      outputs.map(
        (output, at) => (weights[at] as number) * (1 / (1 + Math.exp(-output)) - (targets[at] as number)),
      ),
    BELIEF,
  );
}

function massOf(sets: readonly AskedSet[]): number {
  return sets.reduce((sum, { weight }) => sum + weight, 0);
}

function answerOf(evidence: AnswerEvidence, order: number): RankedAnswer {
  const none = { answer: 0, item: 0, dense: 0, score: 0, sentenceCosines: new Float32Array() };
  return { ...none, evidence, order, tokenCosines: null };
}
