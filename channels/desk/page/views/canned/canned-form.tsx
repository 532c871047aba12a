import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeskAgent } from '../../../../../bot/contracts/desk.js';
import type { CannedAnswer, CannedText } from '../../../../../bot/contracts/tools/desk-canned.js';
import { PLACEHOLDER_NAMES } from '../../../../text/placeholders.js';
import { CANNED_LIMIT } from '../../../limits.js';
import { useDesk } from '../desk-context.js';
import { CannedFields } from './canned-fields.js';

interface CannedFormProps {
  /** The one that is changed; null for a new one. */
  readonly answer: CannedAnswer | null;
  readonly agent: DeskAgent;
  /** Resolves when it is kept, or was not. */
  readonly onKeep: (text: CannedText, isShared: boolean) => Promise<void>;
  readonly onCancel: () => void;
}

/** Where a canned answer is written. Whose it is stays: what others use does not vanish into one's own. */
export function CannedForm({ answer, agent, onKeep, onCancel }: CannedFormProps) {
  const { state, words } = useDesk();
  const { canned: say } = words.tools.reply;
  const [form, setForm] = useState<CannedText>(
    answer ?? { language: state.language, shortcut: '', title: '', text: '', ending: null },
  );
  const [isShared, setIsShared] = useState(agent.role === 'administrator');
  const [isBusy, setIsBusy] = useState(false);
  const title = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => title.current?.focus(), []);
  const change = (changes: Partial<CannedText>) => setForm((old) => ({ ...old, ...changes }));

  async function keep(): Promise<void> {
    setIsBusy(true);
    const { language, shortcut, title: name, text, ending } = form;
    await onKeep({ language, shortcut, title: name, text, ending }, isShared);
    setIsBusy(false);
  }

  function insert(name: string): void {
    const { selectionStart: from, selectionEnd: to } = box.current ?? { selectionStart: 0, selectionEnd: 0 };
    change({ text: `${form.text.slice(0, from)}{${name}}${form.text.slice(to)}` });
    box.current?.focus();
  }

  return (
    <form
      class="canned-form"
      aria-labelledby="canned-form-title"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void keep();
      }}
    >
      <h2 id="canned-form-title">{answer === null ? say.newTitle : say.changeTitle}</h2>
      <CannedFields
        form={form}
        onChange={change}
        title={title}
        owner={answer === null && agent.role === 'administrator' ? { isShared, onChange: setIsShared } : null}
      />
      <label for="canned-text">{say.text}</label>
      <textarea
        id="canned-text"
        ref={box}
        rows={5}
        required
        maxLength={CANNED_LIMIT}
        lang={form.language}
        value={form.text}
        aria-describedby="canned-placeholders"
        onInput={(event) => change({ text: event.currentTarget.value })}
      />
      <fieldset class="canned-placeholders">
        <legend class="unseen">{say.placeholders}</legend>
        {PLACEHOLDER_NAMES[form.language].map((name) => (
          <button key={name} type="button" onClick={() => insert(name)}>
            {`{${name}}`}
          </button>
        ))}
      </fieldset>
      <p id="canned-placeholders" class="hint">
        {say.placeholdersHint}
      </p>
      <div class="buttons">
        <button type="button" onClick={onCancel}>
          {words.cancel}
        </button>
        <button class="primary" type="submit" disabled={isBusy}>
          {say.keep}
        </button>
      </div>
    </form>
  );
}
