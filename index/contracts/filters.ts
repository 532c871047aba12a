/** What a question is about, as its words tell: to have something done, that something does not work, or what and why. */
export type QuestionKind = 'how-to' | 'fault' | 'explanation';

/** Which items a search may find: of each list that is there an item must have one; an empty list allows none. */
export interface SearchFilter {
  /** Categories and tags of the community, in whatever case. */
  readonly topics?: readonly string[];
  readonly products?: readonly string[];
  readonly kinds?: readonly QuestionKind[];
  /** Languages of the answers, `nl`, `en` … */
  readonly languages?: readonly string[];
}
