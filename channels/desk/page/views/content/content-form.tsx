import { useState } from 'preact/hooks';
import type { ContentChange, ContentItem } from '../../../../../bot/contracts/content/desk-content.js';
import { ANSWER_LIMIT, MOST_PHRASINGS, PHRASING_LIMIT } from '../../../limits.js';
import { useDesk } from '../desk-context.js';

interface ContentFormProps {
  readonly item: ContentItem;
  /** Resolves when it is kept, or was not. */
  readonly onKeep: (edit: ContentChange) => Promise<void>;
  /** Null where there is nothing to undo. */
  readonly onUndo: (() => void) | null;
}

/** Where what customers get in place of a source's answer is written. */
export function ContentForm({ item, onKeep, onUndo }: ContentFormProps) {
  const { content: say } = useDesk().words.tools;
  const { edit, sourceAnswer, language } = item;
  const [answer, setAnswer] = useState(edit?.answer ?? sourceAnswer);
  const [phrasings, setPhrasings] = useState((edit?.phrasings ?? []).join('\n'));
  const [isHidden, setIsHidden] = useState(edit?.isHidden ?? false);
  const [isOutdated, setIsOutdated] = useState(edit?.isOutdated ?? false);
  const [isPinned, setIsPinned] = useState(edit?.isPinned ?? false);
  const [isBusy, setIsBusy] = useState(false);

  async function keep(): Promise<void> {
    setIsBusy(true);
    // What a browser makes of line ends is no change of words.
    const written = answer.replaceAll('\r\n', '\n');
    const lines = phrasings
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    await onKeep({
      answer: written === sourceAnswer ? null : written,
      phrasings: lines,
      isHidden,
      isOutdated,
      isPinned,
    });
    setIsBusy(false);
  }

  const checks = [
    ['hidden', say.isHidden, isHidden, setIsHidden],
    ['outdated', say.isOutdated, isOutdated, setIsOutdated],
    ['pinned', say.isPinned, isPinned, setIsPinned],
  ] as const;
  return (
    <form
      class="canned-form content-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void keep();
      }}
    >
      <label for="content-answer">{say.answer}</label>
      <textarea
        id="content-answer"
        rows={8}
        maxLength={ANSWER_LIMIT}
        lang={language}
        value={answer}
        aria-describedby="content-answer-hint"
        onInput={(event) => setAnswer(event.currentTarget.value)}
      />
      <p id="content-answer-hint" class="hint">
        {say.answerHint}
      </p>
      <label for="content-phrasings">{say.phrasings}</label>
      <textarea
        id="content-phrasings"
        rows={3}
        maxLength={MOST_PHRASINGS * (PHRASING_LIMIT + 1)}
        lang={language}
        value={phrasings}
        aria-describedby="content-phrasings-hint"
        onInput={(event) => setPhrasings(event.currentTarget.value)}
      />
      <p id="content-phrasings-hint" class="hint">
        {say.phrasingsHint}
      </p>
      {checks.map(([name, words, isOn, set]) => (
        <label key={name} class="content-check">
          <input
            type="checkbox"
            checked={isOn}
            aria-describedby={name === 'pinned' ? 'content-pinned-hint' : undefined}
            onChange={(event) => set(event.currentTarget.checked)}
          />
          {words}
        </label>
      ))}
      <p id="content-pinned-hint" class="hint">
        {say.pinnedHint}
      </p>
      <div class="buttons">
        {onUndo !== null && (
          <button type="button" onClick={onUndo}>
            {say.undo}
          </button>
        )}
        <button class="primary" type="submit" disabled={isBusy}>
          {say.keep}
        </button>
      </div>
    </form>
  );
}
