import type { Wish } from '../contracts.js';

/** The words that a wish is about, as they are searched or shown; null for wishes without any. */
export function wordsOfWish(wish: Wish): string | null {
  switch (wish.kind) {
    case 'danger':
    case 'question':
    case 'act':
    case 'company-matter':
    case 'company-fact':
      return wish.text;
    default:
      return null;
  }
}
