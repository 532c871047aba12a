import type { ConfirmedAnswer } from '../../../../../bot/contracts/content/desk-stale.js';
import { tellMoment } from '../../words/tell-time.js';
import { useDesk, useNow } from '../desk-context.js';

interface ConfirmedAnswersProps {
  readonly confirmed: readonly ConfirmedAnswer[];
  readonly isBusy: boolean;
  readonly onUndo: (answer: ConfirmedAnswer) => void;
}

/** What somebody said still holds, by whom and when, to be taken back. */
export function ConfirmedAnswers({ confirmed, isBusy, onUndo }: ConfirmedAnswersProps) {
  const { state, words } = useDesk();
  const { stale: say } = words.tools;
  const now = useNow();
  return (
    <details class="plan-kind">
      <summary>{`${say.confirmed} (${confirmed.length})`}</summary>
      <ul class="canned-list">
        {confirmed.map((answer) => (
          <li key={answer.itemId} class="canned-row">
            <p class="canned-option-top">
              <strong>{answer.question}</strong>
            </p>
            <p class="hint">{say.by(answer.by, tellMoment(state.language, answer.at, now))}</p>
            <p class="buttons">
              <button
                type="button"
                disabled={isBusy}
                aria-label={say.undoOf(answer.question)}
                onClick={() => onUndo(answer)}
              >
                {say.undo}
              </button>
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
