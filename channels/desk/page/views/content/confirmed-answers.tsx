import type { ConfirmedAnswer } from '../../../../../bot/contracts/content/desk-stale.js';
import { tellMoment } from '../../words/tell-time.js';
import { useDesk, useNow } from '../desk-context.js';
import { DecidedList, DecidedRow } from './decided-list.js';

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
    <DecidedList title={say.confirmed} count={confirmed.length}>
      {confirmed.map((answer) => (
        <DecidedRow
          key={answer.itemId}
          question={answer.question}
          by={say.by(answer.by, tellMoment(state.language, answer.at, now))}
          isBusy={isBusy}
          undo={say.undo}
          undoLabel={say.undoOf(answer.question)}
          onUndo={() => onUndo(answer)}
        />
      ))}
    </DecidedList>
  );
}
