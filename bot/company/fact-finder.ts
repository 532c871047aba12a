import type { KnowledgeBase } from '../../index/contracts/search.js';
import type { Ears } from '../turn/contracts.js';
import { normalise } from '../turn/turn.js';
import type { KeptVectors } from './kept-vectors.js';
import type { CompanyFacts } from './read-company-facts.js';

/** From which closeness on a question counts as asking for a fact; centred cosines, chosen on questions of our own. */
export const FACT_CLOSENESS = {
  /** To the nearest question of the fact, where the customer speaks to the company ("your", "jullie"). */
  spokenTo: { least: 0.5, lead: 0.05 },
  /** The same where nothing says whose it is: "opening hours" may be a museum's. */
  bare: { least: 0.6, lead: 0.15 },
  /** The same for a text that goes on from this fact ("and on Sunday?"), which is nearer than anything else in the file. */
  goingOn: 0.25,
} as const;

/** Says whom a question is about: the company. */
const TO_COMPANY =
  /\b(?:jullie|u|uw|jouw|you|your|yours|klantenservice|klantendienst|helpdesk|customer (?:service|support))\b/;
/** In words: whoever asks for an opening hour does so in few. */
const LONGEST_QUESTION = 20;
/** Vectors have unit length; another processor rounds the last digits otherwise. */
const SAME_CLOSENESS = 0.999;

export interface FactFinder {
  /**
   * Reads the questions of the facts, those that are not kept from an earlier start; until then only their exact words count.
   * Gives up when the signal is aborted. Never throws.
   */
  prepare(signal?: AbortSignal): Promise<void>;
  /** The name of the fact that a question asks for; null for none. */
  readonly find: NonNullable<Ears['factAsked']>;
}

type VectorOf = (text: string) => Promise<Float32Array>;

interface Example {
  /** Null for a question that the facts do not answer. */
  readonly fact: string | null;
  /** The fact that it stands with. */
  readonly of: string;
  readonly vector: Float32Array;
}

/**
 * Finds the fact that a question asks for: by closeness of its vector to the questions of the facts, which must be nearer than
 * any that only looks alike. Without vectors the exact words of a question count.
 * @param onFailure told where the vectors could not be had
 */
export function createFactFinder(
  facts: CompanyFacts,
  {
    company,
    vectorsOf,
    kept,
    onFailure,
  }: {
    readonly company: string;
    readonly vectorsOf: KnowledgeBase['vectorsOf'];
    /** Where vectors are kept between starts; nowhere where not given. */
    readonly kept?: KeptVectors | undefined;
    readonly onFailure: (error: unknown) => void;
  },
): FactFinder {
  const questions = Object.entries(facts).flatMap(([fact, languages]) =>
    Object.values(languages).flatMap(({ answer, asked, near }) => [
      // What the company does not say is not answered by what it says of something else.
      ...asked.map((text) => ({ fact: answer === '' ? null : fact, of: fact, text })),
      ...near.map((text) => ({ fact: null, of: fact, text })),
    ]),
  );
  const exact = new Map(questions.flatMap(({ fact, text }) => (fact ? [[normalise(text), fact]] : [])));
  const name = normalise(company);
  let examples: readonly Example[] = [];
  let centre: Float32Array = new Float32Array();

  return {
    async prepare(signal) {
      if (!vectorsOf) return;
      const vectorOf = async (text: string) => (await vectorsOf(text)).vector;
      try {
        const read = await readAll(
          questions.map(({ text }) => text),
          { vectorOf, kept, signal },
        );
        if (read === null) return;
        const vectors = questions.map(({ text }) => read.get(text) as Float32Array);
        centre = meanOf(vectors);
        examples = questions.map(({ fact, of }, at) => ({
          fact,
          of,
          vector: centred(vectors[at] as Float32Array, centre),
        }));
      } catch (error) {
        onFailure(error);
      }
    },
    find(text, vector, told) {
      const normal = normalise(text);
      const same = exact.get(normal);
      if (same !== undefined) return same;
      if (!vector || vector.length !== centre.length || normal.split(' ').length > LONGEST_QUESTION)
        return null;
      const isSpokenTo = told !== null || TO_COMPANY.test(normal) || normal.includes(name);
      const near = centred(vector, centre);
      return (
        nearestFact(near, examples, FACT_CLOSENESS[isSpokenTo ? 'spokenTo' : 'bare']) ??
        (told !== null && isNearestTo(told, near, examples) ? told : null)
      );
    },
  };
}

/** The vector of every text; null where the signal was aborted before all were there. */
async function readAll(
  texts: readonly string[],
  {
    vectorOf,
    kept,
    signal,
  }: {
    readonly vectorOf: VectorOf;
    readonly kept: KeptVectors | undefined;
    readonly signal: AbortSignal | undefined;
  },
): Promise<ReadonlyMap<string, Float32Array> | null> {
  const known = kept ? await stillTrue(kept.read(), vectorOf) : new Map<string, Float32Array>();
  const vectors = new Map<string, Float32Array>();
  // One after the other: a customer who asks meanwhile waits for one of them at most.
  for (const text of texts) {
    if (signal?.aborted) return null;
    vectors.set(text, known.get(text) ?? (await vectorOf(text)));
  }
  const isKept = vectors.size === known.size && texts.every((text) => known.has(text));
  if (!isKept) kept?.write(vectors);
  return vectors;
}

/** What was kept, where one of them, read anew, comes out the same: how a text is put to the model may have changed. */
async function stillTrue(
  kept: ReadonlyMap<string, Float32Array>,
  vectorOf: VectorOf,
): Promise<ReadonlyMap<string, Float32Array>> {
  const [first] = kept;
  if (!first) return kept;
  const [text, vector] = first;
  const now = await vectorOf(text);
  return now.length === vector.length && dot(now, vector) >= SAME_CLOSENESS ? kept : new Map();
}

function nearestFact(
  vector: Float32Array,
  examples: readonly Example[],
  { least, lead }: { readonly least: number; readonly lead: number },
): string | null {
  let best: { fact: string | null; closeness: number } = { fact: null, closeness: -1 };
  let near = -1;
  for (const { fact, vector: other } of examples) {
    const closeness = dot(vector, other);
    if (fact === null) near = Math.max(near, closeness);
    else if (closeness > best.closeness) best = { fact, closeness };
  }
  return best.closeness >= least && best.closeness - near >= lead ? best.fact : null;
}

/** Whether a text that goes on from a fact stays with it. What only looks like its questions is left out: the fact is the subject. */
function isNearestTo(fact: string, vector: Float32Array, examples: readonly Example[]): boolean {
  let own = -1;
  let others = -1;
  for (const example of examples) {
    const closeness = dot(vector, example.vector);
    if (example.of !== fact) others = Math.max(others, closeness);
    else if (example.fact !== null) own = Math.max(own, closeness);
  }
  return own >= FACT_CLOSENESS.goingOn && own > others;
}

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) {
    vector.forEach((value, axis) => {
      mean[axis] = (mean[axis] as number) + value / vectors.length;
    });
  }
  return mean;
}

function centred(vector: Float32Array, centre: Float32Array): Float32Array {
  const moved = vector.map((value, axis) => value - (centre[axis] as number));
  const length = Math.sqrt(dot(moved, moved)) || 1;
  return moved.map((value) => value / length);
}

function dot(left: Float32Array, right: Float32Array): number {
  let sum = 0;
  for (let axis = 0; axis < left.length; axis++) sum += (left[axis] as number) * (right[axis] as number);
  return sum;
}
