import type { FoundConversation } from '../../../../../bot/contracts/tools/desk-archive.js';
import type { DeskActions } from '../../create-desk-actions.js';

/** Shorter words find too much to be asked for. */
const SHORTEST_SEARCH = 3;
/** Longer ones the server refuses. */
const LONGEST_SEARCH = 300;
/** What is typed on is not asked for: each search is work of the server, and a line of the audit. */
const SEARCH_AFTER_MS = 500;

/**
 * Asks the server for a query once typing rests, its first page.
 * @returns how to leave it, after which nothing is asked, and nothing is taken that was asked for
 */
export function searchLater(
  query: string,
  search: DeskActions['search'],
  take: (found: readonly FoundConversation[]) => void,
): () => void {
  const words = query.trim().slice(0, LONGEST_SEARCH);
  if (words.length < SHORTEST_SEARCH) return () => {};
  let isLeft = false;
  const timer = setTimeout(async () => {
    const answer = await search({ words });
    if (!isLeft && answer.isOk) take(answer.value.found);
  }, SEARCH_AFTER_MS);
  return () => {
    isLeft = true;
    clearTimeout(timer);
  };
}
