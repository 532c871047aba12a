import type { Language } from '../contracts/items.js';
import { likeliestLanguage } from './language-scores.js';

/**
 * The language of a question: what its letters look most like. Where they say nothing it is that of the items if all are
 * in one language, else null.
 */
export function questionLanguage(question: string, itemLanguages: readonly Language[]): Language | null {
  const [only = null, ...others] = itemLanguages;
  return likeliestLanguage(question) ?? (others.length === 0 ? only : null);
}
