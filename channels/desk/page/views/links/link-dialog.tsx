import { useEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '../../ask-server.js';
import { useDesk } from '../desk-context.js';
import { Problem } from '../problem.js';
import { MadeLink } from '../team/made-link.js';

interface LinkDialogProps {
  readonly isLinked: boolean;
  readonly onChange: () => Promise<void>;
  readonly onEnd: () => void;
}

/** Makes the code by which an agent says in the channel who they are, and ends the link. */
export function LinkDialog({ isLinked, onChange, onEnd }: LinkDialogProps) {
  const { actions, words } = useDesk();
  const { links: say } = words;
  const dialog = useRef<HTMLDialogElement>(null);
  const [code, setCode] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => dialog.current?.showModal(), []);

  async function make(): Promise<void> {
    const answer = await actions.makeLinkCode();
    setFailure(answer.isOk ? null : answer.failure);
    if (answer.isOk) setCode(answer.value.code);
  }

  async function remove(): Promise<void> {
    const answer = await actions.removeLink();
    setFailure(answer.isOk ? null : answer.failure);
    if (answer.isOk) await onChange();
  }

  return (
    <dialog ref={dialog} aria-labelledby="link-title" aria-describedby="link-hint" onClose={onEnd}>
      <h2 id="link-title" class="dialog-title">
        {say.title}
      </h2>
      <p id="link-hint" class="dialog-hint">
        {isLinked ? say.linked : say.notLinked}
      </p>
      {code !== null && <MadeLink label={say.code} link={say.message(code)} hint={say.hint} />}
      <Problem failure={failure} />
      <div class="buttons">
        <button type="button" onClick={() => dialog.current?.close()}>
          {say.close}
        </button>
        {isLinked && (
          <button type="button" onClick={() => void remove()}>
            {say.remove}
          </button>
        )}
        <button type="button" class="primary" onClick={() => void make()}>
          {say.makeCode}
        </button>
      </div>
    </dialog>
  );
}
