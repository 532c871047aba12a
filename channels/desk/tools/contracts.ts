import type { DraftLists, SharedAnswer } from '../../../bot/contracts/content/answer-drafts.js';
import type { ContentItem } from '../../../bot/contracts/content/desk-content.js';
import type { BestGuess, DeskEntry } from '../../../bot/contracts/desk.js';
import type { FoundPage, PastContact } from '../../../bot/contracts/tools/desk-archive.js';
import type { CannedAnswer } from '../../../bot/contracts/tools/desk-canned.js';
import type { DeskLabel } from '../../../bot/contracts/tools/desk-label.js';
import type { DeskMention } from '../../../bot/contracts/tools/desk-notes.js';
import type { SavedView } from '../../../bot/contracts/tools/desk-views.js';

/** What the API of the desk's tools and its page say to each other, as types. */

/** Answer of reading what a customer had to do with us. */
export interface HistoryReply {
  readonly contacts: readonly PastContact[];
}

/** Answer of reading what the bot has now. */
export interface WithBotReply {
  readonly entries: readonly DeskEntry[];
}

/** Answer of reading where somebody is mentioned, and of having looked at one. */
export interface MentionsReply {
  readonly mentions: readonly DeskMention[];
}

/** Answer of reading the canned answers that an agent can use, and of every change to one. */
export interface CannedReply {
  readonly answers: readonly CannedAnswer[];
  /** Name of the company, for its placeholder. */
  readonly company: string;
}

/** Answer of a search in the knowledge, the best first. */
export interface KnowledgeReply {
  readonly found: readonly BestGuess[];
}

/** Answer of listing what was changed about the knowledge, and of a search in it for changing it. */
export interface ContentReply {
  readonly items: readonly ContentItem[];
}

/** Answer of reading an item of the knowledge, and of every change to one; null where nothing is left of it. */
export interface ContentItemReply {
  readonly item: ContentItem | null;
}

/** Answer of putting an answer forward: null when it was kept, else what it would be without personal data. */
export interface ShareReply {
  readonly without: SharedAnswer | null;
}

/** Answer of listing what was put forward, and of deciding about it; `without` as in `ShareReply`, and then nothing was done. */
export interface DraftsReply {
  readonly lists: DraftLists | null;
  readonly without: SharedAnswer | null;
}

/** Answer of reading the labels, and of every change to one. */
export interface LabelsReply {
  readonly labels: readonly DeskLabel[];
}

/** Answer of reading an agent's views, and of every change to one. */
export interface ViewsReply {
  readonly views: readonly SavedView[];
}

/** Answer of a search. */
export type SearchReply = FoundPage;

/** Answer of reading who can be named: for filters and mentions. */
export interface ColleaguesReply {
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
}
