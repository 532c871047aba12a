import type { Rank } from '../rank.js';

/**
 * The ranking as if there were no articles of the company. They accompany the community's answers and often say the same, so that they
 * would count as near misses, and hold down what is told of a community that did not change.
 */
export function withoutArticles(rank: Rank, articles: ReadonlySet<number>): Rank {
  if (articles.size === 0) return rank;
  return (query, options = {}) => {
    const { isHidden } = options;
    return rank(query, { ...options, isHidden: (item) => articles.has(item) || (isHidden?.(item) ?? false) });
  };
}
