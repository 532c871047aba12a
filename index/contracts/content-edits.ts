/**
 * What content people of the company change about items, as types.
 */
import type { Confirmations } from './confirmations.js';
import type { Item } from './items.js';
import type { PairDecisions } from './pair-decisions.js';

/** What a person wants otherwise about an item than its source has it. */
export interface ItemEdit {
  /** In Markdown, in place of the answer of the source; null where that stands. */
  readonly answer: string | null;
  /** More wordings of its question. */
  readonly phrasings: readonly string[];
  /** Whether nobody is told it. */
  readonly isHidden: boolean;
  /** Whether it is believed less, and told with a word of warning. */
  readonly isOutdated: boolean;
  /** Whether it leads where threads ask the same, and holds against what contradicts it. */
  readonly isPinned: boolean;
}

/** What a source gives of an item, without what people changed. */
export type SourceAnswer = Pick<Item, 'question' | 'answer' | 'url' | 'answeredAt' | 'language'> & {
  readonly author: string;
};

/** An edit as it is kept. */
export interface KeptEdit extends ItemEdit {
  readonly itemId: string;
  /** The company in whose name it was made: what customers read. */
  readonly company: string;
  /** Name of the person who made it last, for colleagues. */
  readonly by: string;
  /** When, ISO 8601 in UTC; each change has its own. */
  readonly at: string;
  /** What the source gave when it was made. */
  readonly original: SourceAnswer;
  /** What the source gave in the last run since; the original before the first one, null where it gives none any more. */
  readonly source: SourceAnswer | null;
}

/** What became of keeping an edit. */
export type EditOutcome = 'kept' | 'changed-meanwhile' | 'too-many';

/** Who makes an edit, when, and of what. */
export interface EditMaking {
  readonly original: SourceAnswer;
  readonly company: string;
  readonly by: string;
  readonly at: Date;
  /** `at` of the edit that its author saw; null where there was none. */
  readonly seen: string | null;
}

/**
 * What people changed about items, beside the releases: ingest puts it over what sources give, run after run, and a server hides at once
 * what is hidden.
 */
export interface ContentEdits extends Confirmations, PairDecisions {
  /** Whether an item is hidden. */
  hides(itemId: string): boolean;
  find(itemId: string): KeptEdit | null;
  /** The newest first. */
  all(): readonly KeptEdit[];
  /** Keeps an edit in place of the one before; nothing is kept where another was made since its author looked. */
  keep(itemId: string, edit: ItemEdit, making: EditMaking): EditOutcome;
  /** Takes an edit back: the item is as its source gives it. @param seen `at` of the edit that is meant */
  drop(itemId: string, seen: string): EditOutcome;
  /** Notes what sources give of the edited items now. @param find null for one that they do not give */
  noteSources(find: (itemId: string) => SourceAnswer | null): void;
  close(): void;
}
