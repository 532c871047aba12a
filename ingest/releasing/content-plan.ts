import type { Item } from '../../index/contracts/items.js';
import type { ChangedPart, ContentPlan, ItemGist, Listed } from '../contracts.js';
import type { ItemChanges } from '../store/item-changes.js';

/** More of one kind than this is counted, not kept. */
export const MOST_LISTED = 1_000;

/** What a run would change, as content people read it. Each list is bounded; its count is not. */
export function planContent(changes: ItemChanges): ContentPlan {
  const read = createList<{ before: ItemGist; after: ItemGist; parts: readonly ChangedPart[] }>();
  let besides = 0;
  for (const { before, after } of changes.changed()) {
    const parts = changedParts(before, after);
    if (parts.length === 0) besides += 1;
    else read.add({ before: gistOf(before), after: gistOf(after), parts });
  }
  const joined = createList<{ threadId: string; wording: string; into: ItemGist }>();
  for (const { threadId, wording, item } of changes.joined())
    joined.add({ threadId, wording, into: gistOf(item) });
  return {
    added: listOf(changes.added()),
    changed: read.list(),
    changedBesides: besides,
    withdrawn: listOf(changes.withdrawn()),
    joined: joined.list(),
  };
}

function listOf(items: Iterable<Item>): Listed<ItemGist> {
  const list = createList<ItemGist>();
  for (const item of items) list.add(gistOf(item));
  return list.list();
}

/** A list that counts all and keeps the first. */
export function createList<Entry>() {
  const first: Entry[] = [];
  let count = 0;
  return {
    add(entry: Entry) {
      count += 1;
      if (first.length < MOST_LISTED) first.push(entry);
    },
    list: (): Listed<Entry> => ({ count, first }),
  };
}

/** What people read of an item. */
export function gistOf({ id, question, answer, url, author, answeredAt }: Item): ItemGist {
  return { id, title: question, answer, url, author: author.name, answeredAt };
}

/** What of an item customers or searches see changed; none where only votes, dates, tags and the like did. */
export function changedParts(before: Item, after: Item): ChangedPart[] {
  const parts: Readonly<Record<ChangedPart, (item: Item) => unknown>> = {
    title: ({ question }) => question,
    answer: ({ answer, whatChanged }) => [answer, whatChanged ?? null],
    author: ({ author }) => author.name,
    corrections: ({ earlier, additions }) => [textsOf(earlier), textsOf(additions)],
    phrasings: ({ phrasings, asked }) => [phrasings, asked ?? []],
    link: ({ url }) => url,
  };
  return (Object.keys(parts) as ChangedPart[]).filter(
    (part) => JSON.stringify(parts[part](before)) !== JSON.stringify(parts[part](after)),
  );
}

function textsOf(statements: Item['earlier']): string[] {
  return (statements ?? []).map(({ text }) => text);
}
