import type {
  ConversationSearch,
  FoundConversation,
  FoundLine,
  FoundPage,
  FoundPiece,
} from '../../contracts/tools/desk-archive.js';
import { holderOf } from '../../store/handoffs/handoff-columns.js';
import {
  foundConversations,
  type LookedAt,
  lookForLines,
  MATCH_BEGINS,
  MATCH_ENDS,
  snippetsOf,
} from '../../store/sqlite/search-lines.js';
import type { Store } from '../../store/store.js';
import { labelNames } from './label-names.js';
import { matchOf } from './search-words.js';

const CONVERSATIONS_A_PAGE = 20;
const LINES_A_CONVERSATION = 3;
const NOTHING: FoundPage = { found: [], next: null };

/** Looks for words in what was said, a page of conversations at a time. */
export async function searchConversations(store: Store, search: ConversationSearch): Promise<FoundPage> {
  const match = matchOf(search.words);
  if (match === null) return NOTHING;
  const look = await lookForLines(store, match, search, numberOf(search.after));
  const { byConversation, last, isFull } = group(look.lines);
  if (byConversation.size === 0)
    return { found: [], next: look.oldest === null ? null : String(look.oldest) };
  const ids = [...byConversation.values()].flat();
  const snippets = new Map((await snippetsOf(store, match, ids)).map((row) => [row.id, row]));
  const rows = await foundConversations(store, [...byConversation.keys()]);
  const labels = await labelNames(store, [...byConversation.keys()]);
  const byId = new Map(rows.map((row) => [row.conversationId, row]));
  const found = [...byConversation].flatMap(([conversationId, lines]): FoundConversation[] => {
    const row = byId.get(conversationId);
    if (!row) return [];
    return [
      {
        conversationId,
        channelId: row.channelId,
        customerName: row.customerName,
        language: row.language ?? 'nl',
        state: row.state ?? 'with-bot',
        holderName: holderOf(row)?.name ?? null,
        labels: labels.get(conversationId) ?? [],
        lines: lines.flatMap((id) => toLine(snippets.get(id))),
      },
    ];
  });
  const from = isFull ? last : look.oldest;
  return { found, next: from === null ? null : String(from) };
}

/** The first conversations of these lines, each with its first lines; `last` is the last line that was taken up. */
function group(lines: readonly LookedAt[]) {
  const byConversation = new Map<string, number[]>();
  let last: number | null = null;
  for (const { id, conversationId } of lines) {
    const taken = byConversation.get(conversationId);
    if (!taken && byConversation.size === CONVERSATIONS_A_PAGE) return { byConversation, last, isFull: true };
    if (!taken) byConversation.set(conversationId, [id]);
    else if (taken.length < LINES_A_CONVERSATION) taken.push(id);
    last = id;
  }
  return { byConversation, last, isFull: false };
}

function toLine(row: Awaited<ReturnType<typeof snippetsOf>>[number] | undefined): FoundLine[] {
  if (!row) return [];
  const { kind, name, at, snippet } = row;
  return [{ kind, name, at, pieces: piecesOf(kind === 'bot' ? withoutMarkdown(snippet) : snippet) }];
}

/** A snippet with marks as pieces. */
function piecesOf(snippet: string): FoundPiece[] {
  return snippet.split(MATCH_BEGINS).flatMap((part, place): FoundPiece[] => {
    const end = place === 0 ? -1 : part.indexOf(MATCH_ENDS);
    const pieces = [
      { text: part.slice(0, Math.max(0, end)), isMatch: true },
      { text: part.slice(end + 1), isMatch: false },
    ];
    return pieces.filter(({ text }) => text !== '');
  });
}

/** The bot's words without the marks of Markdown: a snippet may begin or end within one, so that no tree can be made of it. */
function withoutMarkdown(snippet: string): string {
  return snippet.replaceAll(/\*\*|__|`|^#+ /gm, '').replaceAll(/\]\([^)]*(\)|$)|\[(?=\S)/g, '');
}

function numberOf(after: string | undefined): number | null {
  return after !== undefined && /^\d{1,15}$/.test(after) ? Number(after) : null;
}
