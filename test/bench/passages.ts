import { readFileSync } from 'node:fs';
import type { AnswerTree } from '../../index/answers/answer-tree.js';
import { answerSentences, cutAnswer } from '../../index/answers/cut-answer.js';
import { treeOfPieces } from '../../index/answers/cut-passage.js';
import { parseAnswer } from '../../index/answers/parse-answer.js';
import { writeAnswer } from '../../index/answers/write-answer.js';
import type { Embedder } from '../../index/contracts/embedder.js';
import { openEmbedder } from '../../index/embedder/open-embedder.js';
import { createDocumentTermsBuilder } from '../../index/lexical/document-terms.js';
import { termsOf, trigramsOf } from '../../index/lexical/tokenize.js';
import { choosePassage, type PassageOptions } from '../../index/passages/passage.js';
import { createCentredTable } from '../../index/search/centring.js';
import { RECIPE } from '../../index/search/recipe.js';
import { createVectorTable } from '../../index/vector/vector-table.js';
import { quantile } from './machine.js';

/** A long answer with questions on it: a row of data/evaluation/passages.jsonl. */
export interface LabelledAnswer {
  readonly id: string;
  readonly language: string;
  readonly question: string;
  readonly answer: string;
  readonly asked: readonly LabelledQuestion[];
  readonly split: 'fit' | 'report';
}

export interface LabelledQuestion {
  readonly text: string;
  readonly language: string;
  /** Exact substrings of the answer, all or any of which must be shown. */
  readonly spans: readonly string[];
  readonly need: 'all' | 'any';
}

/** Something that shows a part of an answer. */
type Show = (asked: Asked) => string;

interface Asked {
  readonly row: LabelledAnswer;
  readonly tree: AnswerTree;
  readonly question: LabelledQuestion;
  readonly cosines: readonly number[];
}

const FILE = 'data/evaluation/passages.jsonl';
const FIRST_WORDS = 60;

export function readLabelledAnswers(): LabelledAnswer[] {
  return readFileSync(FILE, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LabelledAnswer);
}

/** How often the shown passage holds the answer, and how much is shown, beside simpler ways to show a part. */
export async function measurePassages() {
  const rows = readLabelledAnswers();
  const embedder = await openEmbedder({
    model: 'e5-small-community-nl-en',
    modelsDirectory: 'data/models',
    allowRemote: false,
  });
  const all: Asked[] = [];
  for (const row of rows) all.push(...(await askedOf(row, embedder)));
  await embedder.close();

  const weightOf = trigramWeights(rows);
  const ways: Readonly<Record<string, Show>> = {
    chosen: (one) => chosen(one, { weightOf, sentenceCosines: one.cosines, title: one.row.question }),
    chosenWithoutVectors: (one) => chosen(one, { weightOf, title: one.row.question }),
    chosenWithoutTitle: (one) => chosen(one, { weightOf, sentenceCosines: one.cosines }),
    firstSixtyWords: ({ tree }) => firstWords(tree),
    bestSentence: ({ tree, question }) => bestSentence(question.text, tree, weightOf),
    whole: ({ row }) => row.answer,
  };
  return Object.fromEntries(
    Object.entries(ways).map(([way, show]) => [
      way,
      Object.fromEntries(
        (['fit', 'report'] as const).map((split) => [
          split,
          measure(
            all.filter(({ row }) => row.split === split),
            show,
          ),
        ]),
      ),
    ]),
  );
}

/** The questions on an answer with their cosines with its sentences, as a release has them. */
async function askedOf(row: LabelledAnswer, embedder: Embedder): Promise<Asked[]> {
  const tree = parseAnswer(row.answer);
  const sentences = answerSentences(tree);
  const numbers = new Float32Array(sentences.length * embedder.dimensions);
  for (const [at, { text }] of sentences.entries()) {
    numbers.set(await embedder.embedPassage(`${row.question} ${text}`), at * embedder.dimensions);
  }
  const mean = embedder.meanVector ?? new Float32Array(embedder.dimensions);
  const centre = mean.map((value) => RECIPE.centring.strength * value);
  const table = createCentredTable(createVectorTable(numbers, embedder.dimensions), centre);
  const asked: Asked[] = [];
  for (const question of row.asked) {
    const cosineWith = table.query(await embedder.embedQuestion(question.text));
    asked.push({ row, tree, question, cosines: sentences.map((_, at) => cosineWith(at)) });
  }
  return asked;
}

