import type { PlanEntry, PlanGist, PlanKind } from '../../../index/contracts/release-plans.js';
import type { DeskAgent } from '../desk.js';
import type { SpokenLanguage } from '../messages.js';

/** Something that happened to a release; `kind` as ingest remembers it. Times are ISO 8601 in UTC. */
export interface ReleaseActLook {
  readonly kind: 'built' | 'held-back' | 'published' | 'forced' | 'left' | 'returned';
  readonly at: string;
  readonly by: string;
  /** '' where nobody said. */
  readonly why: string;
}

/** A release as content people see it. */
export interface ReleaseLook {
  readonly id: string;
  readonly name: string;
  readonly builtAt: string;
  readonly items: number;
  readonly isLive: boolean;
  /** Since when it is live without a break; null for one that is not, and where nobody remembers. */
  readonly liveSince: string | null;
  /** Whether it can be made live: its folder is still there. */
  readonly isKept: boolean;
  /** What it changes against the one that was live when it was built; null where no run kept it. */
  readonly plan: PlanGist | null;
  /** Oldest first. */
  readonly acts: readonly ReleaseActLook[];
}

/** A run of ingest that this server began. */
export interface IngestRunLook {
  /** Who began it; '' for the schedule. */
  readonly by: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  /** How far it is, in the run's own words; null before its first. */
  readonly step: { readonly phase: string; readonly done: number; readonly total: number | null } | null;
  /** `elsewhere`: another run was at it, on the terminal or of another server. Null while it is at it. */
  readonly outcome: 'done' | 'held-back' | 'failed' | 'elsewhere' | 'stopped' | null;
  /** Code of the error of one that failed. */
  readonly code: string | null;
}

/** Releases, newest first, and the last run. */
export interface ReleaseOverview {
  readonly releases: readonly ReleaseLook[];
  readonly run: IngestRunLook | null;
}

/** Some entries of a plan, and where the next ones begin; null where these are the last. */
export interface PlanPage {
  readonly entries: readonly PlanEntry[];
  readonly next: number | null;
}

/** What a customer with a question would be given. */
export interface PreviewSide {
  readonly releaseId: string;
  readonly verdict: 'answer' | 'doubt' | 'choices' | 'person';
  /** The nearest first, three at most. */
  readonly hits: readonly {
    readonly title: string;
    /** In Markdown; of the first alone, and only where it is told. */
    readonly passage: string | null;
    readonly author: string;
    readonly url: string | null;
    /** From 0 to 1. */
    readonly probability: number;
  }[];
}

/** The same question to two releases. */
export interface ReleasePreview {
  /** Null where none is live. */
  readonly live: PreviewSide | null;
  readonly asked: PreviewSide;
}

/** What became of a wish about releases. */
export type ReleaseOutcome<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'unknown-release' }
  /** `code` of the command's error, such as ROLLBACK_IMPOSSIBLE; nothing was changed. */
  | { readonly kind: 'refused'; readonly code: string }
  /** A run that this server began, or another switch, is at it. */
  | { readonly kind: 'running' }
  | { readonly kind: 'busy' }
  /** There are no releases here. */
  | { readonly kind: 'not-ready' };

/** Releases as content people and administrators decide about them; the code behind it is that of the commands. */
export interface DeskReleases {
  overview(agent: DeskAgent): Promise<ReleaseOutcome<ReleaseOverview>>;
  /** Entries of a kind from one place on, twenty at most. */
  plan(agent: DeskAgent, releaseId: string, kind: PlanKind, from: number): Promise<ReleaseOutcome<PlanPage>>;
  publish(agent: DeskAgent, releaseId: string, why: string): Promise<ReleaseOutcome<ReleaseOverview>>;
  /** Goes back to the release that was live before. @param from the live one as the agent sees it */
  rollback(agent: DeskAgent, from: string, why: string): Promise<ReleaseOutcome<ReleaseOverview>>;
  rename(agent: DeskAgent, releaseId: string, name: string): Promise<ReleaseOutcome<ReleaseOverview>>;
  /** Begins to read the sources. @param isFull everything again */
  startRun(agent: DeskAgent, isFull: boolean): Promise<ReleaseOutcome<ReleaseOverview>>;
  preview(
    agent: DeskAgent,
    releaseId: string,
    question: string,
    language: SpokenLanguage,
  ): Promise<ReleaseOutcome<ReleasePreview>>;
}
