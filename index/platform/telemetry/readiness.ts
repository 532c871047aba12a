/** A part of the program that has to work before questions are answered. */
export interface ReadinessPart {
  readonly name: 'embedder' | 'store' | 'disk' | 'release' | 'doors' | 'files';
  /** What is wrong, in a sentence without paths, and what to do; null where it works. */
  readonly reason: string | null;
  /** Whether nothing can be answered without it: a door that is held leaves the others. */
  readonly isNeeded: boolean;
}
