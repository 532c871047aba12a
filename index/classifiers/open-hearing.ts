import type { Hear, Heard } from '../contracts/hearing.js';
import { bundledFile } from '../platform/bundled-file.js';
import { readClassifiers } from './classifiers-file.js';
import {
  type ByLabel,
  type ClassifierModel,
  gramScores,
  joinedVectors,
  netInput,
  type ScoreReading,
  scoresWithWords,
} from './model.js';
import { textFeatures } from './text-features.js';
import { chancesOf, likeliest, scoresOf } from './uses.js';

interface HearingOptions {
  /** A file that `train-classifiers` wrote; the one that comes with the program where not given. */
  readonly path?: string | undefined;
  /** Whose vectors will be given; those of another one than the classifiers were trained with are not looked at. */
  readonly embedder?: string;
}

const BUNDLED = 'data/models/classifiers/heard.bin';

/**
 * Opens the classifiers of messages.
 * @throws CLASSIFIERS_UNREADABLE
 */
export function openHearing({ path = bundledFile(BUNDLED), embedder }: HearingOptions = {}): Hear {
  const model = readClassifiers(path);
  return createHearing(model, embedder === undefined || embedder === model.embedder);
}

/** Hears messages with a model; a pure function of text and vectors. */
function createHearing(model: ClassifierModel, areVectorsKnown: boolean): Hear {
  return (text, vectors) => {
    const scores = gramScores(model, textFeatures(text));
    const joined = vectors && areVectorsKnown ? joinedVectors(vectors) : null;
    if (joined?.length !== model.centre.length) return heardIn(model, scores, model.alone);
    const input = netInput(joined, model, scores);
    return heardIn(model, scoresWithWords(model.net, input, scores), model.withVector);
  };
}

function heardIn(
  { heads, handledAs, withVector }: ClassifierModel,
  scores: Float32Array,
  reading: ScoreReading,
): Heard {
  const chances = chancesOf(scores, heads, reading.temperatures);
  const { person, matter, annoyed, talk, danger, act } = scoresOf(chances);
  const { thresholds } = reading;
  const topic = likeliest(chances.topic, heads.topic);
  return {
    asksForPerson: person >= thresholds.person,
    matter: reaches(matter, thresholds.matter, topic)
      ? {
          topic: handledAs[topic] ?? topic,
          name: topic,
          // Words and letters alone take "I want to be rid of you" for a wish to die.
          isClear:
            reaches(matter, thresholds.clear, topic) && (reading === withVector || topic !== 'self_harm'),
        }
      : null,
    isAnnoyed: annoyed >= thresholds.annoyed,
    talk: ifReached(talk, thresholds.talk, likeliest(chances.talk, heads.talk)),
    danger: ifReached(danger, thresholds.danger, likeliest(chances.danger, heads.danger)),
    act: act >= thresholds.act ? likeliest(chances.act, heads.act) : null,
  };
}

function reaches(score: number, thresholds: ByLabel, label: string): boolean {
  return score >= (thresholds[label] ?? Number.POSITIVE_INFINITY);
}

function ifReached(score: number, thresholds: ByLabel, label: string): string | null {
  return reaches(score, thresholds, label) ? label : null;
}
