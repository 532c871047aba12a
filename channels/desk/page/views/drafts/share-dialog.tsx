import { useEffect, useRef, useState } from 'preact/hooks';
import type { SharedAnswer } from '../../../../../bot/contracts/content/answer-drafts.js';
import type { DeskEntry } from '../../../../../bot/contracts/desk.js';
import type { Failure } from '../../ask-server.js';
import { useDesk } from '../desk-context.js';
import { MoveDialog } from '../moves/move-dialog.js';
import { Problem } from '../problem.js';
import { isWhole, SharedFields } from './shared-fields.js';

interface ShareDialogProps {
  readonly entry: DeskEntry;
  readonly onClose: () => void;
}

/** Shows what of a conversation would be kept for all, lets its agent change it, and puts it forward. */
export function ShareDialog({ entry: { conversationId, language }, onClose }: ShareDialogProps) {
  const { actions, words } = useDesk();
  const { drafts: say } = words.tools;
  const [draft, setDraft] = useState<SharedAnswer | null>(null);
  const [isRedacted, setIsRedacted] = useState(false);
  const [isDone, setIsDone] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  useEffect(() => {
    void actions.suggestShared(conversationId).then((answer) => {
      if (answer.isOk) setDraft(answer.value);
      else setFailure(answer.failure);
    });
  }, [actions, conversationId]);

  async function propose(shared: SharedAnswer): Promise<void> {
    setIsBusy(true);
    const answer = await actions.shareAnswer(conversationId, shared);
    setIsBusy(false);
    setFailure(answer.isOk ? null : answer.failure);
    if (!answer.isOk) return;
    const { without } = answer.value;
    setIsRedacted(without !== null);
    if (without === null) setIsDone(true);
    else setDraft(without);
  }

  if (isDone) return <SharedDialog onClose={onClose} />;
  return (
    <MoveDialog
      title={say.title}
      hint={say.hint}
      submit={say.submit}
      isReady={draft !== null && isWhole(draft) && !isBusy}
      onSubmit={() => draft && void propose(draft)}
      onClose={onClose}
    >
      <Problem failure={failure} />
      <p class={isRedacted ? 'content-warning' : 'unseen'} role="status">
        {isRedacted ? say.redacted : ''}
      </p>
      {draft === null ? (
        failure === null && <p class="hint">{words.loading}</p>
      ) : (
        <SharedFields words={draft} language={language} onChange={setDraft} />
      )}
    </MoveDialog>
  );
}

/** Says that it was put forward. */
function SharedDialog({ onClose }: { onClose: () => void }) {
  const { drafts: say } = useDesk().words.tools;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="shared-title" onClose={onClose}>
      <h2 id="shared-title" class="dialog-title">
        {say.done}
      </h2>
      <div class="buttons">
        <button type="button" class="primary" onClick={() => dialog.current?.close()}>
          {say.close}
        </button>
      </div>
    </dialog>
  );
}
