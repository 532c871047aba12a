import { setImmediate as nextTurn } from 'node:timers/promises';
import { createDocumentTermsBuilder, type DocumentTerms } from '../lexical/document-terms.js';
import { createFullText, fullTextWriter, mergeFullText } from '../lexical/full-text.js';
import { termsOf, trigramsOf } from '../lexical/tokenize.js';
import type { Database } from '../platform/database.js';

/** Writes the words and trigrams of a release's wordings: as full text, and as postings. */
interface WordWriter {
  /**
   * @param wording its number
   * @param answerTerms what is found by the words of the answer as well
   */
  add(wording: number, text: string, answerTerms: readonly string[]): void;
  finish(write: (name: string, terms: DocumentTerms) => void): Promise<void>;
}

/** Makes the tables of full text in a database that has none. */
export function createWordWriter(database: Database): WordWriter {
  createFullText(database);
  const addWords = fullTextWriter(database, 'words');
  const addTrigrams = fullTextWriter(database, 'trigrams');
  const questionWords = createDocumentTermsBuilder();
  const itemWords = createDocumentTermsBuilder();
  const questionTrigrams = createDocumentTermsBuilder();
  return {
    add(wording, text, answerTerms) {
      const words = termsOf(text);
      const trigrams = trigramsOf(text);
      const all = [...words, ...answerTerms];
      questionWords.add(words);
      itemWords.add(all);
      questionTrigrams.add(trigrams);
      addWords(wording, all);
      addTrigrams(wording, trigrams);
    },
    async finish(write) {
      // Each takes a while in a large release.
      for (const [name, builder] of Object.entries({ questionWords, itemWords, questionTrigrams })) {
        await nextTurn();
        write(name, builder.finish());
      }
      await mergeFullText(database, nextTurn);
    },
  };
}
