import { measure, measureAt, type Outcome } from '../../../index/evaluation/measures.js';
import type { PeerHit, PeerItem } from './peer.js';
import type { QuestionSet } from './question-set.js';

/** How good the answers of a peer are; shares from 0 to 1. */
export interface PeerQuality {
  readonly hit1: number;
  readonly hit3: number;
  readonly mrr: number;
  /** Of the score of the first hit; null when all first hits are right or all are wrong. */
  readonly auroc: number | null;
  /** Share of all questions that can be answered with nine in ten right, by the better of the two scores. */
  readonly cov90: number;
  readonly cov90By: 'score' | 'relative';
  /** What the threshold it comes with does; null when it has none. */
  readonly atThreshold: { readonly precision: number | null; readonly falseAccepts: number | null } | null;
}

/**
 * Turns the hits of a peer into figures. Places are counted in answers: a second item with the same answer is no
 * second place.
 * @param threshold the score from which the package itself answers
 */
export function scoreRun(
  { items, questions }: QuestionSet,
  hits: readonly (readonly PeerHit[])[],
  threshold: number | null,
): PeerQuality {
  const outcomesBy = (probabilityOf: (hits: readonly PeerHit[]) => number): Outcome[] =>
    questions.map(({ rightAnswers }, at) => {
      const found = hits[at] ?? [];
      const answers = [...new Set(found.map(({ itemIndex }) => items[itemIndex]?.answerNumber))];
      const place = answers.findIndex((answer) => answer !== undefined && rightAnswers.has(answer));
      return {
        isAnswerable: rightAnswers.size > 0,
        rank: place < 0 ? null : place + 1,
        probability: probabilityOf(found),
      };
    });
  const byScore = outcomesBy((found) => unitScore(found[0]?.score ?? 0));
  const byRelative = outcomesBy((found) => relativeScore(found, items));
  const { hit1, hit3, mrr, auroc, cov90 } = measure(byScore);
  const relative = measure(byRelative).cov90;
  const own = threshold === null ? null : measureAt(byScore, unitScore(threshold));
  return {
    hit1: fourDecimals(hit1),
    hit3: fourDecimals(hit3),
    mrr: fourDecimals(mrr),
    auroc: fourDecimals(auroc),
    cov90: fourDecimals(Math.max(cov90, relative)),
    cov90By: relative > cov90 ? 'relative' : 'score',
    atThreshold: own && {
      precision: fourDecimals(own.precision),
      falseAccepts: fourDecimals(own.falseAccepts),
    },
  };
}

/** A score of any size as 0 to 1 in the same order; negative ones count as 0. */
export function unitScore(score: number): number {
  return score > 0 ? score / (1 + score) : 0;
}

/**
 * How far the first hit stands out: `(s1 - s2) / s1`, where `s2` is the score of the best item with another answer and
 * 0 when there is none; 0 without hits.
 */
export function relativeScore(hits: readonly PeerHit[], items: readonly PeerItem[]): number {
  const [first] = hits;
  if (!first || first.score <= 0) return 0;
  const answer = items[first.itemIndex]?.answerNumber;
  const other = hits.find(({ itemIndex }) => items[itemIndex]?.answerNumber !== answer);
  return (first.score - Math.max(0, other?.score ?? 0)) / first.score;
}

function fourDecimals<Figure extends number | null>(figure: Figure): Figure {
  return (figure === null ? null : Math.round(figure * 10_000) / 10_000) as Figure;
}
