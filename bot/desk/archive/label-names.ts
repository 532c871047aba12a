import { labelsOfThese } from '../../store/desk/labels.js';
import type { Store } from '../../store/store.js';

/** The names of the labels of conversations, by their ids. @param conversationIds a page of them */
export async function labelNames(
  store: Store,
  conversationIds: readonly string[],
): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>();
  if (conversationIds.length === 0) return names;
  for (const { conversationId, name } of await labelsOfThese(store, [...new Set(conversationIds)])) {
    names.set(conversationId, [...(names.get(conversationId) ?? []), name]);
  }
  return names;
}
