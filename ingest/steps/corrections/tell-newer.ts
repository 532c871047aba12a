import type { Item, Statement } from '../../../index/contracts/items.js';
import { whatChanged } from './what-changed.js';

const MOST_EARLIER = 3;

/**
 * An item told with the answer that overtook it: a newer thread's, in its writer's words, under their name and with the
 * question it was given to; what was told before stands behind it.
 */
export function tellNewer(item: Item, newer: Item): Item {
  const {
    isByAsker: _own,
    isShortened: _shortened,
    additions: _additions,
    whatChanged: _changed,
    ...rest
  } = item;
  const own: Statement = { text: item.answer, author: item.author, at: item.answeredAt, url: item.url };
  const change = whatChanged(newer.answer);
  return {
    ...rest,
    ...(change === null ? {} : { whatChanged: change }),
    answer: newer.answer,
    author: newer.author,
    answeredAt: newer.answeredAt,
    url: newer.url,
    licence: newer.licence,
    votes: newer.votes,
    answeredIn: newer.answeredIn ?? newer.question,
    ...(newer.additions ? { additions: newer.additions } : {}),
    earlier: [own, ...(item.earlier ?? [])].slice(0, MOST_EARLIER),
  };
}