function chosen({ row, tree, question }: Asked, options: PassageOptions): string {
  const passage = choosePassage(question.text, tree, options);
  return passage.tree === tree ? row.answer : writeAnswer(passage.tree);
}

function trigramWeights(rows: readonly LabelledAnswer[]): (trigram: string) => number {
  const builder = createDocumentTermsBuilder();
  for (const { question } of rows) builder.add(trigramsOf(question));
  const { terms, offsets } = builder.finish();
  const holders = new Map(terms.map((term, at) => [term, (offsets[at + 1] ?? 0) - (offsets[at] ?? 0)]));
  return (trigram) => {
    const count = holders.get(trigram) ?? 0;
    return Math.log(1 + (rows.length - count + 0.5) / (count + 0.5));
  };
}

function measure(asked: readonly Asked[], show: Show) {
  const shown = asked.map((one) => ({ ...one, text: show(one) }));
  const words = shown.map(({ text }) => termsOf(text).length);
  const shares = shown.map(({ row }, at) => (words[at] ?? 0) / termsOf(row.answer).length);
  const isFound = (one: (typeof shown)[number]) => holds(one.text, one.question);
  const shareFound = (some: typeof shown) => round(some.filter(isFound).length / some.length);
  return {
    questions: shown.length,
    holdsAnswer: shareFound(shown),
    sameLanguage: shareFound(shown.filter(({ row, question }) => row.language === question.language)),
    otherLanguage: shareFound(shown.filter(({ row, question }) => row.language !== question.language)),
    words: {
      mean: round(words.reduce((sum, count) => sum + count, 0) / words.length),
      median: quantile(words, 0.5),
      p90: quantile(words, 0.9),
    },
    shareOfAnswer: round(shares.reduce((sum, share) => sum + share, 0) / shares.length),
    shownWhole: round(
      shown.filter(({ row, text }) => squeezed(text) === squeezed(row.answer)).length / shown.length,
    ),
    tornLists: shown.filter(({ row, text }) => isListTorn(row.answer, text)).length,
  };
}

function holds(text: string, { spans, need }: LabelledQuestion): boolean {
  const isShown = (span: string) => squeezed(text).includes(squeezed(span));
  return need === 'all' ? spans.every(isShown) : spans.some(isShown);
}

const LIST_LINE = /^\s*([-*+]|\d{1,3}[.)])\s+/;

/** Whether a text holds some of the lines of a list and not the others. */
function isListTorn(answer: string, text: string): boolean {
  const lists: string[][] = [[]];
  for (const line of answer.split('\n')) {
    if (LIST_LINE.test(line)) lists.at(-1)?.push(squeezed(line));
    else if (line.trim() !== '') lists.push([]);
  }
  return lists.some((lines) => {
    const there = lines.filter((line) => squeezed(text).includes(line)).length;
    return there > 0 && there < lines.length;
  });
}

/** The sentences of an answer, each in Markdown. */
function sentencesOf(tree: AnswerTree): { readonly text: string; readonly markdown: string }[] {
  const { leaves, pieces, sentences } = cutAnswer(tree);
  return sentences.map(({ text, from, to }) => {
    return { text, markdown: writeAnswer(treeOfPieces(leaves, pieces.slice(from, to))) };
  });
}

/** The first sentences of an answer up to 60 words. */
function firstWords(tree: AnswerTree): string {
  let text = '';
  for (const { markdown } of sentencesOf(tree)) {
    if (text !== '' && termsOf(text + markdown).length > FIRST_WORDS) break;
    text += `${markdown}\n`;
  }
  return text;
}

/** The sentence that shares most with the question by the weight of its trigrams. */
function bestSentence(question: string, tree: AnswerTree, weightOf: (trigram: string) => number): string {
  const asked = new Set(trigramsOf(question));
  const scored = sentencesOf(tree).map(({ text, markdown }) => {
    const shared = [...new Set(trigramsOf(text))].filter((trigram) => asked.has(trigram));
    return { markdown, score: shared.reduce((sum, trigram) => sum + weightOf(trigram), 0) };
  });
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).markdown;
}

/** Words alone: marks may be written otherwise than their author did. */
function squeezed(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
