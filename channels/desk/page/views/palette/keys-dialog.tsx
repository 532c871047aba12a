import { useEffect, useId, useRef } from 'preact/hooks';
import { useDesk } from '../desk-context.js';

/** Lists the keys. */
export function KeysDialog({ onEnd }: { onEnd: () => void }) {
  const { words } = useDesk();
  const { keys: say } = words.palette;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={onEnd}>
      <h2 id={id} class="dialog-title">
        {say.title}
      </h2>
      <dl class="keys">
        {say.rows.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <div class="buttons">
        <button type="button" class="primary" onClick={() => dialog.current?.close()}>
          {say.close}
        </button>
      </div>
    </dialog>
  );
}
