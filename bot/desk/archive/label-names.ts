import { groupBy } from '../../../index/learning/group-by.js';
import { labelsOfThese } from '../../store/desk/labels.js';
import type { Store } from '../../store/store.js';

/** The names of the labels of conversations, by their ids. @param conversationIds a page of them */
export async function labelNames(
  store: Store,
  conversationIds: readonly string[],
): Promise<Map<string, string[]>> {
  if (conversationIds.length === 0) return new Map();
  const rows = await labelsOfThese(store, [...new Set(conversationIds)]);
  const byConversation = groupBy(rows, ({ conversationId }) => conversationId);
  return new Map([...byConversation].map(([id, labels]) => [id, labels.map(({ name }) => name)]));
}
