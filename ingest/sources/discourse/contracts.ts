/**
 * How a Discourse community is read, as types.
 */
import type { GuardedFetch } from '../http/contracts.js';

export interface DiscourseOptions {
  readonly name: string;
  /** Such as `https://forum.example.com`. */
  readonly base: string;
  /** Number of the one category that is read; null for all. */
  readonly category: string | null;
  /** Whether only topics with an accepted answer are read. */
  readonly isSolvedOnly: boolean;
  /** Topics without a sign of change that each run reads again. */
  readonly reread: number;
  readonly http: GuardedFetch;
  /** What opens the community; none where everybody may read it. */
  readonly headers: Readonly<Record<string, string>>;
}
