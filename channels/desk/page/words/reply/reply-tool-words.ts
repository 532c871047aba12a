import type { DeskEnding } from '../../../../../bot/contracts/desk.js';

/** What helps to write a reply. */
export interface ReplyToolWords {
  /** The buttons above the box, as a whole. */
  readonly tools: string;
  readonly knowledge: {
    readonly title: string;
    /** Button above the box. */
    readonly open: string;
    readonly label: string;
    readonly submit: string;
    readonly found: (count: number) => string;
    readonly none: string;
    readonly insert: string;
    readonly insertOf: (question: string) => string;
    readonly send: string;
    readonly sendOf: (question: string) => string;
  };
  readonly canned: {
    readonly title: string;
    readonly hint: string;
    /** Button above the box. */
    readonly open: string;
    readonly search: string;
    readonly none: string;
    readonly noneAtAll: string;
    readonly list: string;
    readonly offered: (count: number) => string;
    /** Placeholders that nobody filled. */
    readonly toFill: string;
    readonly fillFirst: string;
    readonly sendAnd: Readonly<Record<DeskEnding, string>>;
    readonly afterwards: Readonly<Record<DeskEnding, string>>;
    readonly notAfterwards: string;
    readonly manage: string;
    readonly add: string;
    readonly shared: string;
    readonly own: string;
    readonly noShared: string;
    readonly noOwn: string;
    readonly changeIt: string;
    readonly change: (title: string) => string;
    readonly remove: (title: string) => string;
    readonly confirmRemove: (title: string) => string;
    readonly confirmRemoveHint: string;
    readonly removeIt: string;
    readonly newTitle: string;
    readonly changeTitle: string;
    readonly owner: string;
    readonly forAll: string;
    readonly forOneself: string;
    readonly language: string;
    readonly shortcut: string;
    readonly shortcutHint: string;
    readonly name: string;
    readonly text: string;
    readonly placeholders: string;
    readonly placeholdersHint: string;
    readonly ending: string;
    readonly noEnding: string;
    readonly endings: Readonly<Record<DeskEnding, string>>;
    readonly keep: string;
    readonly kept: string;
    readonly removed: string;
  };
}
