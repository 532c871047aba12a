/** What a peer may index of an item. */
export interface PeerItem {
  readonly question: string;
  /** The answer's text; empty where the set only says which answer it would be. */
  readonly answer: string;
  /** Items with the same answer have the same number. */
  readonly answerNumber: number;
}

export interface PeerHit {
  /** Place of the item in what was built. */
  readonly itemIndex: number;
  /** The package's own score, higher is better, above 0. */
  readonly score: number;
}

/** A package to compare with, set up as its own documents recommend. */
export interface Peer {
  build(items: readonly PeerItem[]): void | Promise<void>;
  /** At most `HITS` hits, best first; one that classifies gives one item an answer. */
  search(question: string): readonly PeerHit[] | Promise<readonly PeerHit[]>;
}

/** How many hits a peer may give. */
export const HITS = 10;

export interface PeerOptions {
  /** Language of most of the items, such as `nl`. */
  readonly language: string;
  /** Loads a package from the folder the peers were installed in. */
  readonly load: (name: string) => unknown;
}

/** The first item of each answer, in the place of the answer's number: what a classifier's label stands for. */
export function firstItems(items: readonly PeerItem[]): number[] {
  const first: number[] = [];
  items.forEach(({ answerNumber }, itemIndex) => {
    first[answerNumber] ??= itemIndex;
  });
  return first;
}
