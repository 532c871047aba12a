import type { DecidedPair } from '../../../../../bot/contracts/content/desk-pairs.js';
import { tellMoment } from '../../words/tell-time.js';
import { useDesk, useNow } from '../desk-context.js';

interface DecidedPairsProps {
  readonly decided: readonly DecidedPair[];
  readonly isBusy: boolean;
  readonly onUndo: (pair: DecidedPair) => void;
}

/** Which of two answers counts by what somebody decided, by whom and when, to be taken back. */
export function DecidedPairs({ decided, isBusy, onUndo }: DecidedPairsProps) {
  const { state, words } = useDesk();
  const { pairs: say } = words.tools;
  const now = useNow();
  return (
    <details class="plan-kind">
      <summary>{`${say.decided} (${decided.length})`}</summary>
      <ul class="canned-list">
        {decided.map((pair) => {
          const { itemIds, questions, counts, by, at } = pair;
          const counted = itemIds.indexOf(counts ?? '');
          return (
            <li key={itemIds.join(' ')} class="canned-row">
              <p class="canned-option-top">
                <strong>{questions[0] === questions[1] ? questions[0] : questions.join(' · ')}</strong>
              </p>
              <p>{counted < 0 ? say.countedBoth : say.counted(questions[counted] ?? '')}</p>
              <p class="hint">{say.by(by, tellMoment(state.language, at, now))}</p>
              <p class="buttons">
                <button
                  type="button"
                  disabled={isBusy}
                  aria-label={say.of(say.undo, questions[0])}
                  onClick={() => onUndo(pair)}
                >
                  {say.undo}
                </button>
              </p>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
