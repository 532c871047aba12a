/**
 * So much more likely (difference of the logarithms of odds) an article of the company must be than an answer of the community to
 * come before it. Chosen by measurement: index/README.md, "Articles of the company".
 */
export const ARTICLE_YIELDS = 2.5;

/** An answer that was found, in the order of the ranking. */
interface Found {
  readonly isOfficial: boolean;
  /** How likely it is beside everything that was found. */
  readonly probability: number;
}

/**
 * Puts the answers of the community before articles of the company that are not plainly more likely. Among themselves both keep
 * the order of the ranking, and without articles nothing changes.
 */
export function communityFirst<Each extends Found>(ranked: readonly Each[], yields = ARTICLE_YIELDS): Each[] {
  const articles = ranked.filter(({ isOfficial }) => isOfficial);
  if (articles.length === 0 || articles.length === ranked.length) return [...ranked];
  const ordered: Each[] = [];
  const placeOf = new Map(ranked.map((entry, place) => [entry, place]));
  for (const answer of ranked) {
    if (answer.isOfficial) continue;
    for (let [next] = articles; next && comesBefore(next, answer); [next] = articles) {
      ordered.push(next);
      articles.shift();
    }
    ordered.push(answer);
  }
  return [...ordered, ...articles];

  function comesBefore(article: Each, answer: Each): boolean {
    const isAbove = (placeOf.get(article) ?? 0) < (placeOf.get(answer) ?? 0);
    return isAbove && logit(article.probability) - logit(answer.probability) > yields;
  }
}

function logit(probability: number): number {
  const within = Math.min(1 - 1e-9, Math.max(1e-9, probability));
  return Math.log(within / (1 - within));
}
