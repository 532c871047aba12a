import type { Embedder } from '../../contracts/embedder.js';
import type { AnonymousSay, EmbeddedLabel } from '../../contracts/labels.js';
import type { Bands } from '../../contracts/search.js';
import type { Rank } from '../rank.js';
import { RECIPE } from '../recipe.js';
import { rounded } from '../rounded.js';
import type { SearchIndex } from '../search-index.js';
import { bandsFor } from './bands.js';
import { type Curve, curveAtLogit, fitCurve, type Observation, weightOf } from './calibration.js';
import { capAnonymous } from './cap-anonymous.js';
import { type Confusion, findConfusions } from './find-confusions.js';
import type { OwnLead } from './find-leads.js';
import { observeLabels } from './observe-labels.js';
import { askOwnQuestions, type OwnWording } from './own-questions.js';
import { withoutArticles } from './without-articles.js';

/** What a release measured on itself; stored beside it as `calibration.json`. */
export interface Calibration {
  /** The recipe that the probabilities come from. */
  readonly recipe: typeof RECIPE;
  readonly curve: Curve;
  readonly wantedPrecision: number;
  /** How many labels the curve was fitted with, each counted by its weight. */
  readonly labels: number;
  /** What people said whom the company does not know, and the weight that it had; releases built before do not tell. */
  readonly anonymous?: AnonymousSay & { readonly counted: number };
  readonly own: {
    /** How many of the corpus's own questions were asked, with words left out. */
    readonly asked: number;
    /** The share of them whose own answer came first. */
    readonly right: number;
    /** The share of them that is answered, and answered with their answer hidden, which is always wrong. */
    readonly answered: number;
    readonly answeredWhileHidden: number;
    /** The .8-quantile of the probability while the answer is hidden. */
    readonly hiddenProbability: number;
  };
  /**
   * What to expect of thresholds: of questions like the labels', from `ESTIMATE_LABELS` labels on. While there are fewer, of
   * the corpus's own questions, which tells nothing of customers'.
   */
  readonly expected: {
    readonly from: 'labels' | 'own questions';
    readonly points: readonly ExpectedPoint[];
  };
  readonly bands: Bands;
  /** The items that are most easily taken for another, worst first. */
  readonly confusions: readonly Confusion[];
}

/** What happens when everything at or above a threshold is answered; shares from 0 to 1. */
interface ExpectedPoint {
  readonly threshold: number;
  readonly coverage: number;
  readonly precision: number;
}

interface CalibrationInput {
  readonly index: SearchIndex;
  readonly rank: Rank;
  readonly embedder: Embedder;
  readonly labels: readonly EmbeddedLabel[];
  readonly anonymous?: AnonymousSay;
  readonly wantedPrecision: number;
  /** The text of a wording with its item's language. */
  readonly wordingAt: (wording: number) => OwnWording;
  readonly idOf: (item: number) => string;
  readonly numberOf: (id: string) => number | null;
  /** How items fare for their own questions. */
  readonly leads: readonly OwnLead[];
  /** Numbers of the company's own articles. */
  readonly articles: ReadonlySet<number>;
}

/**
 * From so many labels on, each counted by its weight, what they say of coverage and precision holds within ten points on
 * sets never seen, in nine draws of ten, and in four of five on every set (index/README.md, "Confidence").
 */
export const ESTIMATE_LABELS = 80;

/** Thresholds that the report shows. */
const SHOWN_THRESHOLDS = [0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95];

/** Fits the confidence of a release: the curve to labels, the bands to the curve and to the corpus's own questions. */
export async function calibrate(input: CalibrationInput): Promise<Calibration> {
  const { index, rank, embedder, wantedPrecision } = input;
  const ranking = embedder.tokens?.ranking ?? null;
  const observations = capAnonymous(await observeLabels({ ...input, ranking }));
  const curve = fitCurve(observations);
  const labels = weightOf(observations);
  // A release of nothing else is calibrated by its articles.
  const articles = input.articles.size < index.items ? input.articles : new Set<number>();
  const own = await askOwnQuestions(
    index,
    withoutArticles(rank, articles),
    embedder,
    input.wordingAt,
    articles,
  );
  const hidden = own.hidden.map((logit) => curveAtLogit(curve, logit)).sort((left, right) => left - right);
  const hiddenProbability = quantile(hidden, RECIPE.bands.silentShare);
  const bands = bandsFor({ wantedPrecision, hiddenProbability, labels });
  const isLabelled = labels >= ESTIMATE_LABELS;
  const reference: readonly Observation[] = isLabelled
    ? observations
    : own.asked.map((one) => ({ ...one, weight: 1 }));
  const answeredOf = (logits: readonly number[]) =>
    rounded(
      logits.filter((logit) => curveAtLogit(curve, logit) >= bands.answer).length /
        Math.max(1, logits.length),
    );
  return {
    recipe: RECIPE,
    curve: { slope: rounded(curve.slope), bias: rounded(curve.bias) },
    wantedPrecision,
    labels: rounded(labels),
    ...(input.anonymous ? { anonymous: { ...input.anonymous, counted: anonymousIn(observations) } } : {}),
    own: {
      asked: own.asked.length,
      right: rounded(own.asked.filter(({ isRight }) => isRight).length / Math.max(1, own.asked.length)),
      answered: answeredOf(own.asked.map(({ logit }) => logit)),
      answeredWhileHidden: answeredOf(own.hidden),
      hiddenProbability: rounded(hiddenProbability),
    },
    expected: {
      from: isLabelled ? 'labels' : 'own questions',
      points: [...new Set([...SHOWN_THRESHOLDS, bands.answer])]
        .sort((left, right) => left - right)
        .map((threshold) => expectedAt(threshold, curve, reference)),
    },
    bands,
    confusions: findConfusions(input.leads, input),
  };
}

function anonymousIn(observations: readonly Observation[]): number {
  return rounded(weightOf(observations.filter(({ isAnonymous }) => isAnonymous)));
}

function expectedAt(threshold: number, curve: Curve, reference: readonly Observation[]): ExpectedPoint {
  const answered = reference
    .map(({ logit, weight }) => ({ probability: curveAtLogit(curve, logit), weight }))
    .filter(({ probability }) => probability >= threshold);
  const weight = answered.reduce((sum, one) => sum + one.weight, 0);
  const right = answered.reduce((sum, one) => sum + one.weight * one.probability, 0);
  return {
    threshold,
    coverage: rounded(weight / Math.max(1e-9, weightOf(reference))),
    precision: weight === 0 ? 1 : rounded(right / weight),
  };
}

/** The value below which a share of ascending values lies, interpolated; 0 for none. */
function quantile(ascending: readonly number[], share: number): number {
  const place = share * (ascending.length - 1);
  const below = ascending[Math.floor(place)] ?? 0;
  const above = ascending[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
