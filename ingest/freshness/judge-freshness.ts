import type { Item, StaleReason } from '../../index/contracts/items.js';
import type { Freshness, FreshnessEvidence, Product } from './contracts.js';
import { linksIn } from './links-in.js';
import { productsNamed } from './products-named.js';

/** What each sign takes of the trust in an answer; `contradicted` is that of the first reply, each further one takes as much again. */
const WEIGHTS: Readonly<Record<StaleReason, number>> = {
  'product-ended': 0.8,
  contradicted: 0.4,
  'votes-fell': 0.3,
  'links-dead': 0.3,
};
const MOST_CONTRADICTIONS = 3;
/** Votes that must be lost, or won, since the answer was first seen to tell anything. */
const VOTES_LOST = 2;
const VOTES_WON = 3;
/** People who vote for it today say that it still holds. */
const CONFIRMED = 0.5;
/** Signs say less of what was written lately: up to so many years, and how much of them counts. */
const AGES = [
  [1, 0.6],
  [3, 0.8],
] as const;
const NOTHING: Freshness = { staleness: 0, because: null, signs: [], product: null, grounds: [] };
/** More dead links than this are one ground. */
const MOST_LINKS = 50;
const UNKNOWN_AGE = 0.8;
const YEAR_MS = 365.25 * 24 * 60 * 60 * 1000;

/**
 * How much speaks against an answer still holding: replies that contradict it later, votes lost since, a product that ended, dead
 * links; each the more, the longer ago it was written or edited. Age alone is no sign: most old answers hold, and the customer is
 * told the year anyway. What happened before the last edit does not count, because its author knew. What content people wrote anew is as
 * old as their edit, and votes tell of the source's words alone.
 */
export function judgeFreshness(item: Item, evidence: FreshnessEvidence): Freshness {
  const ended = endedProduct(item, evidence);
  const links = [...linksIn(item.answer)];
  const dead = links.filter(evidence.isDead);
  const votes = item.edited ? 0 : evidence.votesSince(item.id);
  const contradictions = Math.min(MOST_CONTRADICTIONS, item.laterDoubts ?? 0);
  const kept: readonly (readonly [StaleReason, number])[] = [
    ['product-ended', ended ? 1 - WEIGHTS['product-ended'] : 1],
    ['contradicted', (1 - WEIGHTS.contradicted) ** contradictions],
    ['votes-fell', votes <= -VOTES_LOST ? 1 - WEIGHTS['votes-fell'] : 1],
    ['links-dead', 1 - (WEIGHTS['links-dead'] * dead.length) / Math.max(1, links.length)],
  ];
  const signs = kept.filter(([, left]) => left < 1).toSorted(([, left], [, right]) => left - right);
  const grounds = groundsOf(
    signs.map(([reason]) => reason),
    { contradictions, product: ended?.name ?? '', dead },
  );
  if (grounds.length > 0 && evidence.isConfirmed(item, grounds)) return NOTHING;
  const lost = 1 - signs.reduce((left, [, each]) => left * each, 1);
  const confirmed = votes >= VOTES_WON ? CONFIRMED : 1;
  return {
    staleness: Math.round(100 * lost * weightOfAge(writtenAt(item), evidence.now) * confirmed) / 100,
    because: signs[0]?.[0] ?? null,
    signs: signs.map(([reason]) => reason),
    product: ended?.name ?? null,
    grounds,
  };
}

/** By single things, so that what a person has looked at is told from what came since: a second reply, another link. */
function groundsOf(
  signs: readonly StaleReason[],
  { contradictions, product, dead }: { contradictions: number; product: string; dead: readonly string[] },
): string[] {
  const each: Readonly<Record<StaleReason, () => string[]>> = {
    'product-ended': () => [product],
    contradicted: () => Array.from({ length: contradictions }, (_, at) => String(at + 1)),
    'votes-fell': () => [''],
    'links-dead': () => dead.slice(0, MOST_LINKS),
  };
  return signs.flatMap((sign) => each[sign]().map((what) => `${sign} ${what}`));
}

/** The product that the question is about, or that the answer names, and that ended after the answer was written. */
function endedProduct(item: Item, { products, now }: FreshnessEvidence): Product | null {
  const { question, answer } = item;
  const ended = products.filter(
    ({ endedAt }) =>
      endedAt !== null && Date.parse(endedAt) <= now.getTime() && !isAfter(writtenAt(item), endedAt),
  );
  if (ended.length === 0) return null;
  const named = productsNamed(question, products);
  // Who asks about another product is not answered for the one that ended, though its name may stand there.
  if (named.length > 0) return ended.find((product) => named.includes(product)) ?? null;
  const told = productsNamed(answer, products);
  return told.length === 1 ? (ended.find((product) => told.includes(product)) ?? null) : null;
}

/** When the words that are told were written or last edited, ISO 8601 in UTC; null where nobody knows. */
export function writtenAt({ answeredAt, edited }: Pick<Item, 'answeredAt' | 'edited'>): string | null {
  return edited?.at ?? answeredAt;
}

function isAfter(at: string | null, other: string): boolean {
  return at !== null && Date.parse(at) > Date.parse(other);
}

function weightOfAge(answeredAt: string | null, now: Date): number {
  const years = (now.getTime() - Date.parse(answeredAt ?? '')) / YEAR_MS;
  if (Number.isNaN(years)) return UNKNOWN_AGE;
  return AGES.find(([upTo]) => years < upTo)?.[1] ?? 1;
}
