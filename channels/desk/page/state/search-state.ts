import type {
  ConversationSearch,
  FoundConversation,
  FoundPage,
} from '../../../../bot/contracts/tools/desk-archive.js';

/** A search as it stands on the page; it stays while the agent looks at what was found. */
export interface SearchState {
  /** What was typed and chosen so far. Times are days, `2026-03-31`. */
  readonly form: ConversationSearch;
  /** What was asked for; null before the first time. */
  readonly asked: ConversationSearch | null;
  readonly found: readonly FoundConversation[];
  readonly next: string | null;
}

export const NO_SEARCH: SearchState = {
  form: { words: '' },
  asked: null,
  found: [],
  next: null,
};

/** The search that a form asks for: its days, both whole, as times. */
export function searchOf(form: ConversationSearch): ConversationSearch {
  const { from, until, ...rest } = form;
  const start = from === undefined ? null : dayAt(from, 0);
  const end = until === undefined ? null : dayAt(until, 1);
  return { ...rest, ...(start === null ? {} : { from: start }), ...(end === null ? {} : { until: end }) };
}

/** What is known after a page came: one that goes on is added to what was found before. */
export function withPage(state: SearchState, asked: ConversationSearch, page: FoundPage): SearchState {
  const before = asked.after === undefined ? [] : state.found;
  const known = new Set(before.map(({ conversationId }) => conversationId));
  const found = [...before, ...page.found.filter(({ conversationId }) => !known.has(conversationId))];
  return { ...state, asked, found, next: page.next };
}

/** The beginning of a day here, or of the one `after` days later; null for what is no day. */
function dayAt(day: string, after: number): string | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!parts) return null;
  return new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]) + after).toISOString();
}
