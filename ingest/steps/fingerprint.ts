import { createHash } from 'node:crypto';
import type { Item } from '../../index/contracts/items.js';

/** sha256 in hex over every field of an item, in a fixed order: two items with one fingerprint are the same. */
export function fingerprint(item: Item): string {
  const fields: readonly unknown[] = [
    ...[item.id, item.source, item.question, item.phrasings, item.answer, item.language],
    ...[item.author.name, item.author.rank, item.votes, item.askedAt, item.answeredAt],
    ...[item.tags, item.licence, item.url],
    ...[
      item.asked,
      item.earlier,
      item.additions,
      item.answeredIn,
      item.whatChanged,
      item.isByAsker,
      item.isShortened,
    ].map((field) => field ?? null),
    // Named, and only where they are there: items without them keep the fingerprint they had.
    ...Object.entries({
      sameIn: item.sameIn,
      isUnaccepted: item.isUnaccepted,
      doubt: item.doubt,
      isOutdated: item.isOutdated,
      isPinned: item.isPinned,
      edited: item.edited,
      isOfficial: item.isOfficial,
      stale: item.stale,
      laterDoubts: item.laterDoubts,
      category: item.category,
      product: item.product,
      sourceSign: item.sourceSign,
    }).flatMap((field) => (field[1] === undefined ? [] : [field])),
  ];
  return sha256(JSON.stringify(fields));
}

/** sha256 of a text in hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
