import { join } from 'node:path';
import type { Embedder } from '../contracts/embedder.js';
import type { Item } from '../contracts/items.js';
import type { LearnedWords } from '../contracts/learned-ranking.js';
import { embedQuery } from '../embedder/embed-query.js';
import { termsOf } from '../lexical/tokenize.js';
import type { OpenRelease } from '../releases/open-release.js';
import { ask } from '../search/committee.js';
import { storedQuestionTokens } from '../search/evidence/stored-question-tokens.js';
import { createTokenEvidence, createTokenWeights } from '../search/evidence/token-evidence.js';
import { readWords } from '../search/evidence/word-evidence.js';
import { readJsonlRows } from './jsonl-rows.js';
import { type EvaluationSet, readFields } from './read-fields.js';
import { type Training, trainCommittee } from './train-net.js';
import { withRelease } from './with-release.js';

/** A question beside an item, with the words of it that change what is asked; none where the item answers it. */
interface ComparedQuestion {
  readonly kind: string;
  readonly text: string;
  readonly itemId: string;
  readonly changed: readonly string[];
}

/** A question whose words were read beside its item. */
export interface WordsOfQuestion {
  readonly kind: string;
  readonly words: readonly { readonly evidence: Float64Array; readonly isChanged: boolean }[];
}

const WORDS: Training = { nets: 3, units: 8, ridge: 0.001, steps: 150, rate: 0.06 };
/** How much a question of a kind counts: a line on what does not matter does harm, and most questions are of these kinds. */
const WEIGHTS: Readonly<Record<string, number>> = { pair: 1, control: 3, own: 0.3, typo: 0.5, cross: 0.1 };
/** Of the fields that the model was tuned on, where all words meet more closely, one in so many of the questions it answers. */
const FEWER_OF_FIT = 4;
/** A word that changes the question counts this much more: there is one in ten. */
const CHANGED = 3;
/** The share of questions with a detail that does not matter that may get a line all the same. */
const LINES_OF_CONTROLS = 0.25;

/**
 * Learns which words are named when an answer does not mention them. The threshold follows from fields that were left out
 * of the learning one by one.
 * @param fields questions by field; those whose name begins with `choose/` decide the threshold
 */
export function learnWords(fields: ReadonlyMap<string, readonly WordsOfQuestion[]>): LearnedWords {
  const all = [...fields.values()].flat();
  const highest: number[] = [];
  for (const [left, questions] of fields) {
    if (!left.startsWith('choose/')) continue;
    const committee = learn([...fields].filter(([name]) => name !== left).flatMap(([, others]) => others));
    for (const { kind, words } of questions) {
      if (kind === 'control')
        highest.push(Math.max(...words.map(({ evidence }) => ask(committee, evidence))));
    }
  }
  highest.sort((left, right) => right - left);
  const threshold = highest[Math.floor(highest.length * LINES_OF_CONTROLS)] ?? Number.MAX_VALUE;
  return { committee: learn(all), threshold };
}

function learn(questions: readonly WordsOfQuestion[]) {
  const words = questions.flatMap(({ kind, words }) =>
    words.map((word) => ({ ...word, weight: (WEIGHTS[kind] ?? 0) * (word.isChanged ? CHANGED : 1) })),
  );
  const mass = words.reduce((sum, { weight }) => sum + weight, 0);
  return trainCommittee(
    words.map(({ evidence }) => evidence),
    (outputs) =>
      outputs.map((output, at) => {
        const { weight, isChanged } = words[at] as (typeof words)[number];
        return (weight / mass) * (1 / (1 + Math.exp(-output)) - (isChanged ? 1 : 0));
      }),
    WORDS,
  );
}

/**
 * Reads the questions of communities (see `readFields`) beside the items they are near, with the words that `pairs.jsonl`
 * says were changed.
 * @throws EVALUATION_FILE_INVALID
 */
export async function collectWords(
  directory: string,
  split: string,
  embedder: Embedder,
  onDone: (name: string) => void = () => {},
): Promise<Map<string, WordsOfQuestion[]>> {
  const pairs = readJsonlRows(join(directory, 'pairs.jsonl'));
  const fields = new Map<string, WordsOfQuestion[]>();
  for (const set of readFields(directory, split)) {
    const ofSet = pairs
      .filter((row) => `${split}/${row.text('domain')}` === set.name)
      .map((row) => ({
        kind: row.text('kind'),
        text: row.text('text'),
        itemId: row.text('base'),
        changed: row.texts('words'),
      }));
    if (ofSet.length === 0) continue;
    const every = split === 'fit' ? FEWER_OF_FIT : 1;
    const asked = [...ofSet, ...answeredBy(set).filter((_, at) => at % every === 0)];
    fields.set(set.name, await readAll(set.items, asked, embedder));
    onDone(set.name);
  }
  return fields;
}

function answeredBy({ queries }: EvaluationSet): ComparedQuestion[] {
  return queries.flatMap(({ kind, text, relevant: [itemId] }) =>
    kind && itemId && kind !== 'control' ? [{ kind, text, itemId, changed: [] }] : [],
  );
}

function readAll(items: readonly Item[], asked: readonly ComparedQuestion[], embedder: Embedder) {
  return withRelease(items, embedder, {}, async (release) => {
    const questions: WordsOfQuestion[] = [];
    for (const question of asked) questions.push(...(await readOne(question, release, embedder)));
    return questions;
  });
}

async function readOne(
  { kind, text, itemId, changed }: ComparedQuestion,
  { index, numberOf, itemAt }: OpenRelease,
  embedder: Embedder,
): Promise<WordsOfQuestion[]> {
  const item = numberOf(itemId);
  const { tokens } = await embedQuery(embedder, text);
  if (item === null || !tokens || !index.tokens) return [];
  const { tokenCosines } = createTokenEvidence(index.tokens, index.items)(tokens)(item);
  const title = storedQuestionTokens(index.tokens, item);
  if (!title) return [];
  const { question, answer } = itemAt(item);
  const weightOf = createTokenWeights(index.tokens.itemsWith, index.items);
  const beside = { text: `${question} ${answer}`, tokenCosines, title };
  const words = readWords(text, tokens, beside, weightOf, index.tokens.dimensions);
  const turning = new Set(changed.flatMap(termsOf));
  return words
    ? [
        {
          kind,
          words: words.map(({ text: word, evidence }) => ({
            evidence,
            isChanged: termsOf(word).some((part) => turning.has(part)),
          })),
        },
      ]
    : [];
}
