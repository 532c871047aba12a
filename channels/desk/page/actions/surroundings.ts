import type { SpokenLanguage } from '../../../../bot/contracts/messages.js';
import type { ApiClient } from '../api-client.js';
import type { LiveChangesOptions } from '../live-changes.js';
import type { DeskEvent } from '../state/reduce.js';
import type { DeskState } from '../state/state.js';
import type { StateStore } from '../state/store.js';

export type DeskStore = StateStore<DeskState, DeskEvent>;

/** What lies around the page. */
export interface Surroundings {
  readonly api: ApiClient;
  readonly listen: (options: LiveChangesOptions) => () => void;
  readonly now: () => number;
  readonly newKey: () => string;
  /** Does something later; returns how to call it off. */
  readonly after: (ms: number, act: () => void) => () => void;
  /** Whether somebody can see the page: it is not in a tab behind another. */
  readonly isSeen: () => boolean;
  /** The address of the page. */
  readonly address: {
    path(): string;
    fragment(): string;
    /** Goes somewhere and tells `arrive`; `replace` leaves no way back. */
    go(path: string): void;
    replace(path: string): void;
    /** Leaves the desk for another site. */
    leave(url: string): void;
  };
  readonly keepLanguage: (language: SpokenLanguage) => void;
}
