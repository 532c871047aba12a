import { existsSync } from 'node:fs';
import type { Label } from '../../index/contracts/labels.js';
import { readQueries } from '../../index/evaluation/read-corpus.js';

interface LabelFiles {
  readonly labels: readonly Label[];
  /** Files that were not used, each with the reason in words. */
  readonly leftOut: readonly string[];
}

/** The half of a file that may be fitted on; the other half is kept to measure with. */
const FIT = 'fit';

/**
 * Reads evaluation files as complete labels: rows `{text, relevant, split}` of the half "fit", or without halves. A file
 * that is not there, or whose answers are none of the items, is left out: questions about another community say nothing
 * about this one.
 * @throws EVALUATION_FILE_INVALID
 */
export function readLabelFiles(paths: readonly string[], hasItem: (itemId: string) => boolean): LabelFiles {
  const files = paths.map((path) => readFile(path, hasItem));
  return {
    labels: files.flatMap((file) => (typeof file === 'string' ? [] : file)),
    leftOut: files.filter((file) => typeof file === 'string'),
  };
}

function readFile(path: string, hasItem: (itemId: string) => boolean): readonly Label[] | string {
  if (!existsSync(path)) return `${path} is not there`;
  const queries = readQueries(path).filter(({ split }) => split === null || split === FIT);
  const labels = queries.flatMap(({ text, relevant }) => {
    const right = relevant.filter(hasItem);
    // Answered by an item that has gone: whether another one answers it nobody said.
    if (relevant.length > 0 && right.length === 0) return [];
    return [{ question: text, right, wrong: [], isComplete: true, weight: 1 }];
  });
  return labels.some(({ right }) => right.length > 0) ? labels : `${path} is about other items`;
}
