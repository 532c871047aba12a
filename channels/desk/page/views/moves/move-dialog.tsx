import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useDesk } from '../desk-context.js';

interface MoveDialogProps {
  readonly title: string;
  readonly hint: string;
  readonly submit: string;
  readonly isReady: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** Asks what a move needs; Escape leaves it undone. */
export function MoveDialog(props: MoveDialogProps) {
  const { words } = useDesk();
  const { title, hint, submit, isReady, onSubmit, onClose, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby={`${id}-title`} aria-describedby={`${id}-hint`} onClose={onClose}>
      <form
        class="move-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) onSubmit();
        }}
      >
        <h2 id={`${id}-title`} class="dialog-title">
          {title}
        </h2>
        <p id={`${id}-hint`} class="dialog-hint">
          {hint}
        </p>
        {children}
        <div class="buttons">
          <button type="button" onClick={() => dialog.current?.close()}>
            {words.cancel}
          </button>
          <button type="submit" class="primary" disabled={!isReady}>
            {submit}
          </button>
        </div>
      </form>
    </dialog>
  );
}
