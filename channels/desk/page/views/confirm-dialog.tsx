import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useDesk } from './desk-context.js';

interface ConfirmDialogProps {
  readonly title: string;
  readonly hint: string;
  /** Words of the button that goes on. */
  readonly confirm: string;
  readonly onEnd: (isConfirmed: boolean) => void;
  /** What else can be chosen. */
  readonly children?: ComponentChildren;
}

const CONFIRMED = 'confirmed';

/** Asks once more; Escape means no. */
export function ConfirmDialog({ title, hint, confirm, onEnd, children }: ConfirmDialogProps) {
  const { words } = useDesk();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="confirm-title"
      aria-describedby="confirm-hint"
      onClose={() => onEnd(dialog.current?.returnValue === CONFIRMED)}
    >
      <h2 id="confirm-title" class="dialog-title">
        {title}
      </h2>
      <p id="confirm-hint" class="dialog-hint">
        {hint}
      </p>
      {children}
      <div class="buttons">
        <button type="button" onClick={() => dialog.current?.close()}>
          {words.cancel}
        </button>
        <button type="button" class="primary" onClick={() => dialog.current?.close(CONFIRMED)}>
          {confirm}
        </button>
      </div>
    </dialog>
  );
}
