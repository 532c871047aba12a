import type { HandoffReason, Mood } from '../desk.js';
import type { SpokenLanguage } from '../messages.js';

/** What the desk can list. */
export type DeskList =
  | 'all'
  | 'mine'
  | 'unassigned'
  | 'waiting-for-customer' // the last word was the agent's
  | 'snoozed'
  | 'missed'; // an offer, a request or a promise that nobody was in time for

/** What is listed: of a list what fits each filter; what is left out does not matter. */
export interface DeskFilters {
  readonly list: DeskList;
  readonly channelId?: string | undefined;
  readonly language?: SpokenLanguage | undefined;
  readonly reason?: HandoffReason | undefined;
  readonly teamId?: string | undefined;
  readonly labelId?: string | undefined;
  readonly mood?: Mood | undefined;
}

/** Filters that an agent keeps under a name. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly filters: DeskFilters;
}

export type ViewOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'unknown-view' }
  | { readonly kind: 'too-many'; readonly most: number };

/** Each agent's own views, twenty at most; they go with the account. */
export interface DeskViews {
  /** By name. */
  list(agentId: string): Promise<readonly SavedView[]>;
  /** Keeps filters under a name, in place of what was kept under it. @param name 40 UTF-16 units at most */
  keep(agentId: string, name: string, filters: DeskFilters): Promise<ViewOutcome>;
  remove(agentId: string, viewId: string): Promise<ViewOutcome>;
}
