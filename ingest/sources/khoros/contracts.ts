/**
 * How a Khoros community is read, as types.
 */
import type { GuardedFetch } from '../http/contracts.js';

/** What opens a Khoros community. */
export type KhorosEntry =
  | { readonly kind: 'everybody' }
  | { readonly kind: 'session'; readonly key: string }
  | { readonly kind: 'bearer'; readonly token: string }
  | { readonly kind: 'login'; readonly user: string; readonly password: string };

export interface KhorosOptions {
  readonly name: string;
  /** Such as `https://community.example.com`; with a path where the community has one. */
  readonly base: string;
  /** Ids of the boards that are read; null for all. */
  readonly boards: readonly string[] | null;
  /** Style of the conversations: `forum` or `qanda`. */
  readonly style: string;
  readonly entry: KhorosEntry;
  /** Solved topics without a sign of change that each run reads again. */
  readonly reread: number;
  readonly http: GuardedFetch;
}
