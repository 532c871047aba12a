import type {
  IngestRunLook,
  PreviewSide,
  ReleaseActLook,
} from '../../../../../bot/contracts/content/desk-releases.js';
import type { PlanPart } from '../../../limits.js';

/** Releases of the knowledge. */
export interface ReleaseWords {
  readonly title: string;
  readonly hint: string;
  readonly back: string;
  readonly run: {
    readonly title: string;
    readonly start: string;
    readonly full: string;
    readonly none: string;
    readonly by: (name: string, at: string) => string;
    readonly schedule: string;
    /** A phase in the run's own words, said as people say it. */
    readonly phase: (phase: string) => string;
    readonly outcomes: Readonly<Record<NonNullable<IngestRunLook['outcome']>, string>>;
    readonly begins: string;
    readonly code: (code: string) => string;
  };
  readonly none: string;
  readonly items: (count: number) => string;
  readonly live: string;
  readonly liveSince: (at: string) => string;
  readonly gone: string;
  readonly waits: string;
  readonly look: string;
  readonly lookOf: (name: string) => string;
  readonly acts: Readonly<Record<ReleaseActLook['kind'], string>>;
  readonly act: (what: string, by: string, at: string) => string;
  /** Who is no person, by the name that ingest remembers. */
  readonly actors: Readonly<Record<string, string>>;
  readonly publish: string;
  readonly rollback: string;
  readonly publishTitle: (name: string) => string;
  readonly publishHint: string;
  readonly rollbackTitle: string;
  readonly rollbackHint: string;
  readonly why: string;
  readonly rename: string;
  readonly name: string;
  readonly published: string;
  readonly rolledBack: string;
  readonly renamed: string;
  readonly plan: {
    readonly title: string;
    readonly none: string;
    readonly against: string;
    readonly kinds: Readonly<Record<PlanPart, string>>;
    readonly before: string;
    readonly after: string;
    readonly more: string;
    readonly nothing: string;
    readonly source: string;
    readonly cutOff: (kept: number) => string;
  };
  readonly preview: {
    readonly title: string;
    readonly hint: string;
    readonly question: string;
    readonly ask: string;
    readonly live: string;
    readonly asked: string;
    readonly verdicts: Readonly<Record<PreviewSide['verdict'], string>>;
    readonly nobodyLive: string;
    readonly same: string;
  };
}
