import type { ItemEdit } from '../../../index/contracts/content-edits.js';
import type { DeskAgent } from '../desk.js';
import type { SpokenLanguage } from '../messages.js';

/** What a person wants otherwise about an item. */
export type ContentChange = ItemEdit;

/** An item as content people see it. Texts are Markdown. */
export interface ContentItem {
  readonly itemId: string;
  readonly question: string;
  readonly language: string;
  /** Who wrote the answer of the source, when (ISO 8601 in UTC) and where; null where the source does not tell. */
  readonly author: string;
  readonly answeredAt: string | null;
  readonly url: string | null;
  /** What the source gives; what it gave last where it gives none any more. */
  readonly sourceAnswer: string;
  /** What people changed; null for nothing. */
  readonly edit: ContentEdit | null;
  /** Where it is told; null in lists, where nobody counts. */
  readonly uses: ContentUses | null;
}

/** What was changed about an item, by whom, and how that stands. */
export interface ContentEdit extends ItemEdit {
  readonly by: string;
  /** ISO 8601 in UTC; tells one change from the next. */
  readonly at: string;
  /** What the source gave when it was made, where it gives something else now; null where it is the same. */
  readonly sourceBefore: string | null;
  /** Whether the source gives the item no more, so that the edit waits for it. */
  readonly isGone: boolean;
  /** Whether customers get all of it; else the next release brings it. Hiding is at once. */
  readonly isLive: boolean;
}

/** How often an item was given as the answer, in conversations that are still kept. */
export interface ContentUses {
  readonly answers: number;
  readonly conversations: number;
}

/** What became of looking or changing. */
export type ContentOutcome<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'unknown-item' }
  /** A colleague changed it since it was looked at: nothing was kept. */
  | { readonly kind: 'changed-meanwhile' }
  | { readonly kind: 'too-many' }
  /** There is no index to search. */
  | { readonly kind: 'not-ready' }
  | { readonly kind: 'busy' };

/** The knowledge as content people and administrators change it; what they change is kept over every ingest. */
export interface DeskContent {
  /** What was changed, that first whose source changed or ended since, then the newest; at most 200. */
  list(agent: DeskAgent): Promise<ContentOutcome<readonly ContentItem[]>>;
  /** Items that fit words, five at most; hidden ones are in the list alone. */
  search(
    agent: DeskAgent,
    words: string,
    language: SpokenLanguage,
  ): Promise<ContentOutcome<readonly ContentItem[]>>;
  item(agent: DeskAgent, itemId: string): Promise<ContentOutcome<ContentItem>>;
  /** Keeps what is wanted of an item, in place of what was. @param seen `at` of the edit that the agent saw, null for none */
  keep(
    agent: DeskAgent,
    itemId: string,
    edit: ItemEdit,
    seen: string | null,
  ): Promise<ContentOutcome<ContentItem>>;
  /** Takes back what was changed. An item that its source gives no more is unknown from then on. */
  undo(agent: DeskAgent, itemId: string, seen: string): Promise<ContentOutcome<ContentItem | null>>;
}
