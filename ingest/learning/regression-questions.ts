import { existsSync } from 'node:fs';
import type { Label } from '../../index/contracts/labels.js';
import { readQueries } from '../../index/evaluation/read-corpus.js';
import type { KnownQuestion } from '../releasing/questions/contracts.js';

/** More of a file than this no run asks: each takes some milliseconds a release. */
const MOST_OF_A_FILE = 10_000;

/** Of verdicts these are named to people, no more. */
const MOST_VERDICTS = 500;

/** The half that releases may be chosen by; the other is kept to measure with. */
const FIT = 'fit';

/**
 * Reads the company's regression questions: rows `{text, relevant, id?, mustPass?, split?}` of the label files. Rows of
 * another half than "fit" are left alone unless they must pass. A row whose items are in neither release is about another
 * community, and so is a file without any that is; an item that only the live release has still counts, or nobody would
 * notice that its questions lose their answer.
 * @param hasItem whether an item is in the live release or in the candidate
 * @throws EVALUATION_FILE_INVALID
 */
export function readRegressionQuestions(
  paths: readonly string[],
  hasItem: (itemId: string) => boolean,
): KnownQuestion[] {
  return paths.filter((path) => existsSync(path)).flatMap((path) => readFile(path, hasItem));
}

function readFile(path: string, hasItem: (itemId: string) => boolean): KnownQuestion[] {
  const questions = readQueries(path)
    .map(({ text, relevant, split, id, mustPass = false }, at): KnownQuestion & { isOurs: boolean } => ({
      name: id ?? `${path} question ${at + 1}`,
      question: text,
      right: relevant,
      wrong: [],
      isComplete: true,
      mustPass,
      from: 'file',
      isOurs:
        (split === null || split === FIT || mustPass) &&
        (relevant.length === 0 || relevant.some((itemId) => hasItem(itemId))),
    }))
    .filter(({ isOurs }) => isOurs)
    .slice(0, MOST_OF_A_FILE);
  return questions.some(({ right }) => right.length > 0) ? questions : [];
}

/** Verdicts of customers and agents as questions, those that many people agree on first. */
export function verdictQuestions(labels: readonly Label[]): KnownQuestion[] {
  return labels
    .filter(({ isComplete, isAnonymous }) => !isComplete && !isAnonymous)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_VERDICTS)
    .map(({ question, right, wrong }) => ({
      name: question,
      question,
      right,
      wrong,
      isComplete: false,
      mustPass: false,
      from: 'verdict',
    }));
}
