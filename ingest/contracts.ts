/**
 * What a run says while it runs and afterwards, as types.
 */
import type { AnonymousSay } from '../index/contracts/labels.js';
import type { DisagreementSubject } from '../index/contracts/pair-decisions.js';
import type { ReleaseManifest } from '../index/contracts/releases.js';
import type { JoinMode, LeadReason } from './joining/contracts.js';
import type { HoldReason, NoEffect, QuestionsEffect } from './releasing/questions/contracts.js';
import type { SkipReason } from './sources/contracts.js';

/** A thread as people find it again. */
export interface ThreadPlace {
  /** One line; null where the row is no thread or has none. */
  readonly title: string | null;
  /** Link to it; null where the source has none. */
  readonly url: string | null;
  /** Such as `threads.jsonl line 12`. */
  readonly position: string;
  /** What is wrong with it, or which kinds of personal data were replaced; '' where the heading says it all. */
  readonly detail: string;
}

/** How many there are, and the first of them. */
export interface Listed<Entry> {
  readonly count: number;
  readonly first: readonly Entry[];
}

/** What people read of an item. */
export interface ItemGist {
  readonly id: string;
  readonly title: string;
  /** In Markdown. */
  readonly answer: string;
  readonly url: string | null;
  readonly author: string;
  readonly answeredAt: string | null;
}

/** What of an item differs. */
export type ChangedPart = 'title' | 'answer' | 'author' | 'corrections' | 'phrasings' | 'link';

/** What a run would change, by title and link. */
export interface ContentPlan {
  readonly added: Listed<ItemGist>;
  readonly changed: Listed<{
    readonly before: ItemGist;
    readonly after: ItemGist;
    readonly parts: readonly ChangedPart[];
  }>;
  /** Items of which only what nobody reads changed: votes, dates, tags, rank, licence. */
  readonly changedBesides: number;
  readonly withdrawn: Listed<ItemGist>;
  /** Threads that stand in an item of another one as a further phrasing. */
  readonly joined: Listed<{ readonly threadId: string; readonly wording: string; readonly into: ItemGist }>;
}

/** What the company's questions say of a release, or why they say nothing. */
export type QuestionsReport =
  | { readonly kind: 'asked'; readonly effect: QuestionsEffect }
  | { readonly kind: 'not-asked'; readonly because: NoEffect };

/** How many were skipped for one reason, with the first few places. */
export interface SkippedCount {
  readonly count: number;
  readonly examples: readonly string[];
}

/** What customers' and agents' verdicts and label files bring into a release. */
export interface LearningReport {
  /** Wordings of customers that joined items. */
  readonly wordings: number;
  /** Wordings that wait for a review, or for confirmations by people whom the company knows. */
  readonly open: number;
  readonly labelsOfFiles: number;
  /** Those that count. */
  readonly labelsOfVerdicts: number;
  /** What people said whom the company does not know. */
  readonly anonymous?: AnonymousSay;
  /** Label files that were not used, each with the reason. */
  readonly leftOut: readonly string[];
}

/** What a release is expected to do with questions like those its confidence was fitted on. */
export interface ExpectedConfidence extends Pick<ReleaseManifest, 'wantedPrecision' | 'labels'> {
  /** The shares that are answered and, of these, right; null while there are too few labels to tell. */
  readonly expected: { readonly coverage: number; readonly precision: number } | null;
}

/** Threads told as one, and answers that cannot both hold, by name. */
export interface JoinReport {
  readonly mode: JoinMode;
  /** What was found to ask the same; where the mode is `tell`, it is only named. */
  readonly joined: Listed<JoinedItem>;
  /** What stands behind another because content people settled it. */
  readonly byRule: Listed<JoinedItem>;
  readonly contradictions: Listed<Contradiction>;
  /** Where content people write what they settle. */
  readonly rulesFile: string;
  /** Rules about threads that are not there, each with its position. */
  readonly unusedRules: readonly string[];
}

/** An item that stands behind another. */
export interface JoinedItem {
  readonly item: ItemGist;
  readonly into: ItemGist;
  readonly because: LeadReason;
}

export interface Contradiction {
  readonly older: ItemGist;
  readonly newer: ItemGist;
  readonly about: DisagreementSubject;
  /** Whether neither answers until somebody settles it. */
  readonly isWithheld: boolean;
}

/** Threads that were left out, and those of which something was replaced. */
export interface ThreadLists {
  readonly leftOut: Readonly<Partial<Record<SkipReason, Listed<ThreadPlace>>>>;
  readonly redacted: Listed<ThreadPlace>;
}

/** What a run did. */
export interface IngestReport {
  readonly sources: readonly string[];
  /** Threads and unusable rows that were read. */
  readonly read: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
  /** Threads that became a further phrasing of another item. */
  readonly duplicates: number;
  readonly skipped: Readonly<Partial<Record<SkipReason, SkippedCount>>>;
  /** Pieces of personal data replaced, by kind, in what was read. */
  readonly redacted: Readonly<Record<string, number>>;
  /** The threads behind `skipped` and `redacted`, each list bounded; only of a plan. */
  readonly threads?: ThreadLists;
  /** Items of whose answer redaction leaves no whole sentence: who asks them is offered a person. Left out for none. */
  readonly withheld?: SkippedCount;
  /** Sources that were not read to their end: what they gave before stays. Left out for none. */
  readonly unfinished?: readonly { readonly source: string; readonly reason: string }[];
  /** Threads of all sources that ask the same; left out where they were not compared. */
  readonly joins?: JoinReport;
  /** Texts embedded in this run; those of earlier runs are kept. */
  readonly embedded: number;
  readonly learning: LearningReport;
  /** Items of all sources in the release. */
  readonly items: number;
  readonly durationMs: number;
  /** The release that holds these items; null for a plan. */
  readonly releaseId: string | null;
  /** What that release is expected to do; null for a plan. */
  readonly confidence: ExpectedConfidence | null;
  /**
   * `published`: went live now. `unchanged`: was live already. `built`: waits for `publish`. `held-back`: holds what was
   * rolled back, so it waits for `publish` too. `guarded`: would take much away, so a person must `publish` it.
   * `planned`: nothing done.
   */
  readonly outcome: 'published' | 'unchanged' | 'built' | 'held-back' | 'guarded' | 'planned';
  /** Why a guarded release waits, in English; none for every other. */
  readonly heldBackBecause: readonly string[];
  /** What speaks against publishing it, whether it was published all the same or not; left out where nothing does. */
  readonly against?: readonly HoldReason[];
  /** What would change by name; only of a plan. */
  readonly plan?: ContentPlan;
  /** What it does to the questions whose answers are known; left out where nothing was compared. */
  readonly questions?: QuestionsReport;
  /** Readable name of the release; left out for a plan. */
  readonly releaseName?: string;
}

/** Where a run tells how far it is. */
export interface Progress {
  /** Begins a phase; `total` is null where it is not known. */
  begin(phase: string, total: number | null): void;
  /** How many of the phase are done. */
  advance(done: number): void;
  /** Ends the phase. */
  end(): void;
}
