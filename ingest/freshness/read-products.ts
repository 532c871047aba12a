import { existsSync, readFileSync } from 'node:fs';
import { recordIn } from '../../index/platform/is-record.js';
import { ingestErrors } from '../errors.js';
import { sourceTime } from '../sources/source-time.js';
import type { Product } from './contracts.js';

const MOST_PRODUCTS = 5_000;
const MOST_WORDS = 20;
const LONGEST_NAME = 80;

/**
 * Reads the company's products: JSONL, a row `{"product": "Box 1", "words": ["first box"], "ended": "2024-05-01"}` each; `words` and
 * `ended` may be left out. A file that is not there names none.
 * @throws PRODUCTS_INVALID with the line
 */
export function readProducts(path: string): Product[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  const invalid = (line: number) => (reason: string) => ingestErrors.PRODUCTS_INVALID({ path, line, reason });
  const products = lines.flatMap((text, at) =>
    text.trim() === '' ? [] : [productIn(text, invalid(at + 1))],
  );
  if (products.length > MOST_PRODUCTS)
    throw invalid(MOST_PRODUCTS + 1)(`more than ${MOST_PRODUCTS} products`);
  return products;
}

function productIn(text: string, invalid: (reason: string) => Error): Product {
  const { product, words = [], ended = null } = recordIn(text) ?? {};
  if (typeof product !== 'string' || product.trim() === '' || product.length > LONGEST_NAME)
    throw invalid(`"product" must be a name of at most ${LONGEST_NAME} characters`);
  const all: unknown[] = Array.isArray(words) ? words : [null];
  const isWords = all.length <= MOST_WORDS && all.every((word) => typeof word === 'string' && word !== '');
  if (!isWords) throw invalid(`"words" must be a list of at most ${MOST_WORDS} names`);
  const endedAt = typeof ended === 'string' ? sourceTime(ended) : null;
  if (ended !== null && endedAt === null) throw invalid('"ended" must be a date such as 2024-05-01');
  return {
    name: product.replace(/\s+/g, ' ').trim(),
    words: [product, ...(all as string[])].map((word) => word.toLowerCase()),
    endedAt,
  };
}
