import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SpokenLanguage } from '../../../../../bot/contracts/messages.js';
import type { CannedAnswer } from '../../../../../bot/contracts/tools/desk-canned.js';
import { findAnswers } from '../../canned/offered-answers.js';
import { fragmentOf } from '../../state/place.js';
import { useDesk } from '../desk-context.js';
import { AnswerOptions } from './answer-options.js';

interface CannedPickerProps {
  readonly answers: readonly CannedAnswer[];
  /** Of the customer. */
  readonly language: SpokenLanguage;
  readonly onChoose: (answer: CannedAnswer) => void;
  readonly onClose: () => void;
}

/** The canned answers as a list that is searched by their words: a combobox. */
export function CannedPicker({ answers, language, onChoose, onClose }: CannedPickerProps) {
  const { words } = useDesk();
  const { canned: say } = words.tools.reply;
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const box = useRef<HTMLInputElement>(null);
  // Before anything else is typed.
  useLayoutEffect(() => box.current?.focus(), []);

  const found = findAnswers(answers, language, typed);
  const place = Math.min(active, found.length - 1);
  useEffect(() => {
    document.getElementById(`canned-found-${place}`)?.scrollIntoView({ block: 'nearest' });
  }, [place]);

  function onKey(event: KeyboardEvent): void {
    const chosen = found[place];
    if (event.key === 'Escape') onClose();
    else if (event.key === 'ArrowDown') setActive((place + 1) % Math.max(1, found.length));
    else if (event.key === 'ArrowUp') setActive((place + found.length - 1) % Math.max(1, found.length));
    else if (event.key === 'Enter' && chosen && !event.isComposing) onChoose(chosen);
    else if (event.key !== 'Enter') return;
    event.preventDefault();
  }

  return (
    <div class="reply-panel">
      <div class="reply-panel-top">
        <label for="canned-search">{say.search}</label>
        <a href={fragmentOf({ kind: 'canned' })}>{say.manage}</a>
      </div>
      <input
        id="canned-search"
        ref={box}
        type="text"
        role="combobox"
        autocomplete="off"
        aria-autocomplete="list"
        aria-expanded={found.length > 0}
        aria-controls="canned-found"
        aria-activedescendant={found.length > 0 ? `canned-found-${place}` : undefined}
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKey}
      />
      <p class={found.length === 0 ? 'hint' : 'unseen'} role="status">
        {found.length > 0 ? say.offered(found.length) : answers.length === 0 ? say.noneAtAll : say.none}
      </p>
      {found.length > 0 && (
        <AnswerOptions id="canned-found" answers={found} active={place} onChoose={onChoose} />
      )}
    </div>
  );
}
