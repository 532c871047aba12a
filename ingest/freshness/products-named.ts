import type { Item } from '../../index/contracts/items.js';
import type { Product } from './contracts.js';

/**
 * The products that a text names, those with the longest names first: "Zwaluw Box 2" names that one, and not the "Zwaluw Box" that
 * is part of its name.
 */
export function productsNamed(text: string, products: readonly Product[]): Product[] {
  let left = ` ${plain(text)} `;
  const names = products
    .flatMap((product) => product.words.map((word) => ({ product, word: ` ${plain(word)} ` })))
    .filter(({ word }) => word.trim() !== '')
    .toSorted((one, other) => other.word.length - one.word.length);
  const found = new Set<Product>();
  for (const { product, word } of names) {
    if (!left.includes(word)) continue;
    found.add(product);
    left = left.replaceAll(word, ' \n ');
  }
  return [...found];
}

/** The product that an item is about: the one its question names, else the only one that its tags name; null for none, or several. */
export function productOf(
  { question, tags }: Pick<Item, 'question' | 'tags'>,
  products: readonly Product[],
): string | null {
  if (products.length === 0) return null;
  const asked = productsNamed(question, products);
  const named = asked.length > 0 ? asked : productsNamed(tags.join(' , '), products);
  return named.length === 1 ? (named[0]?.name ?? null) : null;
}

/** Words and numbers in lower case with one space between. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim();
}
