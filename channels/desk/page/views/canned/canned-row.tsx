import type { CannedAnswer } from '../../../../../bot/contracts/tools/desk-canned.js';
import { useDesk } from '../desk-context.js';

interface CannedRowProps {
  readonly answer: CannedAnswer;
  /** Null where this agent may not change it. */
  readonly onChange: (() => void) | null;
  readonly onRemove: () => void;
}

/** A canned answer as it is kept, and what can be done with it. */
export function CannedRow({ answer, onChange, onRemove }: CannedRowProps) {
  const { words } = useDesk();
  const { canned: say } = words.tools.reply;
  const { shortcut, title, text, language, ending } = answer;
  return (
    <li class="canned-row">
      <p class="canned-option-top">
        <strong lang={language}>{title}</strong>
        <span class="canned-shortcut">/{shortcut}</span>
        <span class="badge quiet">{words.languages[language]}</span>
        {ending !== null && <span class="badge quiet">{say.endings[ending]}</span>}
      </p>
      <p class="canned-text" lang={language}>
        {text}
      </p>
      {onChange !== null && (
        <p class="buttons">
          <button type="button" aria-label={say.change(title)} onClick={onChange}>
            {say.changeIt}
          </button>
          <button type="button" aria-label={say.remove(title)} onClick={onRemove}>
            {say.removeIt}
          </button>
        </p>
      )}
    </li>
  );
}
