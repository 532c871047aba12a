import type { ComponentChildren } from 'preact';

interface DecidedListProps {
  readonly title: string;
  readonly count: number;
  readonly children: ComponentChildren;
}

/** What somebody decided, folded away. */
export function DecidedList({ title, count, children }: DecidedListProps) {
  return (
    <details class="plan-kind">
      <summary>{`${title} (${count})`}</summary>
      <ul class="canned-list">{children}</ul>
    </details>
  );
}

interface DecidedRowProps {
  readonly question: string;
  /** By whom and when. */
  readonly by: string;
  readonly isBusy: boolean;
  readonly undo: string;
  /** What the button is called by itself. */
  readonly undoLabel: string;
  readonly onUndo: () => void;
  readonly children?: ComponentChildren;
}

/** One of them, to be taken back. */
export function DecidedRow({ question, by, isBusy, undo, undoLabel, onUndo, children }: DecidedRowProps) {
  return (
    <li class="canned-row">
      <p class="canned-option-top">
        <strong>{question}</strong>
      </p>
      {children}
      <p class="hint">{by}</p>
      <p class="buttons">
        <button type="button" disabled={isBusy} aria-label={undoLabel} onClick={onUndo}>
          {undo}
        </button>
      </p>
    </li>
  );
}
