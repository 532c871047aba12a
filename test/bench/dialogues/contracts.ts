import type { SpokenLanguage } from '../../../bot/contracts.js';
import type { SearchResult } from '../../../index/contracts.js';

export interface Said {
  readonly text: string;
  /** Ids of the items that answer it; none = a person must. */
  readonly relevant: readonly string[];
}

export interface Dialogue {
  readonly language: SpokenLanguage;
  readonly turns: readonly [Said, Said];
  readonly kind: string;
  readonly split: 'fit' | 'report';
}

export const STRATEGIES = ['last message only', 'always both', 'ours', 'better of the two'] as const;
export type Strategy = (typeof STRATEGIES)[number];

/** What each way of searching finds for the second turn of a dialogue. */
export type Found = Readonly<Record<Strategy, SearchResult>>;
export type Outcome = Dialogue & { readonly found: Found };
