/**
 * How a community on Gainsight (inSided) is read, as types.
 */
import type { GuardedFetch, Patience } from '../http/contracts.js';

export interface GainsightOptions {
  readonly name: string;
  /** Address of the community, for links: `https://community.example.com`. */
  readonly base: string;
  /** Where the programming interface answers: `https://api2-eu-west-1.insided.com`. */
  readonly api: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Ids of the categories that are read; null for all. */
  readonly categories: readonly string[] | null;
  /** Answered questions without a sign of change that each run reads again. */
  readonly reread: number;
  readonly http: GuardedFetch;
  readonly patience: Patience;
}
