/**
 * What a release changes against the one that was live when it was built, as people look at it, as types.
 */

/** The same words in the languages of content people. */
export type PlanWords = Readonly<Record<'nl' | 'en', string>>;

/**
 * Kinds of what a plan lists. `better`, `worse`, `failing`: questions with known answers; `failing` must pass and does neither now nor
 * then.
 */
export type PlanKind =
  | 'added'
  | 'changed'
  | 'withdrawn'
  | 'joined'
  | 'contradicted'
  | 'better'
  | 'worse'
  | 'failing'
  | 'redacted'
  | 'left-out';

/** One thing that a release changes, or that was left out of it. */
export interface PlanEntry {
  /** One line. */
  readonly title: string;
  readonly url: string | null;
  /** What changed, or why; '' where the kind says it all. */
  readonly note: PlanWords;
  /** In Markdown, cut where it is long; null where there is none. */
  readonly before: string | null;
  readonly after: string | null;
}

/** What a plan says besides its entries. */
export interface PlanGist {
  /** The release that was live; null where none was. */
  readonly comparedWith: string | null;
  /** How many there are of each kind, also beyond those that are kept. */
  readonly counts: Readonly<Record<PlanKind, number>>;
  /** Why it waits for a person; none where nothing speaks against it. */
  readonly against: readonly PlanWords[];
  /** The effect on the questions with known answers, a line each. */
  readonly questions: readonly PlanWords[];
}
