import type { MissedKind } from '../../../../../bot/contracts/desk.js';
import type { DeskList } from '../../../../../bot/contracts/tools/desk-views.js';

/** Passing on, setting aside, labels, lists and saved views. */
export interface MoveWords {
  readonly transfer: {
    readonly open: string;
    readonly title: string;
    readonly hint: string;
    readonly to: string;
    readonly choose: string;
    readonly teams: string;
    readonly colleagues: string;
    readonly comment: string;
    readonly submit: string;
  };
  readonly snooze: {
    readonly open: string;
    readonly title: string;
    readonly hint: string;
    readonly hour: string;
    readonly tomorrow: string;
    readonly at: string;
    readonly moment: string;
    readonly submit: string;
    readonly until: (moment: string) => string;
    readonly wake: string;
  };
  readonly labels: {
    readonly title: string;
    readonly choose: string;
    readonly none: string;
    readonly manage: string;
    readonly manageHint: string;
    readonly add: string;
    readonly name: string;
    readonly rename: string;
    readonly renameOf: (name: string) => string;
    readonly keep: string;
    readonly remove: string;
    readonly removeOf: (name: string) => string;
    readonly confirmRemove: (name: string) => string;
    readonly confirmRemoveHint: string;
  };
  readonly lists: {
    readonly list: string;
    readonly kinds: Readonly<Record<DeskList, string>>;
    readonly filters: (count: number) => string;
    readonly reason: string;
    readonly label: string;
    readonly mood: string;
    readonly calm: string;
    readonly clear: string;
    readonly none: string;
    readonly snoozed: string;
  };
  readonly views: {
    readonly title: string;
    readonly choose: string;
    readonly name: string;
    readonly keep: string;
    readonly kept: string;
    readonly remove: string;
    readonly removed: string;
  };
  readonly missed: Readonly<Record<MissedKind, string>>;
  readonly awaitsCustomer: string;
}
