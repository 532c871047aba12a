import { useEffect, useRef, useState } from 'preact/hooks';
import { NOTE_LIMIT } from '../../../limits.js';
import type { Failure } from '../../ask-server.js';
import { nameTyped, withName } from '../../state/name-typed.js';
import { useDesk } from '../desk-context.js';
import { Problem } from '../problem.js';
import { OfferedNames } from './offered-names.js';

/** Where an agent writes for colleagues; folded away, so that nobody takes it for the reply. */
export function NoteBox({ conversationId }: { conversationId: string }) {
  const { actions, words } = useDesk();
  const { notes: say } = words.tools;
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState('');
  const [caret, setCaret] = useState(0);
  const [names, setNames] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  /** Stable over tries of one text, so that the server keeps it once. */
  const key = useRef({ text: '', key: '' });

  useEffect(() => {
    if (!isOpen) return;
    box.current?.focus();
    void actions.colleagues().then((answer) => {
      if (answer.isOk) setNames(answer.value.colleagues.map(({ name }) => name));
    });
  }, [actions, isOpen]);

  async function keep(): Promise<void> {
    const note = text.trim();
    if (note === '' || isBusy) return;
    if (key.current.text !== note) key.current = { text: note, key: actions.noteKey() };
    setIsBusy(true);
    const problem = await actions.addNote(conversationId, note, key.current.key);
    setIsBusy(false);
    setFailure(problem);
    if (problem !== null) return;
    setText('');
    close();
  }

  function close(): void {
    setIsOpen(false);
    setTimeout(() => opener.current?.focus());
  }

  function insert(name: string): void {
    setText(withName(text, caret, name));
    setCaret(0);
    box.current?.focus();
  }

  if (!isOpen) {
    return (
      <div class="note-opener">
        <button type="button" ref={opener} onClick={() => setIsOpen(true)}>
          {text.trim() === '' ? say.add : say.goOn}
        </button>
      </div>
    );
  }
  const typed = nameTyped(text, caret);
  return (
    <form
      class="note-box"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <label for="note">{say.label}</label>
      <textarea
        id="note"
        ref={box}
        rows={3}
        maxLength={NOTE_LIMIT}
        value={text}
        aria-describedby="note-hint"
        onInput={(event) => {
          setText(event.currentTarget.value);
          actions.typesNote(conversationId);
          setCaret(event.currentTarget.selectionStart);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close();
        }}
      />
      <OfferedNames names={names} beginning={typed?.beginning ?? null} onChoose={insert} />
      <p id="note-hint" class="hint">
        {say.hint}
      </p>
      <Problem failure={failure} />
      <div class="buttons">
        <button type="button" onClick={close}>
          {words.cancel}
        </button>
        <button class="primary" type="submit" disabled={isBusy || text.trim() === ''}>
          {say.keep}
        </button>
      </div>
    </form>
  );
}
