import type { ItemVectors } from '../contracts.js';
import { createPackedWriter } from '../vector/packed-table.js';
import { releaseFile } from './release-files.js';
import type { arrayWriter } from './stored-arrays.js';
import { createVectorMean } from './vector-mean.js';

/** Writes the vectors of the companion model beside those of the main one. */
export interface CompanionWriter {
  /** Adds an item; null for one in another language, which still takes its place. */
  add(vectors: ItemVectors | null, wordings: number): void;
  /** Writes the arrays, and closes the files. */
  finish(write: ReturnType<typeof arrayWriter>['write']): void;
  /** How many wordings have a vector. */
  readonly wordings: number;
  close(): void;
}

export function createCompanionWriter(folder: string, dimensions: number): CompanionWriter {
  const questions = createPackedWriter(releaseFile(folder, 'companionQuestions'), dimensions);
  const passages = createPackedWriter(releaseFile(folder, 'companionPassages'), dimensions);
  const mean = createVectorMean(dimensions);
  const rowOfWording: number[] = [];
  const rowOfItem: number[] = [];
  let questionRows = 0;
  let passageRows = 0;

  function close(): void {
    questions.close();
    passages.close();
  }
  return {
    add(vectors, wordings) {
      for (let at = 0; at < wordings; at++) {
        const vector = vectors?.questionVectors[at];
        rowOfWording.push(vector ? questionRows++ : -1);
        if (vector) questions.add(vector);
      }
      const passage = vectors?.passageVector ?? null;
      rowOfItem.push(passage ? passageRows++ : -1);
      if (passage) passages.add(passage);
      const [question] = vectors?.questionVectors ?? [];
      if (question) mean.add(question, passage ?? question);
    },
    finish(write) {
      close();
      write('companionRowOfWording', Int32Array.from(rowOfWording));
      write('companionRowOfItem', Int32Array.from(rowOfItem));
      write('companionMean', mean.value());
    },
    get wordings() {
      return questionRows;
    },
    close,
  };
}
