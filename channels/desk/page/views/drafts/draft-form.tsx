import { useEffect, useState } from 'preact/hooks';
import type { AnswerDraft, SharedAnswer } from '../../../../../bot/contracts/content/answer-drafts.js';
import { useDesk } from '../desk-context.js';
import { isWhole, SharedFields } from './shared-fields.js';

interface DraftFormProps {
  readonly draft: AnswerDraft;
  /** What the words would be without the personal data that was found in them; null where none was. */
  readonly without: SharedAnswer | null;
  readonly onApprove: (words: SharedAnswer) => Promise<void>;
  readonly onRefuse: () => void;
}

/** Where somebody changes what an agent put forward, approves it or refuses it. */
export function DraftForm({ draft, without, onApprove, onRefuse }: DraftFormProps) {
  const { drafts: say } = useDesk().words.tools;
  const [words, setWords] = useState<SharedAnswer>({ question: draft.question, answer: draft.answer });
  const [isBusy, setIsBusy] = useState(false);
  useEffect(() => {
    if (without !== null) setWords(without);
  }, [without]);

  async function approve(): Promise<void> {
    setIsBusy(true);
    await onApprove(words);
    setIsBusy(false);
  }

  return (
    <form
      class="canned-form content-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void approve();
      }}
    >
      <p class={without === null ? 'unseen' : 'content-warning'} role="status">
        {without === null ? '' : say.redacted}
      </p>
      <SharedFields words={words} language={draft.language} onChange={setWords} />
      <p class="hint">{draft.isOwn ? say.own : say.decideHint}</p>
      <div class="buttons">
        <button type="button" onClick={onRefuse}>
          {say.refuse}
        </button>
        <button class="primary" type="submit" disabled={isBusy || draft.isOwn || !isWhole(words)}>
          {say.approve}
        </button>
      </div>
    </form>
  );
}
