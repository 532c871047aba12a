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
export function communityFirst<Each extends Found>(ranked: readonly Each[]): Each[] {
  const ordered: Each[] = [];
  /** Articles that stand above what is looked at, and that no answer has had to follow yet. */
  const waiting: Each[] = [];
  for (const found of ranked) {
    if (found.isOfficial) {
      waiting.push(found);
      continue;
    }
    const isBehind = (article: Each) =>
      logit(article.probability) - logit(found.probability) > ARTICLE_YIELDS;
    for (let [next] = waiting; next && isBehind(next); [next] = waiting) {
      ordered.push(next);
      waiting.shift();
    }
    ordered.push(found);
  }
  return [...ordered, ...waiting];
}

function logit(probability: number): number {
  const within = Math.min(1 - 1e-9, Math.max(1e-9, probability));
  return Math.log(within / (1 - within));
}
