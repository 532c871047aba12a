/** Changing what the bot answers from. */
export interface ContentWords {
  readonly title: string;
  readonly hint: string;
  readonly label: string;
  readonly submit: string;
  readonly found: (count: number) => string;
  readonly none: string;
  readonly changed: string;
  readonly noneChanged: string;
  readonly open: string;
  readonly openOf: (question: string) => string;
  readonly back: string;
  readonly by: (author: string, date: string | null) => string;
  readonly original: string;
  readonly source: string;
  readonly sourceBefore: string;
  readonly sourceNow: string;
  readonly beneath: string;
  readonly gone: string;
  readonly uses: (answers: number, conversations: number) => string;
  readonly answer: string;
  readonly answerHint: string;
  readonly phrasings: string;
  readonly phrasingsHint: string;
  readonly isHidden: string;
  readonly isOutdated: string;
  readonly isPinned: string;
  readonly pinnedHint: string;
  readonly keep: string;
  readonly undo: string;
  readonly undoTitle: string;
  readonly undoHint: string;
  readonly kept: string;
  readonly keptHidden: string;
  readonly undone: string;
  readonly changedBy: (name: string, at: string) => string;
  readonly marks: {
    readonly edited: string;
    readonly hidden: string;
    readonly outdated: string;
    readonly pinned: string;
    readonly phrasings: (count: number) => string;
    readonly live: string;
    readonly next: string;
    readonly beneath: string;
    readonly gone: string;
  };
}
