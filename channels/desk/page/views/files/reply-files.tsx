import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeskEntry } from '../../../../../bot/contracts/desk.js';
import type { ChosenFiles } from '../../actions/file-actions.js';
import { fileWordsIn, tellSize } from '../../files/file-words.js';
import { useDesk } from '../desk-context.js';
import { Icon } from '../icon.js';

/** What is chosen for the next reply of a conversation, anew with each change. */
export function useChosenFiles(conversationId: string): ChosenFiles {
  const { actions } = useDesk();
  const [, redraw] = useState(0);
  useEffect(() => actions.onChosen(() => redraw((count) => count + 1)), [actions]);
  return actions.chosenFor(conversationId);
}

/** Files of the clipboard, or of what is dropped. */
export function filesIn(transfer: DataTransfer | null): readonly File[] {
  return [...(transfer?.files ?? [])];
}

/** The button that adds files to a reply, and those that are chosen; where the channel takes none, why. */
export function ReplyFiles({ entry, chosen }: { readonly entry: DeskEntry; readonly chosen: ChosenFiles }) {
  const { state, actions } = useDesk();
  const say = fileWordsIn(state.language);
  const input = useRef<HTMLInputElement>(null);
  const id = entry.conversationId;
  const { files, coming, problem } = chosen;
  return (
    <div class="reply-files">
      <input
        ref={input}
        type="file"
        class="unseen"
        multiple
        tabIndex={-1}
        aria-label={say.add}
        accept="image/png,image/jpeg,image/gif,image/webp,application/pdf,text/plain"
        disabled={!entry.takesFiles}
        onChange={(event) => {
          void actions.attach(id, [...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <button
        type="button"
        disabled={!entry.takesFiles}
        aria-describedby={entry.takesFiles ? undefined : 'files-not-taken'}
        onClick={() => input.current?.click()}
      >
        <Icon name="file" />
        {say.add}
      </button>
      {!entry.takesFiles && (
        <span id="files-not-taken" class="hint">
          {say.notTaken}
        </span>
      )}
      {(files.length > 0 || coming.length > 0) && (
        <ul aria-label={say.chosen}>
          {files.map((file) => (
            <li key={file.id}>
              {file.url !== null && file.contentType.startsWith('image/') && <img src={file.url} alt="" />}
              {file.name} ({tellSize(state.language, file.bytes ?? 0)})
              <button
                type="button"
                aria-label={say.remove(file.name)}
                title={say.remove(file.name)}
                onClick={() => actions.dropChosen(id, file.id)}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
          {coming.map((name) => (
            <li key={`coming-${name}`}>
              {name} – {say.sending}
            </li>
          ))}
        </ul>
      )}
      <p class={problem === '' ? 'unseen' : 'hint over'} role="status">
        {problem}
      </p>
    </div>
  );
}
